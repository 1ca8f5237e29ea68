import { useEffect, useRef, useState } from 'preact/hooks'
import type { AccountView, SignedOut } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { Notice } from '../ui/Notice.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { AccountItem } from './AccountItem.tsx'

/** `answered`: by the background. It may have been stopped before, or after it had forgotten the account. */
type Farewell = Pick<AccountView, 'id' | 'host' | 'base'> & SignedOut & { answered: boolean }

interface Props {
  accounts: AccountView[]
  onSignInAgain: (account: AccountView) => void
}

/** The connected accounts, and what became of the one just signed out. */
export function AccountList({ accounts, onSignInAgain }: Props) {
  const backend = useBackend()
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const [farewell, setFarewell] = useState<Farewell>()
  const signOut = async ({ id, host, base }: AccountView): Promise<void> => {
    const answer = await backend.call('ui/sign-out', { accountId: id }).catch(() => undefined)
    setFarewell({ id, host, base, appPassword: 'not-revoked', ...answer, answered: answer !== undefined })
  }
  useEffect(() => {
    // The pressed button went away with its account.
    if (farewell) heading.current?.focus()
  }, [farewell])
  if (accounts.length === 0 && !farewell) return null
  return (
    <section class="card" aria-labelledby="accounts-title" tabIndex={-1}>
      <h2 ref={heading} id="accounts-title" tabIndex={-1}>
        {t('accounts_title')}
      </h2>
      <div role="status" class="farewell">
        {farewell && (
          <Parting
            {...farewell}
            interrupted={!farewell.answered && accounts.some(({ id }) => id === farewell.id)}
            onDismiss={() => setFarewell(undefined)}
          />
        )}
      </div>
      {accounts.length > 0 && (
        <ul class="accounts" aria-labelledby="accounts-title">
          {accounts.map((account) => (
            <AccountItem
              key={account.id}
              account={account}
              several={accounts.length > 1}
              onSignOut={() => signOut(account)}
              onSignInAgain={() => onSignInAgain(account)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface PartingProps extends Farewell {
  /** The account is still there: the background was stopped before it could forget it. */
  interrupted: boolean
  onDismiss: () => void
}

function Parting({ host, base, appPassword, interrupted, onDismiss }: PartingProps) {
  const t = useText()
  if (interrupted) return <Notice tone="warning" title={t('sign_out_interrupted', host)} onDismiss={onDismiss} />
  if (appPassword === 'revoked') {
    return <Notice tone="success" title={t('sign_out_done', host)} onDismiss={onDismiss} />
  }
  const isRejected = appPassword === 'rejected'
  const title = isRejected ? t('sign_out_rejected', host) : t('sign_out_not_revoked', host)
  return (
    <Notice tone={isRejected ? 'info' : 'warning'} title={title} onDismiss={onDismiss}>
      <p>{t(isRejected ? 'sign_out_rejected_cause' : 'sign_out_not_revoked_cause')}</p>
      {!isRejected && <p>{t('sign_out_not_revoked_fix')}</p>}
      <div class="actions">
        <OpenLink href={base}>{t('sign_out_open_cloud')}</OpenLink>
      </div>
    </Notice>
  )
}
