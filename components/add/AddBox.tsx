import { useState } from 'preact/hooks'
import type { Failure } from '../../lib/domain/failure.ts'
import { parsePublicLink } from '../../lib/domain/public-link.ts'
import type { AccountView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { settle } from '../settle.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useBusy } from '../useBusy.ts'
import { AccountChoice } from './AccountChoice.tsx'
import { AllowServer } from './AllowServer.tsx'
import './Add.css'

type Trouble = { base: string; failure: Failure }

/** Takes a pasted public link. What becomes of it shows in the job cards. */
export function AddBox({ accounts }: { accounts: AccountView[] }) {
  const backend = useBackend()
  const t = useText()
  const [address, setAddress] = useState('')
  const [accountId, setAccountId] = useState<string>()
  const [error, setError] = useState<string>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [busy, run] = useBusy()

  const add = async (base: string): Promise<void> => {
    const request = { address: address.trim(), ...(accountId ? { accountId } : {}) }
    const result = await settle(backend.call('ui/add-link', request))
    if (result.ok) setAddress('')
    setTrouble(result.ok ? undefined : { base, failure: result.failure })
  }
  const submit = (): void => {
    const link = parsePublicLink(address)
    setTrouble(undefined)
    setError(link ? undefined : t(address.trim() ? 'add_not_a_link' : 'add_empty'))
    if (link) run(() => add(link.base))
  }

  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        label={t('add_label')}
        value={address}
        onInput={(text) => {
          setAddress(text)
          setError(undefined)
        }}
        error={error}
        placeholder={t('add_placeholder')}
      >
        <Button type="submit" busy={busy}>
          {t('add_submit')}
        </Button>
      </Field>
      {accounts.length > 1 && <AccountChoice accounts={accounts} chosen={accountId} onChoose={setAccountId} />}
      {trouble && (
        <FailureNotice failure={trouble.failure} alert onDismiss={() => setTrouble(undefined)}>
          {trouble.failure.code === 'home-permission-missing' && (
            <AllowServer base={trouble.base} onAllowed={() => add(trouble.base)} />
          )}
        </FailureNotice>
      )}
    </form>
  )
}
