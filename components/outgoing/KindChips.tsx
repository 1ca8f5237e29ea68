import { shareKinds, type ShareKind } from '../../lib/domain/outgoing-share.ts'
import { digits } from '../../lib/domain/counted.ts'
import { useText } from '../context.ts'
import { kindFilters } from './words.ts'

interface Props {
  counts: Map<ShareKind, number>
  total: number
  chosen: ShareKind | null
  onChoose: (kind: ShareKind | null) => void
}

/** Shows the shares of one kind only; offered where there are several kinds. */
export function KindChips({ counts, total, chosen, onChoose }: Props) {
  const t = useText()
  const kinds = shareKinds.filter((kind) => counts.has(kind))
  if (kinds.length < 2 && chosen === null) return null
  const chip = (kind: ShareKind | null, words: string, count: number) => (
    <button
      key={kind}
      type="button"
      class="chip"
      aria-pressed={kind === chosen}
      onClick={() => onChoose(kind === chosen ? null : kind)}
    >
      {words} <span class="chip-count">{digits(t, count)}</span>
    </button>
  )
  return (
    <div class="chips" role="group" aria-label={t('outgoing_filter')}>
      {chip(null, t('outgoing_filter_all'), total)}
      {kinds.map((kind) => chip(kind, t(kindFilters[kind]), counts.get(kind) ?? 0))}
    </div>
  )
}
