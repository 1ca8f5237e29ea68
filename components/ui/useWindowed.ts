import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Rows rendered above and below what is seen. */
const spare = 8
/** Before the box was measured. */
const usual = 12

/**
 * Which of `count` rows of the same height to render in a box that scrolls: those that are seen, so that thousands cost
 * as much as a dozen.
 * @param rowHeight in rem
 */
export function useWindowed(count: number, rowHeight: number) {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ first: 0, rows: usual })
  const pixels = (): number =>
    rowHeight * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16)
  const measure = (): void => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    const first = Math.floor(scrollTop / pixels())
    const rows = Math.ceil(clientHeight / pixels()) || usual
    setSeen((before) => (before.first === first && before.rows === rows ? before : { first, rows }))
  }
  useLayoutEffect(measure, [count])
  useEffect(() => {
    const element = box.current
    element?.addEventListener('scroll', measure, { passive: true })
    return () => element?.removeEventListener('scroll', measure)
  }, [])
  /** Scrolls so that a row is seen. */
  const reveal = (index: number): void => {
    const element = box.current
    if (!element) return
    const top = index * pixels()
    if (top < element.scrollTop) element.scrollTop = top
    const bottom = top + pixels() - element.clientHeight
    if (bottom > element.scrollTop) element.scrollTop = bottom
    measure()
  }
  const first = Math.max(0, Math.min(seen.first, count - seen.rows) - spare)
  const last = Math.min(count, seen.first + seen.rows + spare)
  return { box, first, last, reveal, rows: seen.rows }
}
