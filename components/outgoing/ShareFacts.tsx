import type { OutgoingShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Name } from '../Name.tsx'
import { Icon } from '../ui/Icon.tsx'
import { formatDay } from './days.ts'
import { ShareIcon } from './ShareIcon.tsx'
import { rightsInWords } from './words.ts'

/** What a share lets its receiver do, until when, and what is written on it. */
export function ShareFacts({ share }: { share: OutgoingShareView }) {
  const t = useText()
  const { rights, itemType, expires, hasPassword, label, note, emails = [], fileRequest, by, otherSide } = share
  const { downloadAllowed, hideDownload } = share
  return (
    <>
      <ul class="facts">
        <li>{fileRequest ? t('outgoing_file_request') : rightsInWords(t, rights, itemType)}</li>
        {rights.share && share.kind !== 'link' && share.kind !== 'mail' && <li>{t('outgoing_may_share')}</li>}
        {expires && (
          <li>
            <time dateTime={expires}>{t('outgoing_until', formatDay(expires))}</time>
          </li>
        )}
        {hasPassword && (
          <li>
            <ShareIcon name="lock" />
            {t('outgoing_has_password')}
          </li>
        )}
        {(!downloadAllowed || hideDownload) && <li>{t('outgoing_no_download')}</li>}
        {otherSide?.delivery === 'taken' && <li>{t('outgoing_taken')}</li>}
        {otherSide?.trusted && <li>{t('outgoing_trusted')}</li>}
        {by && (
          <li>
            {t('outgoing_by')} <Name text={by} />
          </li>
        )}
      </ul>
      {label && (
        <p class="fact-line">
          <span class="fact-name">{t('outgoing_label')}</span> <Name text={label} />
        </p>
      )}
      {emails.length > 0 && (
        <p class="fact-line">
          <span class="fact-name">{t('outgoing_emails')}</span> <Name text={emails.join(', ')} />
        </p>
      )}
      {note && (
        <p class="fact-line">
          <span class="fact-name">{t('outgoing_note')}</span> <Name text={note} />
        </p>
      )}
      {otherSide?.delivery === 'unknown' && (
        <p class="status small">
          <Icon name="info" />
          {t('outgoing_delivery_unknown')}
        </p>
      )}
    </>
  )
}
