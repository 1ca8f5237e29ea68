import { useState } from 'preact/hooks'
import type { AccountState } from '../lib/domain/account.ts'
import type { Failure } from '../lib/domain/failure.ts'
import type { MessageKey } from '../lib/domain/text.ts'
import type { AccountView } from '../lib/protocol.ts'
import { useBackend, useText } from './context.ts'
import { FailureNotice } from './FailureNotice.tsx'
import { settle } from './settle.ts'
import { Button } from './ui/Button.tsx'
import { Notice } from './ui/Notice.tsx'
import { useBusy } from './useBusy.ts'

const titles: Record<Exclude<AccountState, 'ready'>, MessageKey> = {
  'signed-out': 'account_signed_out_of',
  'needs-permission': 'account_needs_permission_for',
  offline: 'account_offline_at',
  maintenance: 'account_maintenance_at',
}

/** What is wrong with the user's clouds, one notice each. The pending shares below may then be old. */
export function AccountNotices({ accounts }: { accounts: AccountView[] }) {
  return (
    <>
      {accounts.map((account) => (
        <AccountNotice key={account.id} account={account} />
      ))}
    </>
  )
}

function AccountNotice({ account }: { account: AccountView }) {
  const t = useText()
  const { state } = account
  if (state === 'ready') return account.failure ? <FailureNotice failure={account.failure} /> : null
  const needsUser = state === 'signed-out' || state === 'needs-permission'
  return (
    <Notice tone={needsUser ? 'warning' : 'info'} title={t(titles[state], account.host)}>
      {!needsUser && <p>{t('account_tries_again')}</p>}
      <Remedy account={account} />
    </Notice>
  )
}

function Remedy({ account: { id, state, base } }: { account: AccountView }) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const allow = async (): Promise<void> => {
    if (await backend.requestOrigins([base])) await backend.call('ui/refresh', {})
  }
  const [failure, setFailure] = useState<Failure>()
  const signIn = async (): Promise<void> => {
    if (!(await backend.requestOrigins([base]))) return
    const step = await settle(backend.call('ui/sign-in-again', { accountId: id }))
    setFailure(step.ok ? undefined : step.failure)
    // A server without a login page of its own: the password is asked for where there is room.
    if (step.ok && step.value.next === 'password') backend.openOptions(id)
  }
  if (state !== 'signed-out' && state !== 'needs-permission') return null
  return (
    <div class="actions">
      {state === 'signed-out' ? (
        <Button busy={busy} onClick={() => run(signIn)}>
          {t('account_sign_in_again')}
        </Button>
      ) : (
        <Button busy={busy} onClick={() => run(allow)}>
          {t('account_allow')}
        </Button>
      )}
      {failure && <FailureNotice failure={failure} alert />}
    </div>
  )
}
