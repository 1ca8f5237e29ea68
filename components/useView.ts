import { useEffect, useState } from 'preact/hooks'
import type { View } from '../lib/protocol.ts'
import { applyAppearance } from './appearance.ts'
import { useBackend } from './context.ts'

/** Everything the background knows, as last stored. Null until storage answered, some milliseconds after the start. */
export function useView(): View | null {
  const backend = useBackend()
  const [view, setView] = useState<View | null>(null)
  useEffect(
    () =>
      backend.watchView((current) => {
        applyAppearance(current.settings.values.appearance)
        setView(current)
      }),
    [backend],
  )
  return view
}
