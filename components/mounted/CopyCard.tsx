import type { CopyView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Name } from '../Name.tsx'
import { settle } from '../settle.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { useBusy } from '../useBusy.ts'

/** One copy into the user's own files: how far it is, or how it ended. */
export function CopyCard({ copy }: { copy: CopyView }) {
  const backend = useBackend()
  const t = useText()
  const [busy, run] = useBusy()
  const { id: copyId, accountId, shareId, name, folder, to, state, unsure, openUrl, failure } = copy
  const dismiss = (): void => void backend.call('ui/dismiss-copy', { copyId }).catch(() => undefined)
  const again = () => settle(backend.call('ui/keep-copy', { accountId, shareId, folder }))
  const where = to ?? folder
  const running = state === 'preparing' || state === 'copying'
  const progress = unsure ? 'copy_unsure' : state === 'preparing' ? 'copy_preparing' : 'copy_copying'
  return (
    <li class="job" tabIndex={-1}>
      <p class="job-what">
        <strong>
          <Name text={name} />
        </strong>
        <span class="small">
          {t('copy_to')} {where === '/' ? t('copy_top') : <Name text={where} />}
        </span>
      </p>
      <p role="status" class={running ? 'status' : 'visually-hidden'}>
        {running && <Spinner />}
        {running ? t(progress) : t(state === 'done' ? 'copy_done' : 'copy_failed')}
      </p>
      {state === 'done' && (
        <Notice tone="success" title={t('copy_done')} onDismiss={dismiss}>
          {openUrl && (
            <div class="actions">
              <OpenLink href={openUrl}>{t('copy_open')}</OpenLink>
            </div>
          )}
        </Notice>
      )}
      {state === 'failed' && failure && (
        <FailureNotice failure={failure} onDismiss={dismiss}>
          {failure.code !== 'share-gone' && (
            <Button busy={busy} onClick={() => run(again)}>
              {t('common_try_again')}
            </Button>
          )}
        </FailureNotice>
      )}
    </li>
  )
}
