import type { MountedShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import type { MountActs } from './useMounts.ts'

interface Props {
  share: MountedShareView
  nameId: string
  acts: MountActs
}

/** What can be done with a mounted share now. A dead one can only be removed, which loses nothing. */
export function MountedActions({ share, nameId, acts }: Props) {
  const t = useText()
  if (share.leaving) {
    return (
      <p class="actions status">
        <Spinner />
        {t('mounted_unmounting')}
      </p>
    )
  }
  if (share.trouble === 'dead' || share.trouble === 'left') {
    return (
      <div class="actions">
        <Button describedBy={nameId} onClick={() => acts.unmount(share)}>
          {t(share.trouble === 'dead' ? 'mounted_remove' : 'mounted_forget')}
        </Button>
      </div>
    )
  }
  return (
    <div class="actions mounted-actions">
      <OpenLink href={share.openUrl} describedBy={nameId}>
        {t('open_in_my_cloud')}
      </OpenLink>
      <Button look="link" describedBy={nameId} onClick={() => acts.ask(share, 'copy')}>
        {t('copy_keep')}
      </Button>
      <Button look="link" describedBy={nameId} onClick={() => acts.ask(share, 'unmount')}>
        {t('mounted_unmount')}
      </Button>
    </div>
  )
}
