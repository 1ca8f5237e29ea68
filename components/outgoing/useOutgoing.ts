import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Failure } from '../../lib/domain/failure.ts'
import type { ShareRules } from '../../lib/domain/share-rules.ts'
import type { DeletionView, OutgoingShareView } from '../../lib/protocol.ts'
import { useBackend } from '../context.ts'
import { settle } from '../settle.ts'

/** What is known of one account's outgoing shares. */
export interface Outgoing {
  /** Absent until the server answered. */
  shares?: OutgoingShareView[]
  rules?: ShareRules
  failure?: Failure
  checking: boolean
  /** Milliseconds since the epoch. */
  checkedAt?: number
}

export interface OutgoingState extends Outgoing {
  check: () => void
  /** Puts a new or changed share in its place. */
  put: (share: OutgoingShareView) => void
  /** The user thought better of deleting it. */
  keep: (shareId: string) => void
}

/** Reads an account's outgoing shares and its server's rules, and keeps them as the user changes them. */
export function useOutgoing(accountId: string, deletions: DeletionView[]): OutgoingState {
  const backend = useBackend()
  const [known, setKnown] = useState<Outgoing>({ checking: true })
  const latest = useRef(0)
  const check = useCallback(async () => {
    const turn = ++latest.current
    setKnown((before) => ({ ...before, checking: true }))
    const [shares, rules] = await Promise.all([
      settle(backend.call('ui/outgoing', { accountId })),
      settle(backend.call('ui/share-rules', { accountId })),
    ])
    // The user may have chosen another account meanwhile.
    if (turn !== latest.current) return
    const refused = [shares, rules].find((result) => !result.ok)
    setKnown((before) => {
      const { failure: _, ...rest } = before
      return {
        ...rest,
        checking: false,
        ...(shares.ok ? { shares: shares.value, checkedAt: Date.now() } : {}),
        ...(rules.ok ? { rules: rules.value } : {}),
        ...(refused && !refused.ok ? { failure: refused.failure } : {}),
      }
    })
  }, [backend, accountId])
  useEffect(() => {
    setKnown({ checking: true })
    void check()
  }, [check])

  const change = (how: (shares: OutgoingShareView[]) => OutgoingShareView[]): void =>
    setKnown((before) => ({ ...before, shares: how(before.shares ?? []) }))
  const keep = useDeleted(accountId, deletions, (gone) => change((shares) => shares.filter(({ id }) => !gone.has(id))))
  const put = useCallback((share: OutgoingShareView) => {
    change((shares) =>
      shares.some(({ id }) => id === share.id)
        ? shares.map((one) => (one.id === share.id ? share : one))
        : [...shares, share],
    )
  }, [])
  return useMemo(() => ({ ...known, check: () => void check(), put, keep }), [known, check, put, keep])
}

/** A deletion that is waited for no more was carried out, unless the user took it back. */
function useDeleted(accountId: string, deletions: DeletionView[], onGone: (ids: Set<string>) => void) {
  const waiting = useRef(new Set<string>())
  const kept = useRef(new Set<string>())
  useEffect(() => {
    const own = deletions.filter((deletion) => deletion.accountId === accountId)
    const there = new Set(own.map(({ shareId }) => shareId))
    const gone = new Set([...waiting.current].filter((id) => !there.has(id) && !kept.current.has(id)))
    waiting.current = new Set(own.filter(({ failure }) => !failure).map(({ shareId }) => shareId))
    // Until the background has taken it back, too.
    kept.current = new Set([...kept.current].filter((id) => there.has(id)))
    if (gone.size > 0) onGone(gone)
  }, [deletions])
  return useCallback((shareId: string) => void kept.current.add(shareId), [])
}
