import { useEffect, useRef, useState } from 'preact/hooks'
import type { AccountView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { Notice } from '../ui/Notice.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { AccountItem } from './AccountItem.tsx'

type Farewell = Pick<AccountView, 'host' | 'base'> & { revoked: boolean }

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
    const answer = await backend.call('ui/sign-out', { accountId: id }).catch(() => ({ revoked: false }))
    setFarewell({ host, base, ...answer })
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
        {farewell && <SignedOut {...farewell} onDismiss={() => setFarewell(undefined)} />}
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

function SignedOut({ host, base, revoked, onDismiss }: Farewell & { onDismiss: () => void }) {
  const t = useText()
  if (revoked) return <Notice tone="success" title={t('sign_out_done', host)} onDismiss={onDismiss} />
  return (
    <Notice tone="warning" title={t('sign_out_not_revoked', host)} onDismiss={onDismiss}>
      <p>{t('sign_out_not_revoked_cause')}</p>
      <p>{t('sign_out_not_revoked_fix')}</p>
      <div class="actions">
        <OpenLink href={base}>{t('sign_out_open_cloud')}</OpenLink>
      </div>
    </Notice>
  )
}
