import type { MountedShareView } from '../../lib/protocol.ts'
import type { MessageKey } from '../../lib/domain/text.ts'
import type { MountTrouble } from '../../lib/domain/mounted-share.ts'
import { useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { keyOf } from '../inbox/rows.ts'
import { Name } from '../Name.tsx'
import { Origin } from '../Origin.tsx'
import { Notice } from '../ui/Notice.tsx'
import { FolderPicker } from './FolderPicker.tsx'
import { MountedActions } from './MountedActions.tsx'
import { UnmountQuestion } from './UnmountQuestion.tsx'
import type { MountActs, Question } from './useMounts.ts'

interface Props {
  share: MountedShareView
  heading: 'h3' | 'h4'
  open: Question | undefined
  acts: MountActs
}

const titles: Record<MountTrouble, MessageKey> = {
  unreachable: 'mounted_unreachable',
  dead: 'mounted_dead',
  left: 'mounted_left',
}
const reasons: Record<MountTrouble, MessageKey> = {
  unreachable: 'mounted_unreachable_why',
  dead: 'mounted_dead_why',
  left: 'mounted_left_why',
}

/** One mounted share: what, where in Files, from whom and which server, and whether it still lives. */
export function MountedRow({ share, heading: Heading, open, acts }: Props) {
  const t = useText()
  const key = keyOf(share)
  const nameId = `mount-${key}`
  const { name, mountpoint, trouble, failure } = share
  return (
    <li class="row" data-row={key} tabIndex={-1}>
      <Heading id={nameId}>
        <Name text={mountpoint.slice(mountpoint.lastIndexOf('/') + 1) || name} />
      </Heading>
      <dl class="row-facts">
        {mountpoint.lastIndexOf('/') > 0 && (
          <div>
            <dt>{t('mounted_in')}</dt>
            <dd>
              <Name text={mountpoint} />
            </dd>
          </div>
        )}
        <Origin {...share} />
      </dl>
      {trouble && (
        <Notice tone="warning" title={t(titles[trouble])}>
          <p>{t(reasons[trouble])}</p>
        </Notice>
      )}
      {failure && <FailureNotice failure={failure} />}
      {open === 'unmount' && <UnmountQuestion share={share} nameId={nameId} acts={acts} />}
      {open === 'copy' && <FolderPicker share={share} nameId={nameId} acts={acts} />}
      {!open && <MountedActions share={share} nameId={nameId} acts={acts} />}
    </li>
  )
}
