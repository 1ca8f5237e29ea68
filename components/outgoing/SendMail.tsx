import { useState } from 'preact/hooks'
import type { OutgoingShareView } from '../../lib/protocol.ts'
import { failure as failureOf } from '../../lib/domain/failure.ts'
import { useBackend, useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { useBusy } from '../useBusy.ts'
import { fieldError } from './field-words.ts'
import { Wrong } from './fields/Wrong.tsx'

/** Has the server write the mail with the link to the receivers once more. */
export function SendMail({ share, nameId }: { share: OutgoingShareView; nameId: string }) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const [done, setDone] = useState(false)
  const [error, setError] = useState<string>()
  const send = async (): Promise<void> => {
    setDone(false)
    setError(undefined)
    const { accountId, id: shareId } = share
    const request = backend.call('ui/send-share-mail', { accountId, shareId })
    const result = await request.catch(() => ({ ok: false, failure: failureOf('job-interrupted') }) as const)
    setDone(result.ok)
    if (!result.ok) setError(fieldError(t, result.failure))
  }
  return (
    <>
      <Button look="link" busy={busy} describedBy={nameId} onClick={() => run(send)}>
        {t('outgoing_send_again')}
      </Button>
      <span role="status" class={done ? 'small' : 'visually-hidden'}>
        {done && t('outgoing_mail_sent')}
      </span>
      <Wrong error={error} />
    </>
  )
}
