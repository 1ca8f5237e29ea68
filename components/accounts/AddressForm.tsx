import { useState } from 'preact/hooks'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { Connect } from './useConnect.ts'

/** Asks for the server; on wish also for an app password that was made by hand. */
export function AddressForm({ connect }: { connect: Connect }) {
  const t = useText()
  const { address, setAddress, busy } = connect
  const [byHand, setByHand] = useState(false)
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const submit = (): void =>
    byHand ? connect.signIn({ address, userName: userName.trim(), password, kind: 'app' }) : connect.connect(address)
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
        hint={t('connect_address_hint')}
        placeholder="cloud.example.org"
        autocomplete="url"
      >
        {!byHand && (
          <Button type="submit" look="primary" busy={busy}>
            {t('connect_submit')}
          </Button>
        )}
      </Field>
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
        <Button look="link" onClick={() => setByHand(!byHand)}>
          {t(byHand ? 'connect_in_browser' : 'connect_app_password')}
        </Button>
      </div>
    </form>
  )
}
