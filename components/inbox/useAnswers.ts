import { useMemo, useRef, useState } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { Failure } from '../../lib/domain/failure.ts'
import type { PendingShareView, View } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { settle } from '../settle.ts'
import { arrived, keyOf, rowsOf, type HeldShare, type Row } from './rows.ts'

export interface Answers {
  accept: (share: PendingShareView) => void
  decline: (share: PendingShareView) => void
  /** Resolves to whether the background has written it down. */
  several: (shares: PendingShareView[], what: 'accept' | 'decline') => Promise<boolean>
  /** Takes back what has not been sent of it. */
  stop: () => void
  undo: (share: PendingShareView) => void
  /** Takes an accepted share's row away. */
  close: (share: PendingShareView) => void
  /** Why the last answer did not work: from the stored view, or from this popup's own call. */
  failureOf: (share: PendingShareView) => Failure | undefined
}

/** The rows to show, what to read out, and what the user can do with a share. */
export function useAnswers({ pending, mounted }: View): { rows: Row[]; news: string; answers: Answers } {
  const backend = useBackend()
  const t = useText()
  const [held, setHeld] = useState<HeldShare[]>([])
  /** Several accepted in one go, where they stood: the view tells when they are in the user's cloud. */
  const [begun, setBegun] = useState<HeldShare[]>([])
  const [failures, setFailures] = useState<Record<string, Failure | undefined>>({})
  const [news, setNews] = useState('')
  const rows = useMemo(
    () => rowsOf(pending, [...held, ...arrived(begun, pending, mounted)]),
    [pending, mounted, held, begun],
  )
  // Rows keep their buttons while nothing about them changes, so these must see the rows of the moment.
  const latest = useRef(rows)
  latest.current = rows

  const fail = (share: PendingShareView, failure?: Failure): void =>
    setFailures((all) => ({ ...all, [keyOf(share)]: failure }))
  const interrupted = (share: PendingShareView) => () => fail(share, { code: 'job-interrupted' })
  const release = (share: PendingShareView): void => {
    setHeld((all) => without(all, share))
    setBegun((all) => without(all, share))
  }

  const indexOf = (share: PendingShareView): number => latest.current.findIndex(({ key }) => key === keyOf(share))

  const accept = async (share: PendingShareView): Promise<void> => {
    const index = indexOf(share)
    fail(share)
    setNews(t('inbox_accepting_name', displayName(share.name)))
    setHeld((all) => [...without(all, share), { share, index }])
    const result = await settle(backend.call('ui/accept', idsOf(share)))
    if (result.ok) {
      setNews(t('inbox_accepted_name', displayName(share.name)))
      setHeld((all) => [...without(all, share), { share, index, openUrl: result.value.openUrl }])
    } else {
      setNews(t('inbox_failed_name', displayName(share.name)))
      fail(share, result.failure)
      release(share)
    }
  }
  const several = async (shares: PendingShareView[], what: 'accept' | 'decline'): Promise<boolean> => {
    const places = new Map(latest.current.map(({ key }, index) => [key, index]))
    const chosen = shares.map((share) => ({ share, index: places.get(keyOf(share)) ?? 0 }))
    setFailures({})
    if (what === 'accept') setBegun((all) => [...all, ...chosen])
    const refs = shares.map(idsOf)
    return backend.call('ui/answer-several', { refs, answer: what }).then(
      () => true,
      () => {
        const why: Failure = { code: 'job-interrupted' }
        setFailures(Object.fromEntries(shares.map((share) => [keyOf(share), why])))
        return false
      },
    )
  }
  const answers: Answers = {
    accept: (share) => void accept(share),
    decline: (share) => {
      fail(share)
      setNews(t('inbox_declined_name', displayName(share.name)))
      backend.call('ui/decline', idsOf(share)).catch(interrupted(share))
    },
    several,
    stop: () => void backend.call('ui/stop-several', {}).catch(() => undefined),
    undo: (share) => {
      setNews(t('inbox_undone_name', displayName(share.name)))
      backend.call('ui/undo-decline', idsOf(share)).catch(interrupted(share))
    },
    close: release,
    failureOf: (share) => share.failure ?? failures[keyOf(share)],
  }
  return { rows, news, answers }
}

const without = (all: HeldShare[], share: PendingShareView): HeldShare[] =>
  all.filter((one) => keyOf(one.share) !== keyOf(share))

const idsOf = ({ accountId, id }: PendingShareView): { accountId: string; shareId: string } => ({
  accountId,
  shareId: id,
})
