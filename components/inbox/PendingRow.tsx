import { useMemo } from 'preact/hooks'
import type { Failure } from '../../lib/domain/failure.ts'
import { useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Name } from '../Name.tsx'
import { Origin } from '../Origin.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Ago } from './Ago.tsx'
import { RowActions } from './RowActions.tsx'
import type { Row } from './rows.ts'
import type { Answers } from './useAnswers.ts'
import { isOpen, type Bulk } from './useBulk.ts'

type RowAnswers = Omit<Answers, 'several' | 'stop'>

interface Props extends RowAnswers {
  row: Row
  heading: 'h3' | 'h4'
  /** It came since the popup was last opened. */
  isNew: boolean
  bulk: Bulk
}

interface ContentProps extends Omit<RowAnswers, 'failureOf'> {
  row: Row
  heading: 'h3' | 'h4'
  isNew: boolean
  /** Whether it is among the chosen ones, while several are being chosen. */
  choice: { chosen: boolean; fixed: boolean } | null
  failure: Failure | undefined
  toggle: (key: string) => void
}

/**
 * One row. What did not change is not rendered again, whatever happens to the other thousands; storage hands out new
 * objects each time, so content is compared, not identity.
 */
export function PendingRow({ row, heading, isNew, bulk, ...answers }: Props) {
  const choice = bulk.chosen && isOpen(row) ? { chosen: bulk.chosen.has(row.key), fixed: bulk.running } : null
  const failure = row.openUrl || row.share.answer ? undefined : answers.failureOf(row.share)
  const shown = { row, heading, isNew, choice, failure }
  return useMemo(() => <Content {...shown} toggle={bulk.toggle} {...answers} />, [JSON.stringify(shown)])
}

/** One share: what, since when, from whom, from which server; and its buttons, or its box while several are chosen. */
function Content({ row, heading: Heading, isNew, choice, failure, toggle, ...answers }: ContentProps) {
  const t = useText()
  const { key, share } = row
  const nameId = `share-${key}`
  return (
    <li class="row" data-row={key} tabIndex={-1}>
      <div class="row-head">
        {choice && (
          <input
            type="checkbox"
            aria-labelledby={nameId}
            checked={choice.chosen}
            disabled={choice.fixed}
            onChange={() => toggle(key)}
          />
        )}
        <Heading id={nameId}>
          <Name text={share.name} />
        </Heading>
        {isNew && <span class="new">{t('inbox_new')}</span>}
        <Ago at={share.firstSeen} />
      </div>
      <dl class="row-facts">
        <Origin {...share} />
      </dl>
      {share.asked && (
        <p class="status small">
          <Icon name="check" />
          {t('inbox_asked')}
        </p>
      )}
      {share.outOfReach && (
        <p class="status status-warning small">
          <Icon name="warning" />
          {t(share.outOfReach === 'loopback' ? 'inbox_loopback' : 'inbox_private')}
        </p>
      )}
      {failure && <FailureNotice failure={failure} />}
      {!choice && <RowActions row={row} nameId={nameId} {...answers} />}
    </li>
  )
}
