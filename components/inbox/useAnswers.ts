import { useMemo, useRef, useState } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { Failure } from '../../lib/domain/failure.ts'
import type { PendingShareView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { settle } from '../settle.ts'
import { keyOf, rowsOf, type HeldShare, type Row } from './rows.ts'

export interface Answers {
  /** Resolve to whether it worked. `quiet`: not read out, for one of many. */
  accept: (share: PendingShareView, quiet?: boolean) => Promise<boolean>
  decline: (share: PendingShareView, quiet?: boolean) => Promise<boolean>
  undo: (share: PendingShareView) => void
  /** Takes an accepted share's row away. */
  close: (share: PendingShareView) => void
  /** Why the last answer did not work: from the stored view, or from this popup's own call. */
  failureOf: (share: PendingShareView) => Failure | undefined
}

/** The rows to show, what to read out, and what the user can do with a share. */
export function useAnswers(pending: PendingShareView[]): { rows: Row[]; news: string; answers: Answers } {
  const backend = useBackend()
  const t = useText()
  const [held, setHeld] = useState<HeldShare[]>([])
  const [failures, setFailures] = useState<Record<string, Failure | undefined>>({})
  const [news, setNews] = useState('')
  const rows = useMemo(() => rowsOf(pending, held), [pending, held])
  // Rows keep their buttons while nothing about them changes, so these must see the rows of the moment.
  const latest = useRef(rows)
  latest.current = rows

  const fail = (share: PendingShareView, failure?: Failure): void =>
    setFailures((all) => ({ ...all, [keyOf(share)]: failure }))
  const interrupted = (share: PendingShareView) => () => {
    fail(share, { code: 'job-interrupted' })
    return false
  }
  const release = (share: PendingShareView): void => setHeld((all) => without(all, share))

  const accept = async (share: PendingShareView, quiet = false): Promise<boolean> => {
    const say = quiet ? () => undefined : setNews
    const index = latest.current.findIndex(({ key }) => key === keyOf(share))
    fail(share)
    say(t('inbox_accepting_name', displayName(share.name)))
    setHeld((all) => [...without(all, share), { share, index }])
    const result = await settle(backend.call('ui/accept', idsOf(share)))
    if (result.ok) {
      say(t('inbox_accepted_name', displayName(share.name)))
      setHeld((all) => [...without(all, share), { share, index, openUrl: result.value.openUrl }])
    } else {
      say(t('inbox_failed_name', displayName(share.name)))
      fail(share, result.failure)
      release(share)
    }
    return result.ok
  }
  const answers: Answers = {
    accept,
    decline: (share, quiet = false) => {
      fail(share)
      if (!quiet) setNews(t('inbox_declined_name', displayName(share.name)))
      return backend.call('ui/decline', idsOf(share)).then(() => true, interrupted(share))
    },
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
