import { useRef, useState } from 'preact/hooks'
import { digits } from '../../lib/domain/counted.ts'
import type { PendingShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import type { Row } from './rows.ts'
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
  /** Ends after the share that is being answered. */
  stop: () => void
}

/** Rows that still wait for an answer: only these can be chosen. */
export const isOpen = ({ share, openUrl }: Row): boolean => !openUrl && !share.answer

/** Answers several shares, one after the other: each can fail by itself and says so in its row. */
export function useBulk(rows: Row[], { accept, decline }: Pick<Answers, 'accept' | 'decline'>): Bulk {
  const t = useText()
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [status, setStatus] = useState('')
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const open = rows.filter(isOpen)

  const answer = async (what: 'accept' | 'decline'): Promise<void> => {
    const shares: PendingShareView[] = open.filter(({ key }) => chosen?.has(key)).map(({ share }) => share)
    if (shares.length === 0 || running) return
    stopped.current = false
    setRunning(true)
    let good = 0
    let done = 0
    for (const share of shares) {
      if (stopped.current) break
      done++
      setStatus(t(what === 'accept' ? 'bulk_accepting' : 'bulk_declining', digits(t, done), digits(t, shares.length)))
      if (await (what === 'accept' ? accept(share, true) : decline(share, true))) good++
    }
    setRunning(false)
    setChosen(null)
    setStatus(t(what === 'accept' ? 'bulk_accepted' : 'bulk_declined', digits(t, good), digits(t, shares.length)))
  }

  return {
    chosen,
    status,
    running,
    begin: () => {
      setStatus('')
      setChosen(new Set())
    },
    end: () => setChosen(null),
    toggle: (key) =>
      setChosen((now) => new Set(now?.has(key) ? [...now].filter((one) => one !== key) : [...(now ?? []), key])),
    chooseAll: (all) => setChosen(new Set(all ? open.map(({ key }) => key) : [])),
    answer: (what) => void answer(what),
    stop: () => void (stopped.current = true),
  }
}
