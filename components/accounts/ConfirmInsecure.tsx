import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

interface Props {
  host: string
  busy: boolean
  confirm: () => void
  onCancel: () => void
}

/** Plain http in a private network needs a second, informed click. */
export function ConfirmInsecure({ host, busy, confirm, onCancel }: Props) {
  const t = useText()
  return (
    <Notice tone="warning" title={t('connect_insecure_title')} alert>
      <p>{t('connect_insecure_cause', host)}</p>
      <p>{t('connect_insecure_fix')}</p>
      <div class="actions">
        <Button busy={busy} onClick={confirm}>
          {t('connect_insecure_submit')}
        </Button>
        <Button look="link" onClick={onCancel}>
          {t('common_cancel')}
        </Button>
      </div>
    </Notice>
  )
}
