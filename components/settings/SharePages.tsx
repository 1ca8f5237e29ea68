import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useAllSites } from '../useAllSites.ts'
import { useBusy } from '../useBusy.ts'
import './Settings.css'

/** Whether the browser lets share pages carry the button. That can only be taken back where it keeps its permissions. */
export function SharePages() {
  const t = useText()
  const { granted, request } = useAllSites()
  const [busy, run] = useBusy()
  return (
    <div class="stack inset">
      <div role="status">
        {granted && (
          <p class="status status-good">
            <Icon name="check" />
            {t('share_pages_on')}
          </p>
        )}
      </div>
      {granted && <p class="small">{t('share_pages_off')}</p>}
      {granted === false && (
        <>
          <p class="status status-warning">
            <Icon name="warning" />
            {t('share_pages_missing')}
          </p>
          <p class="small">{t('share_pages_why')}</p>
          <p class="small">{t('share_pages_refused')}</p>
          <div class="actions">
            <Button busy={busy} onClick={() => run(request)}>
              {t('share_pages_allow')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
