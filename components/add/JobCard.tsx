import { publicLinkUrl } from '../../lib/domain/public-link.ts'
import type { JobView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Name } from '../Name.tsx'
import { hostOf } from '../host.ts'
import { settle } from '../settle.ts'
import { Notice } from '../ui/Notice.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { useBusy } from '../useBusy.ts'
import { JobPassword } from './JobPassword.tsx'
import { JobProgress } from './JobProgress.tsx'
import { remedyFor } from './remedy.tsx'

/** One attempt to add a link: how far it is, what it needs, how it ended. */
export function JobCard({ job }: { job: JobView }) {
  const backend = useBackend()
  const t = useText()
  const dismiss = (): void => void backend.call('ui/dismiss-job', { jobId: job.id }).catch(() => undefined)
  const [busy, run] = useBusy()
  const add = async (anyway: boolean): Promise<void> => {
    const request = { address: publicLinkUrl(job.link), accountId: job.accountId, ...(anyway ? { anyway } : {}) }
    const result = await settle(backend.call('ui/add-link', request))
    if (result.ok && result.value.id !== job.id) dismiss()
  }
  return (
    <li class="job">
      <p class="job-what">
        {job.name && (
          <strong>
            <Name text={job.name} />
          </strong>
        )}
        <span class="small">
          {t('add_from')} <bdi class="host">{hostOf(job.link.base)}</bdi>
        </span>
      </p>
      <JobProgress job={job} />
      {job.state === 'needs-password' && <JobPassword job={job} onCancel={dismiss} />}
      {job.state === 'mounted' && (
        <Notice tone="success" title={t(job.already ? 'add_already' : 'add_mounted')} onDismiss={dismiss}>
          {job.note === 'owner-not-told' && <p>{t('add_owner_not_told')}</p>}
          {job.openUrl && (
            <div class="actions">
              <OpenLink href={job.openUrl}>{t('open_in_my_cloud')}</OpenLink>
            </div>
          )}
        </Notice>
      )}
      {job.state === 'failed' && job.failure && (
        <FailureNotice failure={job.failure} onDismiss={dismiss}>
          {remedyFor(t, job.failure, job.link, { busy, run, accountId: job.accountId, add })}
        </FailureNotice>
      )}
    </li>
  )
}
