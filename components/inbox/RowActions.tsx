import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { OpenLink } from '../ui/OpenLink.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import type { Row } from './rows.ts'
import type { Answers } from './useAnswers.ts'

type Props = Pick<Answers, 'accept' | 'decline' | 'undo' | 'close'> & { row: Row; nameId: string }

/** What can be done with a share now. The names of shares tell equal buttons apart for screen readers. */
export function RowActions({ row: { share, openUrl }, nameId, accept, decline, undo, close }: Props) {
  const t = useText()
  if (openUrl) {
    return (
      <div class="actions">
        <span class="status status-good">
          <Icon name="check" />
          {t('inbox_accepted')}
        </span>
        <OpenLink href={openUrl} describedBy={nameId}>
          {t('open_in_my_cloud')}
        </OpenLink>
        <Button look="icon" label={t('common_dismiss')} describedBy={nameId} onClick={() => close(share)}>
          <Icon name="close" />
        </Button>
      </div>
    )
  }
  if (share.answer === 'accepting') {
    return (
      <p class="actions status">
        <Spinner />
        {t('inbox_accepting')}
      </p>
    )
  }
  if (share.answer === 'declining') {
    return (
      <div class="actions">
        <span class="status">{t('inbox_declined')}</span>
        <Button look="link" describedBy={nameId} onClick={() => undo(share)}>
          {t('inbox_undo')}
        </Button>
      </div>
    )
  }
  return (
    <div class="actions">
      <Button look="primary" describedBy={nameId} onClick={() => accept(share)}>
        {t('inbox_accept')}
      </Button>
      <Button describedBy={nameId} onClick={() => decline(share)}>
        {t('inbox_decline')}
      </Button>
    </div>
  )
}
