import { useEffect, useRef, useState } from 'preact/hooks'

const step = 60

/**
 * How many of `total` rows to render: as many as fill some screens, and more whenever the end comes near. For lists of
 * thousands, where rendering them all would keep the page busy for seconds.
 * @param list another one begins anew
 * @returns the number, and the element to put at the end while there are more
 */
export function useOnDemand(total: number, list: string) {
  const [count, setCount] = useState(step)
  const last = useRef(list)
  if (last.current !== list) {
    last.current = list
    setCount(step)
  }
  const end = useRef<HTMLDivElement>(null)
  const more = (): void => setCount((shown) => shown + step)
  useEffect(() => {
    if (!end.current || count >= total) return
    // Two screens ahead, so that nobody sees the end come.
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && more(), { rootMargin: '1200px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [count, total, list])
  return { count, end, more }
}
