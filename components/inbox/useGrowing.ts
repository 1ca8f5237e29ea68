import { useEffect, useRef, useState } from 'preact/hooks'

/** Enough to fill the first screen twice. */
const atFirst = 15
const step = 120

/**
 * How many of `total` rows to render: the first screen at once, the rest in slices between frames, so that a popup
 * with hundreds of shares still appears immediately. Ends with all of them, for scrolling and finding.
 * @param list another one begins anew: the rows of a search, or those of all accounts
 */
export function useGrowing(total: number, list = ''): number {
  const [count, setCount] = useState(atFirst)
  const last = useRef(list)
  if (last.current !== list) {
    last.current = list
    setCount(atFirst)
  }
  useEffect(() => {
    if (count >= total) return
    const timer = setTimeout(() => setCount(count + step))
    return () => clearTimeout(timer)
  }, [count, total])
  return count
}
