import type { AccountView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Name } from '../Name.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useBusy } from '../useBusy.ts'
import { AccountStateLine } from './AccountStateLine.tsx'

interface Props {
  account: AccountView
  several: boolean
  onSignOut: () => Promise<void>
  onSignInAgain: () => void
}

/** One account: whose, where, how it is, and what can be done. */
export function AccountItem({ account, several, onSignOut, onSignInAgain }: Props) {
  const backend = useBackend()
  const t = useText()
  const [leaving, leave] = useBusy()
  const [busy, run] = useBusy()
  const { id, state, base } = account
  const nameId = `account-${id}`
  const allow = async (): Promise<void> => {
    if (await backend.requestOrigins([base])) await backend.call('ui/refresh', {})
  }
  return (
    <li class="account">
      <div class="account-who">
        <h3 id={nameId}>
          <Name text={account.displayName} />
          {several && account.isDefault && <span class="tag">{t('account_default')}</span>}
        </h3>
        <p>
          <bdi>{account.host}</bdi>
        </p>
        <p class="small">
          {t('account_cloud_id')} <bdi class="cloud-id">{account.cloudId}</bdi>
        </p>
        <AccountStateLine state={state} />
      </div>
      {account.callsItself && (
        <Notice tone="warning" title={t('account_calls_itself', account.callsItself)}>
          <p>{t('account_calls_itself_fix')}</p>
        </Notice>
      )}
      {state === 'ready' && account.failure && <FailureNotice failure={account.failure} />}
      <div class="actions">
        {state === 'signed-out' && (
          <Button look="primary" describedBy={nameId} onClick={onSignInAgain}>
            {t('account_sign_in_again')}
          </Button>
        )}
        {state === 'needs-permission' && (
          <Button look="primary" busy={busy} describedBy={nameId} onClick={() => run(allow)}>
            {t('account_allow')}
          </Button>
        )}
        {several && !account.isDefault && (
          <Button
            busy={busy}
            describedBy={nameId}
            onClick={() => run(() => backend.call('ui/set-default', { accountId: id }))}
          >
            {t('account_make_default')}
          </Button>
        )}
        <Button busy={leaving} describedBy={nameId} onClick={() => leave(onSignOut)}>
          {t('account_sign_out')}
        </Button>
      </div>
    </li>
  )
}
