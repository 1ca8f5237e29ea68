import { useState } from 'preact/hooks'
import type { Failure } from '../../lib/domain/failure.ts'
import type { AccountView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { hostOf } from '../host.ts'
import { Name } from '../Name.tsx'
import { settle } from '../settle.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useBusy } from '../useBusy.ts'
import { AccountChoice } from './AccountChoice.tsx'
import { remedyFor } from './remedy.tsx'
import type { Page } from './usePage.ts'
import './Add.css'

/** Offers to add what the page behind the popup shows. What becomes of it shows in a job card in the same place. */
export function PageOffer({ page, accounts }: { page: Page; accounts: AccountView[] }) {
  const backend = useBackend()
  const t = useText()
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [accountId, setAccountId] = useState<string>()
  const [refusal, setRefusal] = useState<Failure>()
  const [opened, setOpened] = useState(false)
  const [busy, run] = useBusy()
  const { tabId, link, name, needsPassword } = page
  const failure = page.failure ?? refusal

  const add = async (anyway = false): Promise<void> => {
    const wish = {
      ...(password ? { password } : {}),
      ...(accountId ? { accountId } : {}),
      ...(anyway ? { anyway } : {}),
    }
    const result = await settle(backend.call('ui/add-page', { tabId, link, ...wish }))
    setRefusal(result.ok ? undefined : result.failure)
    setOpened(result.ok && result.value.do === 'opened')
    if (result.ok) setPassword('')
  }
  const submit = (): void => {
    setMissing(needsPassword && !password)
    if (!needsPassword || password) run(add)
  }

  return (
    <form
      class="offer"
      aria-labelledby="offer-title"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div class="job-what">
        <h2 id="offer-title">{name === undefined ? t('here_title') : <Name text={name} />}</h2>
        <p class="small">
          {t('add_from')} <bdi class="host">{hostOf(link.base)}</bdi>
        </p>
      </div>
      {!page.failure && (
        <>
          {needsPassword && (
            <Field
              label={t('add_password')}
              type="password"
              value={password}
              onInput={setPassword}
              error={missing && !password ? t('here_password_empty') : undefined}
            />
          )}
          {accounts.length > 1 && <AccountChoice accounts={accounts} chosen={accountId} onChoose={setAccountId} />}
          <Button type="submit" look="primary" busy={busy}>
            {t('here_add')}
          </Button>
        </>
      )}
      {failure && (
        <FailureNotice failure={failure} alert={refusal !== undefined}>
          {remedyFor(t, failure, link, { busy, run, accountId, add })}
        </FailureNotice>
      )}
      <p role="status" class="small">
        {opened && t('add_opened')}
      </p>
    </form>
  )
}
