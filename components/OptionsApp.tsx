import { AccountList } from './accounts/AccountList.tsx'
import { ConnectSection } from './accounts/ConnectSection.tsx'
import { useConnect } from './accounts/useConnect.ts'
import { useText } from './context.ts'
import { SharePagesSection } from './SharePagesSection.tsx'
import { useView } from './useView.ts'
import './ui/tokens.css'
import './OptionsApp.css'

/** The options page: accounts, connecting, and what Homeward may do. */
export function OptionsApp() {
  const t = useText()
  const view = useView()
  const connect = useConnect()
  return (
    <main class="options">
      <header class="options-head">
        <img src="/icon/logo.svg" alt="" width="40" height="40" />
        <h1>{t('extension_short_name')}</h1>
      </header>
      {view && (
        <>
          <AccountList
            accounts={view.accounts}
            onSignInAgain={({ base }) => connect.connect(base, base.startsWith('http:'))}
          />
          <ConnectSection view={view} connect={connect} />
          <SharePagesSection />
          <section class="card" aria-labelledby="privacy-title">
            <h2 id="privacy-title">{t('privacy_title')}</h2>
            <p>{t('privacy_cloud_id')}</p>
            <p>{t('privacy_storage')}</p>
          </section>
        </>
      )}
    </main>
  )
}
