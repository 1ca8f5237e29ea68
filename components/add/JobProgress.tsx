import { failureKey, type MessageKey } from '../../lib/domain/text.ts'
import type { JobState } from '../../lib/domain/mount-job.ts'
import type { JobView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Spinner } from '../ui/Spinner.tsx'

const running: Partial<Record<JobState, MessageKey>> = {
  asking: 'add_asking',
  waiting: 'add_waiting',
  accepting: 'add_accepting',
}

/**
 * A live region that is there from the first to the last state, so that each change is read out. What has a card of
 * its own below (password, end) is only spoken here.
 */
export function JobProgress({ job }: { job: JobView }) {
  const t = useText()
  const key = job.note === 'sign-in-at-home' ? 'add_sign_in_at_home' : running[job.state]
  return (
    <p role="status" class={key ? 'status' : 'visually-hidden'}>
      {key && <Spinner />}
      {key ? t(key) : t(endKey(job))}
    </p>
  )
}

function endKey({ state, already, failure }: JobView): MessageKey {
  if (state === 'mounted') return already ? 'add_already' : 'add_mounted'
  if (state === 'needs-password') return failureKey(failure?.code ?? 'password-needed', 'title')
  return failure ? failureKey(failure.code, 'title') : 'add_failed'
}
