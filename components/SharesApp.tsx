import { useBackend, useText } from './context.ts'
import { StoredNotices } from './notices/StoredNotices.tsx'
import { Outgoing } from './outgoing/Outgoing.tsx'
import { Button } from './ui/Button.tsx'
import { Icon } from './ui/Icon.tsx'
import { useView } from './useView.ts'
import './ui/tokens.css'
import './SharesApp.css'

/** The page of outgoing shares, for those who want more room than a popup has. */
export function SharesApp({ create }: { create: boolean }) {
  const backend = useBackend()
  const t = useText()
  const view = useView()
  return (
    <main class="shares">
      <header class="shares-head">
        <img src="/icon/logo.svg" alt="" width="40" height="40" />
        <h1>{t('extension_short_name')}</h1>
        <Button look="icon" label={t('popup_settings')} onClick={() => backend.openOptions()}>
          <Icon name="settings" />
        </Button>
      </header>
      {view && (
        <>
          <StoredNotices notices={view.notices} />
          <Outgoing view={view} page create={create} />
        </>
      )}
    </main>
  )
}
