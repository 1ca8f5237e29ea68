import { useState } from 'preact/hooks'
import type { View } from '../../lib/protocol.ts'
import { AccountChoice } from '../add/AccountChoice.tsx'
import { useText } from '../context.ts'
import { NotConnected } from '../NotConnected.tsx'
import { AccountShares } from './AccountShares.tsx'
import '../inbox/Inbox.css'
import '../mounted/Mounted.css'
import './Outgoing.css'

interface Props {
  view: View
  /** It has a page to itself. */
  page?: boolean
  /** Begins with the choice of what to share. */
  create?: boolean
}

/** What the user gives to others, one account at a time. */
export function Outgoing({ view, page = false, create = false }: Props) {
  const t = useText()
  const { accounts } = view
  const [chosen, choose] = useState<string>()
  const account = accounts.find(({ id }) => id === chosen) ?? accounts.find(({ isDefault }) => isDefault) ?? accounts[0]
  if (!account) return <NotConnected login={view.login} />
  return (
    <section class="outgoing">
      {accounts.length > 1 && (
        <AccountChoice accounts={accounts} chosen={account.id} onChoose={choose} label={t('outgoing_account')} />
      )}
      <AccountShares key={account.id} account={account} deletions={view.deletions} page={page} create={create} />
    </section>
  )
}
