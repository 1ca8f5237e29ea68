import type { ComponentChildren } from 'preact'
import type { OutgoingShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Name } from '../Name.tsx'
import { Button } from '../ui/Button.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { ShareIcon } from './ShareIcon.tsx'

interface Props {
  /** The first of its shares: all are of the same file or folder. */
  share: OutgoingShareView
  nameId: string
  /** Shares it with somebody else, too. */
  onShare: (share: OutgoingShareView) => void
  children: ComponentChildren
}

/** A file or folder, and below it with whom it is shared. */
export function ItemGroup({ share, nameId, onShare, children }: Props) {
  const t = useText()
  const { path, name, itemType, openUrl } = share
  const folder = path.slice(0, path.lastIndexOf('/'))
  return (
    <div class="item" role="listitem">
      <div class="item-head">
        <ShareIcon name={itemType} />
        <div class="item-name">
          <h3 id={nameId}>{path === '/' ? t('copy_top') : <Name text={name} />}</h3>
          {folder && (
            <p class="small">
              <Name text={folder} />
            </p>
          )}
        </div>
        <div class="actions">
          <OpenLink href={openUrl} describedBy={nameId}>
            {t('outgoing_open')}
          </OpenLink>
          <Button look="link" describedBy={nameId} onClick={() => onShare(share)}>
            {t('outgoing_share_more')}
          </Button>
        </div>
      </div>
      <ul class="givens" aria-labelledby={nameId}>
        {children}
      </ul>
    </div>
  )
}
