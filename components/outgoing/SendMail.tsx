import { useState } from 'preact/hooks'
import type { OutgoingShareView } from '../../lib/protocol.ts'
import { failure as failureOf } from '../../lib/domain/failure.ts'
import { useBackend, useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useBusy } from '../useBusy.ts'
import { fieldError } from './field-words.ts'
import { Wrong } from './fields/Wrong.tsx'

/**
 * Has the server write the mail with the link to the receivers once more. Of a share with a password it wants to be told
 * that first (recorded nextcloud-33.0.3/14-33-send-email*).
 */
export function SendMail({ share, nameId }: { share: OutgoingShareView; nameId: string }) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const [done, setDone] = useState(false)
  const [error, setError] = useState<string>()
  const [asking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const { accountId, id: shareId, hasPassword } = share
  const send = async (): Promise<void> => {
    setDone(false)
    setError(undefined)
    const about = { accountId, shareId, ...(hasPassword ? { password } : {}) }
    const request = backend.call('ui/send-share-mail', about)
    const result = await request.catch(() => ({ ok: false, failure: failureOf('job-interrupted') }) as const)
    setDone(result.ok)
    if (!result.ok) return setError(fieldError(t, result.failure))
    setAsking(false)
    setPassword('')
  }
  return (
    <>
      <Button
        look="link"
        busy={busy && !asking}
        describedBy={nameId}
        {...(hasPassword ? { expanded: asking } : {})}
        onClick={() => (hasPassword ? setAsking(!asking) : run(send))}
      >
        {t('outgoing_send_again')}
      </Button>
      <span role="status" class={done ? 'small' : 'visually-hidden'}>
        {done && t('outgoing_mail_sent')}
      </span>
      {asking ? (
        <form
          class="share-form send-mail"
          aria-describedby={nameId}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            run(send)
          }}
        >
          <Field
            label={t('outgoing_password')}
            value={password}
            error={error}
            hint={t('outgoing_mail_password_hint')}
            autofocus
            onInput={(words) => {
              setPassword(words)
              setError(undefined)
            }}
          >
            <Button type="submit" look="primary" busy={busy}>
              {t('outgoing_mail_send')}
            </Button>
          </Field>
        </form>
      ) : (
        <Wrong error={error} />
      )}
    </>
  )
}
