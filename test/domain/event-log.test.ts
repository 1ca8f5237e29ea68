import { describe, expect, it } from 'vitest'
import { addEvent, emptyLog, eventsKept, type LogEntry } from '../../lib/domain/event-log.ts'

const poll = (accountId: string, outcome: 'ok' | 'home-unreachable' = 'ok'): LogEntry => ({
  type: 'poll',
  accountId,
  home: 'https://home.example',
  outcome,
})
const note: LogEntry = { type: 'notification', shares: 1 }

const logOf = (...entries: LogEntry[]) => entries.reduce((log, entry, index) => addEvent(log, entry, index), emptyLog)

describe('the event log', () => {
  it('numbers events for ever and keeps the last 200', () => {
    const { events, next } = logOf(...Array.from({ length: 500 }, () => note))
    expect(next).toBe(501)
    expect(events).toHaveLength(eventsKept)
    expect([events[0]?.number, events.at(-1)?.number]).toEqual([301, 500])
  })

  it('counts polls that go as the last one went, for each account by itself', () => {
    const { events } = logOf(poll('a'), poll('b'), poll('a'), poll('b'), poll('a'))
    expect(events).toMatchObject([
      { number: 1, accountId: 'a', at: 0, repeated: { times: 2, until: 4 } },
      { number: 2, accountId: 'b', at: 1, repeated: { times: 1, until: 3 } },
    ])
  })

  it('tells apart what went otherwise, or has something in between', () => {
    const { events } = logOf(poll('a'), poll('a', 'home-unreachable'), poll('a'), note, poll('a'))
    expect(events.map(({ type, repeated }) => [type, repeated])).toEqual([
      ['poll', undefined],
      ['poll', undefined],
      ['poll', undefined],
      ['notification', undefined],
      ['poll', undefined],
    ])
  })
})
