import { useCallback, useEffect, useState } from 'preact/hooks'
import { useBackend } from './context.ts'

export interface AllSites {
  /** Whether the button may be shown on share pages; null: not known yet. */
  granted: boolean | null
  /** Asks the user; only inside a click. Resolves to the answer. */
  request: () => Promise<boolean>
}

/** The browser's permission for the button on share pages. */
export function useAllSites(): AllSites {
  const backend = useBackend()
  const [granted, setGranted] = useState<boolean | null>(null)
  useEffect(() => {
    backend.hasAllSites().then(setGranted, () => setGranted(false))
  }, [backend])
  const request = useCallback(async () => {
    const answer = await backend.requestAllSites()
    setGranted(answer)
    return answer
  }, [backend])
  return { granted, request }
}
