import { useEffect, useState } from 'preact/hooks'
import { counted } from '../../lib/domain/counted.ts'
import type { LoginView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { hostOf } from '../host.ts'
import { Button } from '../ui/Button.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { Spinner } from '../ui/Spinner.tsx'

const minute = 60_000

/** The user is logging in on the server's own page, in another tab. Survives a reload: the background waits. */
export function LoginWaiting({ login, onCancel }: { login: LoginView; onCancel: () => void }) {
  const t = useText()
  const minutes = useMinutesUntil(login.deadline)
  return (
    <div class="stack">
      <p role="status" class="status">
        <Spinner />
        <span>{t('connect_waiting', hostOf(login.base))}</span>
      </p>
      <p class="small">{minutes > 1 ? counted(t, 'connect_remaining', minutes) : t('connect_remaining_short')}</p>
      <div class="actions">
        <OpenLink href={login.loginUrl} look="plain">
          {t('connect_open_again')}
        </OpenLink>
        <Button look="link" onClick={onCancel}>
          {t('common_cancel')}
        </Button>
      </div>
    </div>
  )
}

/** Outside of the live region: a countdown that is read out would never let the user think. */
function useMinutesUntil(deadline: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 4)
    return () => clearInterval(timer)
  }, [])
  return Math.ceil((deadline - now) / minute)
}
