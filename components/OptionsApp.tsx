import type { Installation } from '../lib/protocol.ts'
import { AboutSection } from './about/AboutSection.tsx'
import { AccountList } from './accounts/AccountList.tsx'
import { ConnectSection } from './accounts/ConnectSection.tsx'
import { useConnect } from './accounts/useConnect.ts'
import { useSignInAgain } from './accounts/useSignInAgain.ts'
import { useText } from './context.ts'
import { DiagnosticsSection } from './diagnostics/DiagnosticsSection.tsx'
import { StoredNotices } from './notices/StoredNotices.tsx'
import { InboxSection } from './settings/InboxSection.tsx'
import { KeepSection } from './settings/KeepSection.tsx'
import { LooksSection } from './settings/LooksSection.tsx'
import { WaysSection } from './settings/WaysSection.tsx'
import { Notice } from './ui/Notice.tsx'
import { useView } from './useView.ts'
import './ui/tokens.css'
import './Page.css'

/** The options page: accounts, connecting, what Homeward may do, and what it is. */
export function OptionsApp({ installation }: { installation: Installation }) {
  const t = useText()
  const view = useView()
  const connect = useConnect()
  useSignInAgain(view, connect)
  return (
    <main class="page">
      <header class="page-head">
        <img src="/icon/logo.svg" alt="" width="40" height="40" />
        <h1>{t('options_title')}</h1>
      </header>
      {view && (
        <>
          <StoredNotices notices={view.notices} />
          {view.settings.mistakes.length > 0 && (
            <Notice tone="warning" title={t('settings_mistakes', view.settings.mistakes.join(', '))} />
          )}
          <AccountList accounts={view.accounts} onSignInAgain={connect.signInAgain} />
          <ConnectSection view={view} connect={connect} />
          <WaysSection settings={view.settings} installation={installation} />
          <InboxSection settings={view.settings} />
          <LooksSection settings={view.settings} />
          <KeepSection settings={view.settings} />
          <section class="card" aria-labelledby="privacy-title">
            <h2 id="privacy-title">{t('privacy_title')}</h2>
            <p>{t('privacy_cloud_id')}</p>
            <p>{t('privacy_storage')}</p>
          </section>
          <DiagnosticsSection />
          <AboutSection installation={installation} />
        </>
      )}
    </main>
  )
}
