import { useRef } from 'preact/hooks'
import type { View } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Grouped } from '../Grouped.tsx'
import { Button } from '../ui/Button.tsx'
import { useSearch } from '../useSearch.tsx'
import { BulkBar } from './BulkBar.tsx'
import { Checked } from './Checked.tsx'
import { PendingRow } from './PendingRow.tsx'
import type { Row } from './rows.ts'
import { useAnswers } from './useAnswers.ts'
import { isOpen, useBulk } from './useBulk.ts'
import { useFocusKeeper } from './useFocusKeeper.ts'
import { useGrowing } from './useGrowing.ts'
import './Inbox.css'

const textsOf = ({ share }: Row): string[] => [share.name, share.owner, share.remote]

interface Props {
  view: View
  /** What came since, in milliseconds since the epoch, is new. */
  lastOpened: number
}

/** The shares that wait for an answer. */
export function Inbox({ view, lastOpened }: Props) {
  const t = useText()
  const region = useRef<HTMLElement>(null)
  const { rows, news, answers } = useAnswers(view)
  const { field, found, query } = useSearch(rows, textsOf)
  const bulk = useBulk(found, view, answers)
  const painted = useGrowing(found.length, query)
  useFocusKeeper(
    region,
    `${bulk.chosen === null} ${bulk.running} ${rows.map(({ key, openUrl }) => key + openUrl).join()}`,
  )
  const open = found.filter(isOpen).length
  return (
    <section ref={region} class="inbox">
      <header class="inbox-head">
        <h2 id="pending-shares" tabIndex={-1}>
          {t('inbox_pending')}
        </h2>
        {view.pending.length > 0 && <span class="count">{view.pending.length}</span>}
        <Checked at={view.checkedAt} />
      </header>
      <p role="status" class="visually-hidden">
        {news}
      </p>
      {field}
      {open > 1 && !bulk.chosen && !bulk.running && (
        <Button look="link" onClick={bulk.begin}>
          {t('bulk_begin')}
        </Button>
      )}
      {(bulk.chosen || bulk.running) && <BulkBar bulk={bulk} total={open} />}
      <p role="status" class={bulk.status && !bulk.running ? 'small' : 'visually-hidden'}>
        {bulk.status}
      </p>
      {rows.length === 0 && view.checkedAt && (
        <div class="empty">
          <p>{t('inbox_empty')}</p>
          <p class="small">{t('inbox_empty_hint')}</p>
        </div>
      )}
      {found.length > 0 && (
        <Grouped
          accounts={view.accounts}
          items={found.slice(0, painted)}
          accountOf={({ share }) => share.accountId}
          labelledBy="pending-shares"
        >
          {(row, heading) => (
            <PendingRow
              key={row.key}
              row={row}
              heading={heading}
              isNew={row.share.firstSeen > lastOpened}
              bulk={bulk}
              {...answers}
            />
          )}
        </Grouped>
      )}
    </section>
  )
}
