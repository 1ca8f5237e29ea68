import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface Props {
  /** Rendered from the start: it is on the first screen. */
  first: boolean
  /** Height in rem to keep free until it was seen. */
  guess: number
  children: () => ComponentChildren
}

/** How far from what is seen it is rendered: nobody sees it come, and the Tab key finds the next one. */
const margin = '1200px'

/**
 * A part of a long list that is rendered while it is in sight or near: thousands of rows then cost as much as some
 * screens of them. What has the focus stays.
 */
export function Chunk({ first, guess, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(first)
  const [height, setHeight] = useState<number>()
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new IntersectionObserver(
      (seen) => {
        const last = seen.at(-1)
        if (!last) return
        if (!last.isIntersecting && element.contains(document.activeElement)) return
        if (!last.isIntersecting && element.hasChildNodes()) setHeight(last.boundingClientRect.height)
        setNear(last.isIntersecting)
      },
      { rootMargin: margin },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const blockSize = height === undefined ? `${guess}rem` : `${height}px`
  return (
    <div ref={box} class="chunk" style={near ? undefined : { blockSize }}>
      {near && children()}
    </div>
  )
}
