import { failure } from '../domain/failure.ts'
import { failed, type Result } from '../domain/result.ts'
import { doubtAbout } from './accept-share.ts'
import { alarmFor } from './alarms.ts'
import { queuePause } from './answer-several.ts'
import { showBadge } from './badge.ts'
import { homeIsAway } from './home-is-away.ts'
import { changeShare, withChange, type Inboxes, type ShareRef } from './inbox-store.ts'
import { giveUp, nextDecline, takeNext, type Due } from './next-answer.ts'
import type { Ports } from './ports.ts'
import { sendAccept, sendDecline, type Opened } from './send-answer.ts'
import { onceMore } from './single-flight.ts'

type Accepted = Result<Opened>

/** An answer that was sent, not stored yet. */
interface Done {
  store: (all: Inboxes) => Inboxes
  /** To be called when it is stored. */
  end: () => void
}

const interrupted: Accepted = failed(failure('job-interrupted'))

/** Sends the user's answers, each share's at most once at a time: accepting twice renames the mount. */
export function createAnswering(ports: Ports) {
  const underWay = new Map<string, Promise<Accepted>>()
  let guardedAt = 0

  /** The share is under way from now until what is returned is called. */
  function take(ref: ShareRef): (result: Accepted) => void {
    let tell: (result: Accepted) => void = () => {}
    underWay.set(keyOf(ref), new Promise<Accepted>((resolve) => (tell = resolve)))
    return (result) => {
      underWay.delete(keyOf(ref))
      tell(result)
    }
  }

  /** A single share, at once: it waits for no queue, and whoever comes meanwhile shares its outcome. */
  async function accept(ref: ShareRef): Promise<Accepted> {
    const current = underWay.get(keyOf(ref))
    if (current) return current
    const end = take(ref)
    let result = interrupted
    try {
      return (result = await acceptNow(ref))
    } finally {
      end(result)
    }
  }

  async function acceptNow(ref: ShareRef): Promise<Accepted> {
    let mayHaveBeenSent: boolean | undefined
    const at = ports.now()
    await changeShare(ports, ref, ({ failure: _, ...share }) => {
      mayHaveBeenSent = share.answer?.kind === 'accepting' && !share.answer.queued
      return { ...share, answer: { kind: 'accepting', at } }
    })
    if (mayHaveBeenSent === undefined) return failed(failure('accept-gone'))
    const { checkedAt = 0 } = (await ports.stores.inbox.read())[ref.accountId] ?? {}
    const { result, change } = await sendAccept(ports, ref, doubtAbout(mayHaveBeenSent, checkedAt, ports.now()))
    await changeShare(ports, ref, change)
    return result
  }

  /**
   * Sends what is due and what a worker's death interrupted, one after the other. What came of one is stored together
   * with the beginning of the next: among thousands of shares each writing counts.
   */
  async function sendDue(): Promise<void> {
    let done: Done | undefined
    do done = await turn(done)
    while (done)
    guardedAt = 0
  }

  async function turn(before?: Done): Promise<Done | undefined> {
    await guard(before !== undefined)
    const { due, end, all } = await begin(before)
    if (before || due) await showBadge(ports)
    if (due) return send(due, end)
    const at = nextDecline(all)
    if (at !== undefined) await ports.alarms.set(alarmFor('answer'), at)
    return undefined
  }

  async function begin(before?: Done) {
    let due: Due | undefined
    let end: (result: Accepted) => void = () => {}
    try {
      const all = await ports.stores.inbox.update((stored) => {
        const next = takeNext(before ? before.store(stored) : stored, ports.now(), (ref) => underWay.has(keyOf(ref)))
        due = next.due
        if (due) end = take(due.ref)
        return next.all
      })
      return { due, end, all }
    } catch (error) {
      end(interrupted)
      throw error
    } finally {
      before?.end()
    }
  }

  async function send(due: Due, end: (result: Accepted) => void): Promise<Done> {
    const { ref } = due
    try {
      const sent =
        due.kind === 'accepting'
          ? await sendAccept(ports, ref, due.doubt)
          : await sendDecline(ports, ref, due.isDoubtful)
      const away = due.several && !sent.result.ok && (await homeIsAway(ports, ref.accountId, sent.result.failure))
      return {
        store: (all) => {
          const stored = withChange(all, ref, sent.change, ports.now())
          return away ? giveUp(stored, ref.accountId, away) : stored
        },
        end: () => end(sent.result),
      }
    } catch (error) {
      end(interrupted)
      throw error
    }
  }

  /** An alarm takes the queue up again, whatever becomes of this worker. */
  async function guard(isBusy: boolean): Promise<void> {
    if (ports.now() - guardedAt < queuePause / 2) return
    const inboxes = Object.values(await ports.stores.inbox.read())
    if (!isBusy && inboxes.every(({ shares }) => shares.every(({ answer }) => !answer))) return
    guardedAt = ports.now()
    await ports.alarms.set(alarmFor('answer'), guardedAt + queuePause)
  }

  return { accept, send: onceMore(sendDue) }
}

const keyOf = ({ accountId, shareId }: ShareRef): string => JSON.stringify([accountId, shareId])
