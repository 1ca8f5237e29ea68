import { useEffect, useRef, useState } from 'preact/hooks'
import type { Installation, View } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

interface Props {
  view: View
  installation: Installation
  isReady: boolean
  /** Share pages carry the button. */
  hasButton: boolean
}

/** The last step: what to try. Its coming is read out, its list is not. */
export function ReadyStep({ isReady, ...rest }: Props) {
  const t = useText()
  return (
    <>
      <p role="status" class="visually-hidden">
        {isReady && t('ready_title')}
      </p>
      {isReady && <Ready {...rest} />}
    </>
  )
}

function Ready({ view, installation, hasButton }: Omit<Props, 'isReady'>) {
  const backend = useBackend()
  const t = useText()
  const section = useRef<HTMLElement>(null)
  const unpinned = useUnpinned(installation)
  const { accounts, settings } = view
  const account = accounts.find(({ isDefault }) => isDefault)
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <section ref={section} class="card ready" aria-labelledby="ready-title">
      <h2 id="ready-title">
        <Icon name="check" />
        {t('ready_title')}
      </h2>
      <p>{t('ready_try')}</p>
      <ul class="tips">
        {hasButton && <li>{t('ready_button')}</li>}
        <li>
          {t('ready_toolbar')} {unpinned && t('ready_pin')}
        </li>
        {installation.hasMenus && settings.values.contextMenu && <li>{t('ready_menu')}</li>}
        {settings.values.pasteBox && <li>{t('ready_paste')}</li>}
      </ul>
      {account && (
        <>
          <p>{t('ready_inbox')}</p>
          <p>
            {t('ready_cloud_id')} <bdi class="cloud-id">{account.cloudId}</bdi>
          </p>
        </>
      )}
      <div class="actions">
        <Button onClick={() => backend.openOptions()}>{t('popup_settings')}</Button>
      </div>
    </section>
  )
}

/** Whether the button is known to be hidden in the browser's menu of extensions. */
function useUnpinned(installation: Installation): boolean {
  const [unpinned, setUnpinned] = useState(false)
  useEffect(() => {
    installation.isPinned().then(
      (pinned) => setUnpinned(pinned === false),
      () => undefined,
    )
  }, [installation])
  return unpinned
}
