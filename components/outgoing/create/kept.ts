import type { Draft } from '../draft.ts'
import type { ChosenItem, Target } from './steps.ts'

/** A share in the making, without its password. */
export interface Kept {
  accountId: string
  item: ChosenItem
  target?: Target
  draft?: Draft
}

const key = 'share-in-the-making'
/** How long it is taken up again, in milliseconds. */
const lifetime = 3_600_000

/** Keeps what was chosen and typed: a popup closes whenever something else is clicked, the browser's own questions too. */
export function keep(kept: Kept): void {
  const { draft, ...rest } = kept
  const safe = draft ? { ...rest, draft: { ...draft, password: '' } } : rest
  localStorage.setItem(key, JSON.stringify({ at: Date.now(), kept: safe }))
}

export const forget = (): void => localStorage.removeItem(key)

/** What was kept for this account within the last hour. */
export function readKept(accountId: string): Kept | undefined {
  try {
    const { at, kept } = JSON.parse(localStorage.getItem(key) ?? '{}') as { at?: number; kept?: Kept }
    const isFresh = at !== undefined && Date.now() - at < lifetime
    return isFresh && kept?.accountId === accountId && kept.item ? kept : undefined
  } catch {
    return undefined
  }
}
