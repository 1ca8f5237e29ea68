import { useEffect, useRef } from 'preact/hooks'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { AllSites } from '../useAllSites.ts'
import { useBusy } from '../useBusy.ts'

interface Props {
  allSites: AllSites
  declined: boolean
  onDecline: () => void
}

/** Asks for the button on share pages, in one click. A refusal, here or in the browser's own question, is fine too. */
export function ButtonStep({ allSites: { granted, request }, declined, onDecline }: Props) {
  const t = useText()
  const section = useRef<HTMLElement>(null)
  const [busy, run] = useBusy()
  const answered = granted === true || declined
  const before = useRef(answered)
  useEffect(() => {
    // The pressed button went away.
    if (answered && !before.current && document.activeElement === document.body) section.current?.focus()
    before.current = answered
  }, [answered])
  const ask = async (): Promise<void> => {
    if (!(await request())) onDecline()
  }
  return (
    <section ref={section} class="card" aria-labelledby="button-title" tabIndex={-1}>
      <h2 id="button-title">{t('welcome_button')}</h2>
      <p>{t('welcome_button_why')}</p>
      <div role="status">
        {granted === true ? (
          <p class="status status-good">
            <Icon name="check" />
            {t('share_pages_on')}
          </p>
        ) : (
          declined && <p>{t('share_pages_refused')}</p>
        )}
      </div>
      {granted === false && (
        <div class="actions">
          <Button look={declined ? 'plain' : 'primary'} busy={busy} onClick={() => run(ask)}>
            {t('share_pages_show')}
          </Button>
          {!declined && (
            <Button look="link" onClick={onDecline}>
              {t('welcome_button_later')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
