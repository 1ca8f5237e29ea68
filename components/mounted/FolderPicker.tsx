import { useRef } from 'preact/hooks'
import { digits } from '../../lib/domain/counted.ts'
import type { MountedShareView } from '../../lib/protocol.ts'
import { formatBytes } from '../bytes.ts'
import { useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { useBusy } from '../useBusy.ts'
import { useFiles } from '../useFiles.ts'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { FolderList } from './FolderList.tsx'
import { ownFolders } from './own-folders.ts'
import { Question } from './Question.tsx'
import type { MountActs } from './useMounts.ts'

interface Props {
  share: MountedShareView
  nameId: string
  acts: MountActs
}

/** Asks which folder of the user's own a copy goes into. */
export function FolderPicker({ share, nameId, acts }: Props) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const { folder, loading, failure, go } = useFiles(share.accountId)
  const folders = folder && ownFolders(folder.entries)
  const [busy, run] = useBusy()
  const enter = (path: string): void => {
    // The pressed folder goes away with its list.
    box.current?.focus()
    go(path)
  }
  return (
    <Question box={box} title={t('copy_where')} why={t('copy_why')} about={nameId} onCancel={acts.cancel}>
      <Breadcrumbs path={folder?.path ?? '/'} onGo={enter} />
      <p role="status" class={loading ? 'status small' : 'visually-hidden'}>
        {loading && <Spinner />}
        {loading ? t('copy_loading') : folders && t('copy_folders', digits(t, folders.length))}
      </p>
      {failure && <FailureNotice failure={failure} alert />}
      {folders && !loading && <FolderList folders={folders} onGo={enter} />}
      <div class="actions">
        {folder && (
          <Button look="primary" busy={busy || loading} onClick={() => run(() => acts.copy(share, folder.path))}>
            {t('copy_here')}
          </Button>
        )}
        <Button onClick={acts.cancel}>{t('common_cancel')}</Button>
        {folder?.free !== undefined && <span class="small">{t('copy_free', formatBytes(folder.free))}</span>}
      </div>
    </Question>
  )
}
