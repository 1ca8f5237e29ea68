import { useState } from 'preact/hooks'
import { useText } from '../context.ts'
import { hostOf } from '../host.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { Connect } from './useConnect.ts'

interface Props {
  base: string
  /** Of an account that signs in again. */
  userName?: string
  connect: Connect
}

/** User name and password for a server that has no login page for apps; or an app password made by hand. */
export function PasswordForm({ base, userName: known = '', connect }: Props) {
  const t = useText()
  const [kind, setKind] = useState<'login' | 'app'>('login')
  const [userName, setUserName] = useState(known)
  const [password, setPassword] = useState('')
  const plain = base.startsWith('http:')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        connect.signIn({ address: base, userName: userName.trim(), password, kind }, plain)
        setPassword('')
      }}
    >
      <p>{t('sign_in_at', hostOf(base))}</p>
      <Field
        label={t('sign_in_user')}
        value={userName}
        onInput={setUserName}
        autocomplete="username"
        autofocus={!known}
      />
      <Field
        key={kind}
        label={t(kind === 'app' ? 'sign_in_app_password' : 'sign_in_password')}
        type="password"
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        autofocus={known !== ''}
        hint={t(kind === 'app' ? 'sign_in_app_password_hint' : 'sign_in_password_hint')}
      />
      <div class="actions">
        <Button type="submit" look="primary" busy={connect.busy}>
          {t('sign_in_submit')}
        </Button>
        {kind === 'login' && (
          <Button look="link" onClick={() => setKind('app')}>
            {t('connect_app_password')}
          </Button>
        )}
        <Button look="link" onClick={connect.back}>
          {t('common_cancel')}
        </Button>
      </div>
    </form>
  )
}
