import type { AccountView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Name } from '../Name.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Ago } from './Ago.tsx'
import { RowActions } from './RowActions.tsx'
import type { Row } from './rows.ts'
import type { Answers } from './useAnswers.ts'

interface Props extends Answers {
  row: Row
  /** The account it was sent to; only told when there are several. */
  home: Pick<AccountView, 'displayName' | 'host'> | undefined
}

/** One share: what, since when, from whom, from which server; and its buttons. */
export function PendingRow({ row, home, ...answers }: Props) {
  const t = useText()
  const { key, share } = row
  const nameId = `share-${key}`
  const failure = row.openUrl || share.answer ? undefined : answers.failureOf(share)
  return (
    <li class="row" data-row={key} tabIndex={-1}>
      <div class="row-head">
        <h3 id={nameId}>
          <Name text={share.name} />
        </h3>
        <Ago at={share.firstSeen} />
      </div>
      <dl class="row-facts">
        <div>
          <dt>{t('inbox_from')}</dt>
          <dd>
            <Name text={share.owner} />
          </dd>
        </div>
        <div>
          <dt>{t('inbox_server')}</dt>
          <dd>
            <bdi class="host">{share.remote}</bdi>
            {share.insecure && (
              <span class="insecure">
                <Icon name="unlocked" />
                {t('inbox_insecure')}
              </span>
            )}
          </dd>
        </div>
        {home && (
          <div>
            <dt>{t('inbox_to')}</dt>
            <dd>
              <Name text={home.displayName} /> (<bdi class="host">{home.host}</bdi>)
            </dd>
          </div>
        )}
      </dl>
      {failure && <FailureNotice failure={failure} />}
      <RowActions row={row} nameId={nameId} {...answers} />
    </li>
  )
}
