import { useId } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { AccountView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import './Add.css'

interface Props {
  accounts: AccountView[]
  /** Nothing chosen: the default account. */
  chosen: string | undefined
  onChoose: (accountId: string) => void
  /** Instead of "Into". */
  label?: string
}

/** Which of several accounts it is about. */
export function AccountChoice({ accounts, chosen, onChoose, label }: Props) {
  const t = useText()
  const id = useId()
  const current = chosen ?? accounts.find(({ isDefault }) => isDefault)?.id
  return (
    <div class="account-choice">
      <label for={id}>{label ?? t('add_into')}</label>
      <select id={id} value={current} onChange={(event) => onChoose(event.currentTarget.value)}>
        {accounts.map((account) => (
          <option key={account.id} value={account.id} selected={account.id === current}>
            {`${displayName(account.displayName)} (${account.host})`}
          </option>
        ))}
      </select>
    </div>
  )
}
