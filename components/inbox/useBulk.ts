import { useState } from 'preact/hooks'
import { digits } from '../../lib/domain/counted.ts'
import type { PendingShareView, View } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { keyOf, type Row } from './rows.ts'
import type { Answers } from './useAnswers.ts'

export interface Bulk {
  /** Keys of the chosen rows; null while nothing is being chosen. */
  chosen: ReadonlySet<string> | null
  /** What goes on, or how it ended; empty when there is nothing to say. */
  status: string
  running: boolean
  begin: () => void
  end: () => void
  toggle: (key: string) => void
  chooseAll: (all: boolean) => void
  answer: (what: 'accept' | 'decline') => void
  /** What has not been sent waits for an answer again. */
  stop: () => void
}

/** Rows that still wait for an answer: only these can be chosen. */
export const isOpen = ({ share, openUrl }: Row): boolean => !openUrl && !share.answer

/** An answer this popup gave to several shares. */
interface Given {
  what: 'accept' | 'decline'
  keys: ReadonlySet<string>
  /** The list when it was given: until there is a newer one, nothing is known of what came of it. */
  pending: PendingShareView[]
  isWritten: boolean
}

/**
 * Answers several shares. The background does it, also when this popup is closed; what is shown comes from the view,
 * so a popup that is opened meanwhile shows it, too.
 */
export function useBulk(rows: Row[], view: View, { several, stop }: Pick<Answers, 'several' | 'stop'>): Bulk {
  const t = useText()
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const open = rows.filter(isOpen)
  const isAwaited = given !== null && !(given.isWritten && view.pending !== given.pending)

  const answer = async (what: Given['what']): Promise<void> => {
    const shares = open.filter(({ key }) => chosen?.has(key)).map(({ share }) => share)
    if (shares.length === 0 || isAwaited) return
    const now = { what, keys: new Set(shares.map(keyOf)), pending: view.pending, isWritten: false }
    setGiven(now)
    setChosen(null)
    setGiven((await several(shares, what)) ? { ...now, isWritten: true } : null)
  }

  const statusOf = (): string => {
    const { answer: kind, left, total } = view.several ?? progressOf(given)
    if (view.several || isAwaited) {
      return t(
        kind === 'accepting' ? 'bulk_accepting' : 'bulk_declining',
        digits(t, total - left + 1),
        digits(t, total),
      )
    }
    if (!given) return ''
    const { what, keys } = given
    const good = what === 'accept' ? view.mounted.map(keyOf) : [...keys].filter(isGoneFrom(view.pending))
    const count = good.filter((key) => keys.has(key)).length
    return t(what === 'accept' ? 'bulk_accepted' : 'bulk_declined', digits(t, count), digits(t, keys.size))
  }

  return {
    chosen: isAwaited ? given.keys : chosen,
    status: statusOf(),
    running: isAwaited || view.several !== undefined,
    begin: () => {
      setGiven(null)
      setChosen(new Set())
    },
    end: () => setChosen(null),
    toggle: (key) =>
      setChosen((now) => new Set(now?.has(key) ? [...now].filter((one) => one !== key) : [...(now ?? []), key])),
    chooseAll: (all) => setChosen(new Set(all ? open.map(({ key }) => key) : [])),
    answer: (what) => void answer(what),
    stop,
  }
}

function progressOf(given: Given | null): NonNullable<View['several']> {
  const total = given?.keys.size ?? 0
  return { answer: given?.what === 'decline' ? 'declining' : 'accepting', left: total, total }
}

function isGoneFrom(pending: PendingShareView[]): (key: string) => boolean {
  const there = new Set(pending.map(keyOf))
  return (key) => !there.has(key)
}
