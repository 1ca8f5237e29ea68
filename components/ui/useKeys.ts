import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Listens for keys anywhere inside an element that is no control itself. */
export function useKeys(box: RefObject<HTMLElement | null>, onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown)
  latest.current = onKeyDown
  useEffect(() => {
    const element = box.current
    const listener = (event: KeyboardEvent): void => latest.current(event)
    element?.addEventListener('keydown', listener)
    return () => element?.removeEventListener('keydown', listener)
  }, [box])
}
