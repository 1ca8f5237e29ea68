import { useRef } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { MountedShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Question } from './Question.tsx'
import type { MountActs } from './useMounts.ts'

interface Props {
  share: MountedShareView
  nameId: string
  acts: MountActs
}

/** Asks before a share leaves the user's cloud, saying what stays. */
export function UnmountQuestion({ share, nameId, acts }: Props) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const why = t('mounted_unmount_why', displayName(share.owner) || t('common_unnamed'))
  return (
    <Question box={box} title={t('mounted_unmount_question')} why={why} about={nameId} onCancel={acts.cancel}>
      <div class="actions">
        <Button look="primary" onClick={() => acts.unmount(share)}>
          {t('mounted_unmount')}
        </Button>
        <Button onClick={acts.cancel}>{t('common_cancel')}</Button>
      </div>
    </Question>
  )
}
