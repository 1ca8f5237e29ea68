import type { View } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { useBusy } from '../useBusy.ts'

/** The cloud that is used without an account. */
export function KeptAddress({ host, product }: NonNullable<View['homeAddress']>) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const forget = () => backend.call('ui/use-address', { address: null, insecureConfirmed: false })
  return (
    <div class="stack">
      <p class="status status-good">{t(product === 'ocis' ? 'address_only_ocis' : 'address_only_on', host)}</p>
      <div class="actions">
        <Button busy={busy} onClick={() => run(forget)}>
          {t('address_only_forget')}
        </Button>
      </div>
    </div>
  )
}
