import { useState } from 'preact/hooks'
import { useText } from './context.ts'
import { Button } from './ui/Button.tsx'
import { Notice } from './ui/Notice.tsx'
import { useAllSites } from './useAllSites.ts'
import { useBusy } from './useBusy.ts'

const dismissedKey = 'share-pages-prompt-dismissed'

/** Offers the button on share pages, once: a "no" is remembered, the options page still has it. */
export function SharePagesPrompt() {
  const t = useText()
  const { granted, request } = useAllSites()
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(dismissedKey) !== null)
  const [busy, run] = useBusy()
  if (granted !== false || dismissed) return null
  const dismiss = (): void => {
    localStorage.setItem(dismissedKey, 'yes')
    setDismissed(true)
  }
  return (
    <Notice title={t('share_pages_title')} onDismiss={dismiss}>
      <p>{t('share_pages_why')}</p>
      <div class="actions">
        <Button busy={busy} onClick={() => run(request)}>
          {t('share_pages_show')}
        </Button>
      </div>
    </Notice>
  )
}
