import { describe, expect, it } from 'vitest'
import { announcedIdOf } from '../../lib/domain/announcement.ts'
import { findArrival, whenToLook } from '../../lib/domain/arrival.ts'
import { cloudIdOf } from '../../lib/domain/cloud-id.ts'
import { failure, failureCodes, mayTryAgain } from '../../lib/domain/failure.ts'
import type { MountRoute } from '../../lib/domain/mount-route.ts'
import { nextPollAt, pollInterval } from '../../lib/domain/poll-schedule.ts'
import { openUrl, type ReceivedShare } from '../../lib/domain/received-share.ts'

describe('cloudIdOf', () => {
  it.each([
    ['alice', 'https://cloud.example', 'alice@cloud.example'],
    ['alice', 'http://cloud.example:8080/sub/', 'alice@http://cloud.example:8080/sub'],
    ['a b@mail.example', 'https://cloud.example/sub', 'a b@mail.example@cloud.example/sub'],
  ])('%s on %s', (user, base, id) => {
    expect(cloudIdOf(user, base)).toBe(id)
  })
})

describe('findArrival', () => {
  const share: ReceivedShare = {
    id: '7',
    remote: 'https://remote.example',
    name: 'Photos',
    owner: 'bob',
    accepted: false,
  }
  const link = { base: 'https://remote.example', token: 'T' }
  const route: MountRoute = 'remote-sends'
  const job = { id: 'j', route, link, name: 'Photos', before: ['3'] }
  it('finds our own and nothing that only looks like it', () => {
    expect(findArrival(job, [share])).toEqual({ is: 'here', share })
    expect(findArrival(job, [{ ...share, remote: 'https://evil.example' }])).toEqual({ is: 'missing' })
    expect(findArrival(job, [{ ...share, remote: 'https://remote.example.evil.example' }])).toEqual({ is: 'missing' })
    expect(findArrival(job, [{ ...share, name: 'photos' }])).toEqual({ is: 'missing' })
    expect(findArrival(job, [{ ...share, id: '3' }])).toEqual({ is: 'missing' })
    expect(findArrival({ ...job, owner: 'carol' }, [share])).toEqual({ is: 'missing' })
  })
  it('knows what it announced by its own id alone', () => {
    const announced = { ...job, route: 'announce' as const }
    const own = { ...share, remoteId: announcedIdOf('j') }
    expect(findArrival(announced, [own, { ...share, id: '8' }])).toEqual({ is: 'here', share: own })
    expect(findArrival(announced, [{ ...own, remote: 'https://evil.example' }])).toEqual({ is: 'missing' })
    expect(findArrival(announced, [{ ...share, remoteId: announcedIdOf('k') }])).toEqual({ is: 'missing' })
  })
  it('never guesses between two', () => {
    expect(findArrival(job, [share, { ...share, id: '8' }])).toEqual({ is: 'ambiguous' })
  })
})

describe('whenToLook', () => {
  it('looks at 0, 1, 3, 8 and 20 s, then by alarm, then gives up', () => {
    const steps = Array.from({ length: 16 }, (_, looks) => whenToLook({ looks }))
    expect(steps.slice(0, 6)).toEqual([
      { next: 'look', inSeconds: 0 },
      { next: 'look', inSeconds: 1 },
      { next: 'look', inSeconds: 2 },
      { next: 'look', inSeconds: 5 },
      { next: 'look', inSeconds: 12 },
      { next: 'sleep' },
    ])
    expect(steps[15]).toEqual({ next: 'give-up' })
    expect(whenToLook({ looks: 4, uncertain: true })).toEqual({ next: 'give-up' })
  })
})

describe('nextPollAt', () => {
  const minute = 60_000
  it('keeps the interval with 10 % jitter', () => {
    expect(nextPollAt({ failures: 0 }, 0, 0)).toBe(0.9 * pollInterval)
    expect(nextPollAt({ failures: 0 }, 0, 0.999)).toBeLessThan(1.1 * pollInterval)
  })
  it('doubles after failures, up to six hours', () => {
    expect(nextPollAt({ failures: 1 }, 0, 0.999)).toBeGreaterThan(29 * minute)
    expect(nextPollAt({ failures: 30 }, 0, 0.999)).toBeLessThanOrEqual(360 * minute)
  })
  it('stays away as long as a server asks, and half an hour when throttled', () => {
    expect(nextPollAt({ failures: 1, retryAfter: 7200 }, 0, 0)).toBe(120 * minute)
    expect(nextPollAt({ failures: 1, throttled: true }, 0, 0)).toBeGreaterThanOrEqual(30 * minute)
  })
})

describe('openUrl', () => {
  const share: ReceivedShare = { id: '1', remote: 'r', name: 'n', owner: 'o', accepted: true, mountpoint: '/A & B (2)' }
  it('opens folders in Files and files by id', () => {
    expect(openUrl('https://h', { ...share, kind: 'folder' })).toBe(
      'https://h/index.php/apps/files/?dir=%2FA%20%26%20B%20(2)',
    )
    expect(openUrl('https://h', { ...share, kind: 'file', fileId: '12' })).toBe('https://h/index.php/f/12')
    expect(openUrl('https://h', { ...share, mountpoint: '/x/a.txt', kind: 'file' })).toBe(
      'https://h/index.php/apps/files/?dir=%2Fx',
    )
  })
})

describe('failure', () => {
  it('keeps only the beginning of a server’s words', () => {
    expect(failure('server-error', 'x'.repeat(5000)).detail?.length).toBe(300)
    expect(failure('server-error', '  ')).toEqual({ code: 'server-error' })
  })
  it.each([
    ['own-share', false],
    ['pair-unsupported', false],
    ['share-unusable', false],
    ['home-sign-in-missing', true],
    ['link-expired', false],
    ['password-tries-used-up', false],
    ['home-unreachable', true],
    ['home-rejected-login', true],
    ['job-interrupted', true],
  ] as const)('%s may be tried again: %s', (code, may) => {
    expect(mayTryAgain(code)).toBe(may)
  })
  it('has the codes of the design', () => {
    const design =
      'home-unreachable home-rejected-login home-maintenance home-throttled home-too-old home-federation-off home-permission-missing remote-unreachable-from-home remote-private-address remote-too-old remote-federation-off remote-throttled link-gone link-expired password-needed password-wrong link-upload-only link-download-hidden own-share already-mounted pair-unsupported not-a-cloud answer-unreadable arrival-timeout accept-gone name-taken'
    expect(failureCodes).toEqual(expect.arrayContaining(design.split(' ')))
  })
})
