import { useText } from './context.ts'
import { Button } from './ui/Button.tsx'
import { Icon } from './ui/Icon.tsx'
import { useAllSites } from './useAllSites.ts'
import { useBusy } from './useBusy.ts'

/** Whether share pages carry the button. It can only be switched off where the browser keeps its permissions. */
export function SharePagesSection() {
  const t = useText()
  const { granted, request } = useAllSites()
  const [busy, run] = useBusy()
  return (
    <section class="card" aria-labelledby="share-pages-title">
      <h2 id="share-pages-title">{t('share_pages_heading')}</h2>
      <p>{t('share_pages_why')}</p>
      {granted === false && (
        <>
          <p class="small">{t('share_pages_without')}</p>
          <div class="actions">
            <Button busy={busy} onClick={() => run(request)}>
              {t('share_pages_show')}
            </Button>
          </div>
        </>
      )}
      <div role="status">
        {granted && (
          <>
            <p class="status status-good">
              <Icon name="check" />
              {t('share_pages_on')}
            </p>
            <p class="small">{t('share_pages_off')}</p>
          </>
        )}
      </div>
    </section>
  )
}
