import { useEffect, useRef } from 'preact/hooks'
import { digits } from '../../lib/domain/counted.ts'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import type { Bulk } from './useBulk.ts'
import './BulkBar.css'

/** While shares are being chosen: how many, and what to do with all of them. Stays in sight below the tabs. */
export function BulkBar({ bulk, total }: { bulk: Bulk; total: number }) {
  const t = useText()
  const all = useRef<HTMLInputElement>(null)
  const { chosen, running, status } = bulk
  const count = chosen?.size ?? 0
  useEffect(() => all.current?.focus(), [])
  useEffect(() => {
    if (all.current) all.current.indeterminate = count > 0 && count < total
  }, [count, total])
  if (running) {
    return (
      <div class="bulk">
        <p class="status">
          <Spinner />
          {status}
        </p>
        <Button onClick={bulk.stop}>{t('bulk_stop')}</Button>
      </div>
    )
  }
  return (
    <div class="bulk" role="group" aria-label={t('bulk_choose')}>
      <label class="choice">
        <input
          ref={all}
          type="checkbox"
          checked={count > 0 && count === total}
          onChange={(event) => bulk.chooseAll(event.currentTarget.checked)}
        />
        {t('bulk_all')}
      </label>
      <span class="small" role="status">
        {t('bulk_count', digits(t, count), digits(t, total))}
      </span>
      <div class="actions">
        {count > 0 && (
          <>
            <Button look="primary" onClick={() => bulk.answer('accept')}>
              {t('bulk_accept', digits(t, count))}
            </Button>
            <Button onClick={() => bulk.answer('decline')}>{t('bulk_decline', digits(t, count))}</Button>
          </>
        )}
        <Button look="link" onClick={bulk.end}>
          {t('common_cancel')}
        </Button>
      </div>
    </div>
  )
}
