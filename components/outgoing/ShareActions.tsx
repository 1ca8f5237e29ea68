import { useState } from 'preact/hooks'
import type { DeletionView, OutgoingShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { CopyButton } from './CopyButton.tsx'
import { QrCode } from './QrCode.tsx'
import { SendMail } from './SendMail.tsx'
import type { ShareActs } from './useShareActs.ts'

interface Props {
  share: OutgoingShareView
  deletion: DeletionView | undefined
  mayEdit: boolean
  nameId: string
  acts: ShareActs
}

/** What can be done with a share now. */
export function ShareActions({ share, deletion, mayEdit, nameId, acts }: Props) {
  const t = useText()
  const [qr, setQr] = useState(false)
  if (deletion?.undoUntil !== undefined) {
    return (
      <div class="actions">
        <span class="status">{t('outgoing_deleted')}</span>
        <Button look="link" describedBy={nameId} onClick={() => acts.undo(share)}>
          {t('inbox_undo')}
        </Button>
      </div>
    )
  }
  if (deletion && !deletion.failure) {
    return (
      <p class="actions status">
        <Spinner />
        {t('outgoing_deleting')}
      </p>
    )
  }
  return (
    <>
      {deletion?.failure && <FailureNotice failure={deletion.failure} alert onDismiss={() => acts.dismiss(share)} />}
      <div class="actions">
        {share.url && <CopyButton text={share.url} label={t('outgoing_copy_link')} describedBy={nameId} />}
        {share.url && (
          <Button look="link" describedBy={nameId} expanded={qr} onClick={() => setQr(!qr)}>
            {t('outgoing_qr')}
          </Button>
        )}
        {mayEdit && (
          <Button look="link" describedBy={nameId} onClick={() => acts.edit(share)}>
            {t('outgoing_edit')}
          </Button>
        )}
        {share.mayDelete && (
          <Button look="link" describedBy={nameId} onClick={() => acts.remove(share)}>
            {t('outgoing_delete')}
          </Button>
        )}
        {share.kind === 'mail' && share.url && <SendMail share={share} nameId={nameId} />}
      </div>
      {qr && share.url && <QrCode text={share.url} describedBy={nameId} />}
    </>
  )
}
