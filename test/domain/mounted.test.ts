import { describe, expect, test } from 'vitest'
import { announcedIdOf } from '../../lib/domain/announcement.ts'
import { askedFor, lateArrivals } from '../../lib/domain/asked-for.ts'
import { judgeCopy, looked, type CopyJob } from '../../lib/domain/copy-job.ts'
import { freeName } from '../../lib/domain/free-name.ts'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import { asMounted } from '../../lib/domain/mounted-share.ts'
import { isFound } from '../../lib/domain/search.ts'

test.each([
  ['Photos', [], 'folder', 'Photos'],
  ['Photos', ['photos'], 'folder', 'Photos (2)'],
  ['Photos', ['Photos', 'Photos (2)'], 'folder', 'Photos (3)'],
  ['v1.2', ['v1.2'], 'folder', 'v1.2 (2)'],
  ['report.pdf', ['report.pdf'], 'file', 'report (2).pdf'],
  ['backup.tar.gz', ['backup.tar.gz'], 'file', 'backup (2).tar.gz'],
  ['.profile', ['.profile'], 'file', '.profile (2)'],
  ['no ending', ['no ending'], 'file', 'no ending (2)'],
  ['Ünlü', ['U\u0308nlu\u0308'], 'folder', 'Ünlü (2)'],
] as const)('%s beside %j becomes, as a %s, %s', (name, taken, kind, expected) => {
  expect(freeName(name, taken, kind)).toBe(expected)
})

describe('a copy whose answer was lost', () => {
  const fresh = { looks: 1, still: 0 }

  test('is complete when every byte is there, and not before', () => {
    expect(judgeCopy({ ...fresh, size: 10 }, { size: 10 })).toBe('complete')
    expect(judgeCopy({ ...fresh, size: 10 }, { size: 9 })).toBe('look-again')
    expect(judgeCopy({ ...fresh, size: 10, still: 10 }, { size: 9 })).toBe('incomplete')
  })

  test('of unknown size is complete when it has stopped growing', () => {
    expect(judgeCopy(fresh, { size: 9 })).toBe('look-again')
    expect(judgeCopy({ ...fresh, still: 10 }, {})).toBe('complete')
  })

  test('was never begun when nothing shows up for a quarter of an hour', () => {
    expect(judgeCopy({ looks: 29, still: 0 }, null)).toBe('look-again')
    expect(judgeCopy({ looks: 30, still: 0 }, null)).toBe('nothing')
  })

  test('counts the looks that showed the same', () => {
    const job = { looks: 1, still: 3, seen: 5 } as CopyJob
    expect(looked(job, { size: 5 })).toEqual({ looks: 2, still: 4, seen: 5 })
    expect(looked(job, { size: 6 })).toEqual({ looks: 2, still: 0, seen: 6 })
    expect(looked(job, null)).toEqual({ looks: 2, still: 0 })
  })
})

describe('a pending share was asked for', () => {
  const remote = 'https://remote.example'
  const share = { id: '7', remote, name: 'Photos', owner: 'bob', accepted: false, firstSeen: 100 }
  const job = {
    link: { base: remote, token: 'x' },
    name: 'Photos',
    state: 'waiting',
    asked: true,
    createdAt: 50,
  } as MountJob
  const asked = (shares: object[], jobs: object[], now = 1000) => [
    ...askedFor(
      shares.map((more) => ({ ...share, ...more })),
      jobs.map((more) => ({ ...job, ...more })),
      now,
    ),
  ]

  test('when a link the user added must have brought it', () => {
    expect(asked([{}], [{}])).toEqual(['7'])
    expect(asked([{}], [{ name: undefined, state: 'failed' }])).toEqual(['7'])
  })

  test.each([
    ['from another server', [{ remote: 'https://remote.example.org' }], [{}]],
    ['with another name', [{ name: 'Virus' }], [{}]],
    ['there before the link was added', [{ firstSeen: 49 }], [{}]],
    ['known to the job as there before', [{}], [{ before: ['7'] }]],
    ['one of two that fit', [{}, { id: '8' }], [{}]],
    ['of a link that was never sent', [{}], [{ asked: false }]],
    ['of a link whose share is mounted', [{}], [{ state: 'mounted' }]],
  ])('but not one %s', (_, shares, jobs) => {
    expect(asked(shares, jobs)).toEqual([])
  })

  test('but not a day later', () => {
    expect(asked([{}], [{}], 50 + 25 * 3_600_000)).toEqual([])
  })
})

describe('a share that comes late', () => {
  const remote = 'https://remote.example'
  const share = { id: '7', remote, name: 'Photos', owner: 'bob', accepted: false, firstSeen: 5000 }
  const job = {
    id: 'j1',
    link: { base: remote, token: 'x' },
    route: 'remote-sends',
    name: 'Photos',
    state: 'failed',
    failure: { code: 'arrival-timeout' },
    asked: true,
    createdAt: 50,
  } as MountJob
  const late = (shares: object[], jobs: object[], now = 6000) =>
    lateArrivals(
      shares.map((more) => ({ ...share, ...more })),
      jobs.map((more) => ({ ...job, ...more })),
      now,
    )

  test('is taken for the link it fits', () => {
    const found = [{ jobId: 'j1', shareId: '7' }]
    expect(late([{}, { id: '8', name: 'Other' }], [{}])).toEqual(found)
    expect(late([{}], [{ failure: { code: 'job-interrupted' }, owner: 'bob' }])).toEqual(found)
    expect(late([{}], [{ id: 'j0' }, {}])).toEqual(found)
    expect(late([{}], [{}, { id: 'j2', name: 'Plans', link: { base: remote, token: 'y' } }])).toEqual(found)
  })

  test('of an announced link is known by the id we gave it', () => {
    const announced = { route: 'announce' }
    expect(late([{}], [announced])).toEqual([])
    expect(late([{ remoteId: announcedIdOf('j1') }], [announced])).toHaveLength(1)
  })

  test.each([
    ['from another server', [{ remote: 'https://remote.example.org' }], [{}]],
    ['with another name', [{ name: 'Photos 2' }], [{}]],
    ['from somebody else than the page named', [{ owner: 'mallory' }], [{ owner: 'bob' }]],
    ['whose link told no name', [{}], [{ name: undefined }]],
    ['there before the link was added', [{ firstSeen: 49 }], [{}]],
    ['known to the job as there before', [{}], [{ before: ['7'] }]],
    ['one of two that fit', [{}, { id: '8' }], [{}]],
    ['that fits two links', [{}], [{}, { id: 'j2', link: { base: remote, token: 'y' } }]],
    ['of a link that was never sent', [{}], [{ asked: false }]],
    ['of a link the other server refused', [{}], [{ failure: { code: 'link-gone' } }]],
    ['of a link that was ambiguous before', [{}], [{ failure: { code: 'arrival-ambiguous' } }]],
    ['of a link whose job still runs', [{}], [{ state: 'waiting' }]],
    ['of a link whose share is mounted', [{}], [{ state: 'mounted' }]],
  ])('is left to the user when it is one %s', (_, shares, jobs) => {
    expect(late(shares, jobs)).toEqual([])
  })

  test('is left to the user a day later', () => {
    expect(late([{}], [{}], 50 + 25 * 3_600_000)).toEqual([])
  })
})

test('a mount of which the home knows no kind is out of reach', () => {
  const share = { id: '7', remote: 'r', name: 'n', owner: 'o', accepted: true }
  expect(asMounted(share).trouble).toBe('unreachable')
  expect(asMounted({ ...share, kind: 'folder' }).trouble).toBeUndefined()
})

test('a search finds all words in any order, whatever their case and accents', () => {
  expect(isFound('ubung GRACE', 'Übung 3', 'Grace Hopper')).toBe(true)
  expect(isFound('ubung ada', 'Übung 3', 'Grace Hopper')).toBe(false)
  expect(isFound('  ', 'x')).toBe(true)
})
