import { displayName } from '../../../lib/domain/display-name.ts'
import { failureText } from '../../../lib/domain/text.ts'
import type { AccountView } from '../../../lib/protocol.ts'
import { AllowServer } from '../../add/AllowServer.tsx'
import { useBackend, useText } from '../../context.ts'
import { settle } from '../../settle.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Target } from './steps.ts'

interface Props {
  account: AccountView
  target: Target
  onTarget: (target: Target) => void
}

/** What is known about the server of a federated receiver before anything is sent there; nothing for others. */
export function CloudIdState({ account, target, onTarget }: Props) {
  const backend = useBackend()
  const t = useText()
  const { check } = target
  if (!check) return null
  const again = async (): Promise<void> => {
    const checked = await settle(backend.call('ui/check-cloud-id', { accountId: account.id, cloudId: check.cloudId }))
    if (checked.ok) onTarget({ ...target, check: checked.value })
  }
  const warnings = [
    check.insecure && t('create_remote_insecure'),
    check.lookAlike && t('outgoing_look_alike'),
    check.outOfReach && t(check.outOfReach === 'loopback' ? 'create_loopback' : 'create_private'),
    account.product === 'owncloud' && t('outgoing_delivery_unknown'),
  ].filter((words) => typeof words === 'string')
  return (
    <div class="cloud-id-state">
      {check.state === 'federates' && (
        <p class="status status-good small">
          <Icon name="check" />
          {check.provider
            ? t('create_remote_is', check.host, displayName(check.provider))
            : t('create_remote_federates', check.host)}
        </p>
      )}
      {check.state === 'unchecked' && (
        <Notice title={t('create_unchecked', check.host)}>
          <p>{t('create_unchecked_why')}</p>
          <div class="actions">
            <AllowServer base={check.base} onAllowed={again} label={t('create_allow')} />
          </div>
        </Notice>
      )}
      {check.state === 'failed' && check.failure && (
        <Notice tone="warning" title={failureText(t, check.failure).title} alert>
          <p>{failureText(t, check.failure).cause}</p>
          <p>{t('create_send_anyway')}</p>
        </Notice>
      )}
      {warnings.map((words) => (
        <p key={words} class="status status-warning small">
          <Icon name="warning" />
          {words}
        </p>
      ))}
    </div>
  )
}
