import { useEffect, useRef } from 'preact/hooks'
import type { View } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { AddressForm } from './AddressForm.tsx'
import { ConfirmInsecure } from './ConfirmInsecure.tsx'
import { KeptAddress } from './KeptAddress.tsx'
import { LoginWaiting } from './LoginWaiting.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { useConnectedNews } from './useConnectedNews.ts'
import type { Connect } from './useConnect.ts'

interface Props {
  view: View
  connect: Connect
  /** What it is good for, where that is not known yet. */
  why?: string
}

/** Connects a cloud, step by step. */
export function ConnectSection({ view, connect, why }: Props) {
  const backend = useBackend()
  const t = useText()
  const section = useRef<HTMLElement>(null)
  const news = useConnectedNews(view.accounts)
  const { login, accounts } = view
  const waiting = login && !login.failure
  const { step, setAddress } = connect
  useEffect(() => {
    if (!news) return
    // What was typed is done with: the form is a new one, for another cloud.
    setAddress('')
    if (document.activeElement === document.body) section.current?.focus()
  }, [news])
  useEffect(() => {
    if (connect.failure) section.current?.scrollIntoView({ block: 'nearest' })
  }, [connect.failure])
  const stage = waiting ? 'waiting' : step.at
  const shown = useRef(stage)
  useEffect(() => {
    // The pressed button went away with its form; a form with a field to fill in has taken the focus by itself.
    if (shown.current !== stage && document.activeElement === document.body) section.current?.focus()
    shown.current = stage
  }, [stage])
  const forget = (): void => void backend.call('ui/cancel-connect', {}).catch(() => undefined)
  return (
    <section ref={section} class="card" aria-labelledby="connect-title" tabIndex={-1}>
      <h2 id="connect-title">{t(accounts.length > 0 ? 'connect_another' : 'connect_title')}</h2>
      {why !== undefined && <p>{why}</p>}
      <p role="status" class="status-good">
        {news}
      </p>
      {view.homeAddress && accounts.length === 0 && <KeptAddress {...view.homeAddress} />}
      {login?.failure && !connect.failure && <FailureNotice failure={login.failure} onDismiss={forget} />}
      {waiting ? (
        <LoginWaiting login={login} onCancel={forget} />
      ) : step.at === 'confirm' ? (
        <ConfirmInsecure {...step} busy={connect.busy} onCancel={connect.back} />
      ) : step.at === 'password' ? (
        <PasswordForm key={step.base} {...step} connect={connect} />
      ) : (
        <AddressForm key={accounts.length} connect={connect} settings={view.settings} accounts={accounts} />
      )}
      {connect.failure && (
        <FailureNotice failure={connect.failure} alert>
          {connect.failure.code === 'product-unsupported' && accounts.length === 0 && (
            <>
              <p>{t('address_only_keep_why')}</p>
              <Button busy={connect.busy} onClick={() => connect.keepAddress(connect.address)}>
                {t('address_only_keep')}
              </Button>
            </>
          )}
        </FailureNotice>
      )}
    </section>
  )
}
