import { describe, expect, it } from 'vitest'
import { advance, latestJob, type JobEvent, type JobState } from '../../lib/domain/mount-job.ts'
import { begun as job } from './begun-job.ts'

const events: JobEvent[] = [
  { type: 'listed', before: [] },
  { type: 'tab-opened', tabId: 5 },
  { type: 'tab-shown' },
  { type: 'about-to-ask', by: 'document' },
  { type: 'answered', answer: { status: 200, body: '', withPassword: false } },
  { type: 'sent', uncertain: false },
  { type: 'looked' },
  { type: 'arrived', shareId: '1' },
  { type: 'about-to-accept' },
  { type: 'mounted', shareId: '1', mountpoint: '/Photos', openUrl: 'u', already: false },
  { type: 'password-needed', failure: { code: 'password-needed' } },
  { type: 'password-given' },
  { type: 'failed', failure: { code: 'link-gone' } },
]

/** Where each event leads from each state; every pair that is not here must throw. */
const moves: Record<JobState, Partial<Record<JobEvent['type'], JobState>>> = {
  asking: {
    listed: 'asking',
    'tab-opened': 'asking',
    'tab-shown': 'asking',
    'about-to-ask': 'asking',
    answered: 'asking',
    sent: 'waiting',
    arrived: 'accepting',
    mounted: 'mounted',
    'password-needed': 'needs-password',
    failed: 'failed',
  },
  waiting: { looked: 'waiting', arrived: 'accepting', mounted: 'mounted', failed: 'failed' },
  accepting: { 'about-to-accept': 'accepting', mounted: 'mounted', failed: 'failed' },
  'needs-password': { 'password-given': 'asking', failed: 'failed' },
  mounted: {},
  failed: {},
}

describe('advance', () => {
  for (const [state, allowed] of Object.entries(moves)) {
    for (const event of events) {
      const to = allowed[event.type]
      it(`${state} + ${event.type} -> ${to ?? 'throws'}`, () => {
        const move = () => advance({ ...job, state: state as JobState }, event, 7)
        if (to) expect(move()).toMatchObject({ state: to, updatedAt: 7 })
        else expect(move).toThrow(event.type)
      })
    }
  }

  it('allows three wrong passwords', () => {
    const wrong: JobEvent = { type: 'password-needed', failure: { code: 'password-wrong' } }
    let current = job
    for (const expected of ['needs-password', 'needs-password', 'failed']) {
      current = advance(current, wrong, 1)
      expect(current.state).toBe(expected)
      if (expected === 'needs-password') current = advance(current, { type: 'password-given' }, 1)
    }
    expect(current.failure?.code).toBe('password-tries-used-up')
  })

  it('forgets the tab of the home with the asking', () => {
    const shown = advance(advance(job, { type: 'tab-opened', tabId: 5 }, 1), { type: 'tab-shown' }, 2)
    expect(shown).toMatchObject({ tabId: 5, tabShown: true })
    const again = advance(shown, { type: 'password-needed', failure: { code: 'password-wrong' } }, 3)
    expect(again).not.toHaveProperty('tabId')
    expect(again).not.toHaveProperty('tabShown')
  })

  it('forgets that it asked when a password is given, so that it asks again', () => {
    const waiting = advance(
      { ...job, asked: true },
      { type: 'password-needed', failure: { code: 'password-needed' } },
      1,
    )
    expect(advance(waiting, { type: 'password-given' }, 2)).toMatchObject({ state: 'asking', asked: false })
  })
})

it('finds the newest job of a link in an account', () => {
  const jobs = [job, { ...job, id: 'newer' }, { ...job, id: 'other', accountId: 'b' }]
  expect(latestJob(jobs, { base: 'http://REMOTE.example/', token: 'T' }, 'a')?.id).toBe('newer')
  expect(latestJob(jobs, { base: 'https://remote.example', token: 'U' }, 'a')).toBeUndefined()
})
