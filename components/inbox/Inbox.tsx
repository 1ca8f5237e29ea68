import { useRef } from 'preact/hooks'
import type { View } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Checked } from './Checked.tsx'
import { PendingRow } from './PendingRow.tsx'
import { useAnswers } from './useAnswers.ts'
import { useFocusKeeper } from './useFocusKeeper.ts'
import { useGrowing } from './useGrowing.ts'
import './Inbox.css'

/** The shares that wait for an answer. */
export function Inbox({ view }: { view: View }) {
  const t = useText()
  const region = useRef<HTMLElement>(null)
  const { rows, news, answers } = useAnswers(view.pending)
  const painted = useGrowing(rows.length)
  useFocusKeeper(region, rows)
  const homes = new Map(view.accounts.map(({ id, displayName, host }) => [id, { displayName, host }]))
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
      {rows.length === 0 ? (
        <div class="empty">
          <p>{t('inbox_empty')}</p>
          <p class="small">{t('inbox_empty_hint')}</p>
        </div>
      ) : (
        <ul aria-labelledby="pending-shares" class="rows">
          {rows.slice(0, painted).map((row) => (
            <PendingRow
              key={row.key}
              row={row}
              home={homes.size > 1 ? homes.get(row.share.accountId) : undefined}
              {...answers}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
