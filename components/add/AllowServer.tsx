import { useState } from 'preact/hooks'
import { useBackend, useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { useBusy } from '../useBusy.ts'

interface Props {
  base: string
  onAllowed: () => Promise<unknown>
  /** Instead of "Allow and add". */
  label?: string
}

/** Asks the browser's question for one server, then goes on. */
export function AllowServer({ base, onAllowed, label }: Props) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const [refused, setRefused] = useState(false)
  const allow = async (): Promise<void> => {
    const granted = await backend.requestOrigins([base])
    setRefused(!granted)
    if (granted) await onAllowed()
  }
  return (
    <>
      <Button look="primary" busy={busy} onClick={() => run(allow)}>
        {label ?? t('add_allow')}
      </Button>
      <p role="status" class="small">
        {refused && t('permission_refused')}
      </p>
    </>
  )
}
