import { useState } from 'preact/hooks'
import { failure, type Failure } from '../../lib/domain/failure.ts'
import { failureText } from '../../lib/domain/text.ts'
import type { JobView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { settle } from '../settle.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useBusy } from '../useBusy.ts'

/** Asks for the password of a protected link. It goes to the background and is kept nowhere here. */
export function JobPassword({ job, onCancel }: { job: JobView; onCancel: () => void }) {
  const backend = useBackend()
  const t = useText()
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<Failure>()
  const [busy, run] = useBusy()
  const wrong = job.failure?.code === 'password-wrong'
  const { title, fix } = failureText(t, failure('password-needed'))
  const submit = async (): Promise<void> => {
    const result = await settle(backend.call('ui/job-password', { jobId: job.id, password }))
    setPassword('')
    setRefusal(result.ok ? undefined : result.failure)
  }
  return (
    <form
      class="job-password"
      onSubmit={(event) => {
        event.preventDefault()
        if (password) run(submit)
      }}
    >
      <p>{title}</p>
      <Field
        label={t('add_password')}
        type="password"
        value={password}
        onInput={setPassword}
        error={wrong && !password ? failureText(t, failure('password-wrong')).title : undefined}
        hint={wrong ? failureText(t, failure('password-wrong')).fix : fix}
        autofocus
      >
        <Button type="submit" look="primary" busy={busy}>
          {t('add_submit')}
        </Button>
      </Field>
      {refusal && <FailureNotice failure={refusal} alert />}
      <div class="actions">
        <Button look="link" onClick={onCancel}>
          {t('common_cancel')}
        </Button>
      </div>
    </form>
  )
}
