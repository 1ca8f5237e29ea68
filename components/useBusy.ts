import { useCallback, useRef, useState } from 'preact/hooks'

/**
 * Runs one action at a time: presses while it runs are ignored.
 * The action starts inside the click, because permission prompts need the user's gesture.
 */
export function useBusy(): [boolean, (action: () => Promise<unknown>) => void] {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const run = useCallback((action: () => Promise<unknown>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    const done = (): void => {
      running.current = false
      setBusy(false)
    }
    action().then(done, done)
  }, [])
  return [busy, run]
}
