import { useEffect, useState } from 'preact/hooks'
import { sameBase } from '../../lib/domain/public-link.ts'
import type { AccountView, SettingsView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { Connect } from './useConnect.ts'

type Way = 'browser' | 'app-password' | 'address-only'

interface Props {
  connect: Connect
  settings: SettingsView
  accounts: AccountView[]
}

/** Asks for the server; on wish also for an app password that was made by hand, or for nothing but the address. */
export function AddressForm({ connect, settings, accounts }: Props) {
  const t = useText()
  const { setAddress, busy } = connect
  const { homeAddress = '', homeAddressLocked: isLocked } = settings
  const address = isLocked ? homeAddress : connect.address
  const isConnected = accounts.some(({ base }) => sameBase(base, homeAddress))
  useEffect(() => {
    // The organisation's cloud is offered once it is known, unless something was typed before.
    if (homeAddress !== '' && !isConnected && connect.address === '') setAddress(homeAddress)
  }, [homeAddress])
  const [way, setWay] = useState<Way>('browser')
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const byHand = way === 'app-password'
  const submit = (): void => {
    if (way === 'browser') connect.connect(address)
    else if (way === 'address-only') connect.keepAddress(address)
    else connect.signIn({ address, userName: userName.trim(), password, kind: 'app' })
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        label={t('connect_address')}
        value={address}
        onInput={setAddress}
        readOnly={isLocked}
        hint={t(isLocked ? 'settings_address_locked' : 'connect_address_hint')}
        placeholder="cloud.example.org"
        autocomplete="url"
      >
        {!byHand && (
          <Button type="submit" look="primary" busy={busy}>
            {t(way === 'address-only' ? 'address_only_submit' : 'connect_submit')}
          </Button>
        )}
      </Field>
      {way === 'address-only' && <p class="small">{t('address_only_why')}</p>}
      {byHand && (
        <>
          <Field label={t('sign_in_user')} value={userName} onInput={setUserName} autocomplete="username" autofocus />
          <Field
            label={t('sign_in_app_password')}
            type="password"
            value={password}
            onInput={setPassword}
            hint={t('sign_in_app_password_hint')}
          />
        </>
      )}
      <div class="actions">
        {byHand && (
          <Button type="submit" look="primary" busy={busy}>
            {t('sign_in_submit')}
          </Button>
        )}
        <Button look="link" onClick={() => setWay(way === 'browser' ? 'app-password' : 'browser')}>
          {t(way === 'browser' ? 'connect_app_password' : 'connect_in_browser')}
        </Button>
        {way === 'browser' && (
          <Button look="link" onClick={() => setWay('address-only')}>
            {t('address_only')}
          </Button>
        )}
      </div>
    </form>
  )
}
