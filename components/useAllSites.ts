import { useCallback, useEffect, useState } from 'preact/hooks'
import { useBackend } from './context.ts'

/** Whether the button may be shown on share pages (null: not known yet), and the question to the user for it. */
export function useAllSites(): { granted: boolean | null; request: () => Promise<void> } {
  const backend = useBackend()
  const [granted, setGranted] = useState<boolean | null>(null)
  useEffect(() => {
    backend.hasAllSites().then(setGranted, () => setGranted(false))
  }, [backend])
  const request = useCallback(() => backend.requestAllSites().then(setGranted), [backend])
  return { granted, request }
}
