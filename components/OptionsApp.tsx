import { AccountList } from './accounts/AccountList.tsx'
import { ConnectSection } from './accounts/ConnectSection.tsx'
import { useConnect } from './accounts/useConnect.ts'
import { useSignInAgain } from './accounts/useSignInAgain.ts'
import { useText } from './context.ts'
import { DiagnosticsSection } from './diagnostics/DiagnosticsSection.tsx'
import { StoredNotices } from './notices/StoredNotices.tsx'
import { SettingsSection } from './settings/SettingsSection.tsx'
import { SharePagesSection } from './SharePagesSection.tsx'
import { useView } from './useView.ts'
import './ui/tokens.css'
import './OptionsApp.css'

/** The options page: accounts, connecting, and what Homeward may do. */
export function OptionsApp() {
  const t = useText()
  const view = useView()
  const connect = useConnect()
  useSignInAgain(view, connect)
  return (
    <main class="options">
      <header class="options-head">
        <img src="/icon/logo.svg" alt="" width="40" height="40" />
        <h1>{t('extension_short_name')}</h1>
      </header>
      {view && (
        <>
          <StoredNotices notices={view.notices} />
          <AccountList accounts={view.accounts} onSignInAgain={connect.signInAgain} />
          <ConnectSection view={view} connect={connect} />
          <SharePagesSection />
          <SettingsSection settings={view.settings} />
          <section class="card" aria-labelledby="privacy-title">
            <h2 id="privacy-title">{t('privacy_title')}</h2>
            <p>{t('privacy_cloud_id')}</p>
            <p>{t('privacy_storage')}</p>
          </section>
          <DiagnosticsSection />
        </>
      )}
    </main>
  )
}
