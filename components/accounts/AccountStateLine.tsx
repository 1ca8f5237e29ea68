import type { AccountState } from '../../lib/domain/account.ts'
import type { MessageKey } from '../../lib/domain/text.ts'
import { useText } from '../context.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'

const looks: Record<AccountState, { icon: IconName; text: MessageKey; tone: 'good' | 'quiet' | 'warning' }> = {
  ready: { icon: 'check', text: 'account_ready', tone: 'good' },
  'signed-out': { icon: 'warning', text: 'account_signed_out', tone: 'warning' },
  'needs-permission': { icon: 'warning', text: 'account_needs_permission', tone: 'warning' },
  offline: { icon: 'pause', text: 'account_offline', tone: 'quiet' },
  maintenance: { icon: 'pause', text: 'account_maintenance', tone: 'quiet' },
}

/** The state of an account in words; picture and colour only repeat them. */
export function AccountStateLine({ state }: { state: AccountState }) {
  const t = useText()
  const { icon, text, tone } = looks[state]
  return (
    <p class={`status status-${tone}`}>
      <Icon name={icon} />
      {t(text)}
    </p>
  )
}
