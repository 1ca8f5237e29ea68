import { useEffect, useState } from 'preact/hooks'
import type { Installation, View } from '../../lib/protocol.ts'
import { ConnectSection } from '../accounts/ConnectSection.tsx'
import { useConnect } from '../accounts/useConnect.ts'
import { useConnectedNews } from '../accounts/useConnectedNews.ts'
import { useText } from '../context.ts'
import { StoredNotices } from '../notices/StoredNotices.tsx'
import { useAllSites } from '../useAllSites.ts'
import { useView } from '../useView.ts'
import { ButtonStep } from './ButtonStep.tsx'
import { Connected } from './Connected.tsx'
import { ReadyStep } from './ReadyStep.tsx'
import '../ui/tokens.css'
import '../Page.css'
import './Welcome.css'

/** The first page anybody sees: the first account, the button on share pages, and what to try then. */
export function WelcomeApp({ installation }: { installation: Installation }) {
  const t = useText()
  const view = useView()
  return (
    <main class="page">
      <header class="page-head">
        <img src="/icon/logo.svg" alt="" width="48" height="48" />
        <h1>{t('welcome_title')}</h1>
      </header>
      <p class="lead">{t('connect_why')}</p>
      {view && (
        <div class="steps">
          <Steps view={view} installation={installation} />
        </div>
      )}
    </main>
  )
}

function Steps({ view, installation }: { view: View; installation: Installation }) {
  const t = useText()
  const connect = useConnect()
  const allSites = useAllSites()
  const news = useConnectedNews(view.accounts)
  const [declined, setDeclined] = useState(false)
  const { accounts, settings, homeAddress } = view
  const hasHome = accounts.length > 0 || homeAddress !== undefined
  useEffect(() => {
    // An administrator's word came after the page had opened. Whoever has begun is left to finish.
    if (settings.hidesWelcome && !hasHome && connect.address === '' && !view.login) window.close()
  }, [settings.hidesWelcome])
  const wantsButton = settings.values.inPageButton
  const isDecided = !wantsButton || declined || allSites.granted === true
  return (
    <>
      <StoredNotices notices={view.notices} />
      <p role="status" class="visually-hidden">
        {news}
      </p>
      {accounts.length > 0 ? (
        <Connected accounts={accounts} news={news} />
      ) : (
        <ConnectSection view={view} connect={connect} why={t('welcome_connect_why')} />
      )}
      {wantsButton && <ButtonStep allSites={allSites} declined={declined} onDecline={() => setDeclined(true)} />}
      <ReadyStep
        view={view}
        installation={installation}
        isReady={hasHome && isDecided}
        hasButton={wantsButton && allSites.granted === true}
      />
    </>
  )
}
