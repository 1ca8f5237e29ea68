import { useState } from 'preact/hooks'
import { needsPassword } from '../../../lib/domain/share-rules.ts'
import { failureText } from '../../../lib/domain/text.ts'
import { useBackend, useText } from '../../context.ts'
import { settle } from '../../settle.ts'
import { Button } from '../../ui/Button.tsx'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { useBusy } from '../../useBusy.ts'
import type { FieldProps } from './field-props.ts'
import { Wrong } from './Wrong.tsx'

/** Whether it has a password, and which. It is shown as typed: it has to be passed on to somebody. */
export function PasswordField({ accountId, draft, change, errors, rule, passwordSet = false }: FieldProps) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const [trouble, setTrouble] = useState('')
  const needed = needsPassword(rule, draft.rights)
  const suggest = async (): Promise<void> => {
    const suggested = await settle(backend.call('ui/suggest-password', { accountId }))
    setTrouble(suggested.ok ? '' : failureText(t, suggested.failure).title)
    if (suggested.ok) change('password', { password: suggested.value })
  }
  const has = needed || draft.hasPassword
  return (
    <>
      <Check
        label={t('outgoing_with_password')}
        checked={has}
        locked={needed ? t('outgoing_password_needed') : undefined}
        onChange={(hasPassword) => change('password', { hasPassword })}
      />
      {has ? (
        <div class="sub-fields">
          <Field
            label={t(passwordSet ? 'outgoing_password_new' : 'outgoing_password')}
            value={draft.password}
            error={errors.password}
            hint={t(passwordSet ? 'outgoing_password_new_hint' : 'outgoing_password_hint')}
            onInput={(password) => change('password', { password, hasPassword: true })}
          >
            <Button busy={busy} onClick={() => run(suggest)}>
              {t('outgoing_password_suggest')}
            </Button>
          </Field>
          <Wrong error={trouble || undefined} />
        </div>
      ) : (
        <Wrong error={errors.password} />
      )}
    </>
  )
}
