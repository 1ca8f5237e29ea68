import { useEffect, useRef, useState } from 'preact/hooks'
import type { Item } from './list.ts'

/**
 * The items of a chunk as they are to be rendered. The same ones in a new list stay the old list, so that nothing is
 * rendered anew; below the first screen others come a frame later, so that what somebody types is answered at once.
 */
export function useCalmItems(items: Item[], first: boolean): Item[] {
  const last = useRef(items)
  if (!sameItems(last.current, items)) last.current = items
  const { current } = last
  const [late, setLate] = useState(current)
  useEffect(() => {
    // After the frame was painted, and unless another key came meanwhile: then an effect runs before its time.
    const timer = setTimeout(() => last.current === current && setLate(current))
    return () => clearTimeout(timer)
  }, [current])
  return first ? current : late
}

const sameItems = (a: Item[], b: Item[]): boolean =>
  a.length === b.length &&
  a.every(({ shares }, at) => {
    const others = b[at]?.shares
    return shares.length === others?.length && shares.every((share, index) => share === others[index])
  })
