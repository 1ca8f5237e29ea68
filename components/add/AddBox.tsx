import { useState } from 'preact/hooks'
import type { Failure } from '../../lib/domain/failure.ts'
import type { PublicLink } from '../../lib/domain/public-link.ts'
import { readShareAddress } from '../../lib/domain/share-address.ts'
import type { AccountView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { settle } from '../settle.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useBusy } from '../useBusy.ts'
import { AccountChoice } from './AccountChoice.tsx'
import { remedyFor } from './remedy.tsx'
import './Add.css'

type Trouble = { link: PublicLink; failure: Failure }

interface Props {
  accounts: AccountView[]
  /** Without an account: the home's own dialog is opened for each link. */
  byDialog?: boolean
}

/** Takes a pasted public link. What becomes of it shows in the job cards. */
export function AddBox({ accounts, byDialog = false }: Props) {
  const backend = useBackend()
  const t = useText()
  const [address, setAddress] = useState('')
  const [accountId, setAccountId] = useState<string>()
  const [error, setError] = useState<string>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [opened, setOpened] = useState(false)
  const [busy, run] = useBusy()

  const add = async (link: PublicLink, anyway = false): Promise<void> => {
    const asked = { address: address.trim(), ...(anyway ? { anyway } : {}) }
    const result = byDialog
      ? await settle(backend.call('ui/open-dialog', asked))
      : await settle(backend.call('ui/add-link', { ...asked, ...(accountId ? { accountId } : {}) }))
    if (result.ok) setAddress('')
    setOpened(result.ok && byDialog)
    setTrouble(result.ok ? undefined : { link, failure: result.failure })
  }
  const submit = (): void => {
    const { link } = readShareAddress(address) ?? {}
    setTrouble(undefined)
    setError(link ? undefined : t(address.trim() ? 'add_not_a_link' : 'add_empty'))
    if (link) run(() => add(link))
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
          {remedyFor(t, trouble.failure, trouble.link, {
            busy,
            run,
            accountId,
            add: (anyway) => add(trouble.link, anyway),
          })}
        </FailureNotice>
      )}
      {byDialog && (
        <p role="status" class="small">
          {opened && t('add_opened')}
        </p>
      )}
    </form>
  )
}
