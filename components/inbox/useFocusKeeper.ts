import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Keeps the keyboard user in place. When the button or row that had the focus disappears, the focus goes to the same
 * row, else to the row that took its place, else to the heading; otherwise the browser would send it to the top.
 * @param rows changes whenever the rows, or what is in them, may have changed
 */
export function useFocusKeeper(region: RefObject<HTMLElement | null>, rows: unknown): void {
  const last = useRef<{ key: string; index: number } | null>(null)
  useEffect(() => {
    const root = region.current
    const remember = ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
      last.current = row ? { key: row.dataset['row'] ?? '', index: rowsIn(root).indexOf(row) } : null
    }
    // Leaving on purpose has a new target; a removed element leaves none.
    const forget = ({ target, relatedTarget }: FocusEvent): void => {
      const leftForElsewhere = relatedTarget instanceof Element && !root?.contains(relatedTarget)
      if (leftForElsewhere && target instanceof Element) last.current = null
    }
    root?.addEventListener('focusin', remember)
    root?.addEventListener('focusout', forget)
    return () => {
      root?.removeEventListener('focusin', remember)
      root?.removeEventListener('focusout', forget)
    }
  }, [region])
  useLayoutEffect(() => {
    const before = last.current
    if (!before || document.activeElement !== document.body) return
    const all = rowsIn(region.current)
    const row = all.find(({ dataset }) => dataset['row'] === before.key) ?? all[before.index] ?? all.at(-1)
    const place = row?.querySelector<HTMLElement>('button, a[href]') ?? row ?? region.current?.querySelector('h2')
    place?.focus()
  }, [region, rows])
}

const rowsIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]
