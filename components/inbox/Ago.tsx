import { useText } from '../context.ts'
import { formatAgo, formatMoment } from '../time.ts'

/** A moment as people say it ("2 hours ago"), with the exact time on hover. */
export function Ago({ at }: { at: number }) {
  const t = useText()
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
      {formatAgo(at, Date.now(), t('common_just_now'))}
    </time>
  )
}
