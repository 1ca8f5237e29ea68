import type { LoginView } from '../lib/protocol.ts'
import { useBackend, useText } from './context.ts'
import { hostOf } from './host.ts'
import { Button } from './ui/Button.tsx'
import { OpenLink } from './ui/OpenLink.tsx'
import { Spinner } from './ui/Spinner.tsx'

/** Before the first account: what this is for, and the way to begin. */
export function NotConnected({ login }: { login: LoginView | null }) {
  const backend = useBackend()
  const t = useText()
  const waiting = login && !login.failure
  return (
    <section class="welcome">
      <img src="/icon/logo.svg" alt="" width="56" height="56" />
      <h2>{t('connect_welcome')}</h2>
      {waiting ? (
        <>
          <p role="status" class="status">
            <Spinner />
            <span>{t('connect_waiting', hostOf(login.base))}</span>
          </p>
          <OpenLink href={login.loginUrl}>{t('connect_open_again')}</OpenLink>
        </>
      ) : (
        <>
          <p>{t('connect_why')}</p>
          <Button look="primary" onClick={() => backend.openOptions()}>
            {t('connect_my_cloud')}
          </Button>
        </>
      )}
    </section>
  )
}
