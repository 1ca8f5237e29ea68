import { useMemo, useRef, useState } from 'preact/hooks'
import { counted } from '../../lib/domain/counted.ts'
import type { ShareKind } from '../../lib/domain/outgoing-share.ts'
import type { DeletionView, OutgoingShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { useFocusKeeper } from '../inbox/useFocusKeeper.ts'
import { Search } from '../ui/Search.tsx'
import { Chunk } from '../ui/Chunk.tsx'
import { guessOf, ItemChunk } from './ItemChunk.tsx'
import { KindChips } from './KindChips.tsx'
import { chunksOf, countKinds, entriesOf, filterEntries, itemsOf, sectionsOf } from './list.ts'
import type { OutgoingState } from './useOutgoing.ts'
import { useShareActs } from './useShareActs.ts'

interface Props {
  shares: OutgoingShareView[]
  state: OutgoingState
  deletions: DeletionView[]
  onShare: (share: OutgoingShareView) => void
}

/** Fewer shares than this are seen at a glance. */
const worthSearching = 5
/** Chunks that fill the first screen. */
const firstChunks = 2

/** The shares by file and folder, and what to look for among them. */
export function ShareList({ shares, state, deletions, onShare }: Props) {
  const t = useText()
  const region = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<ShareKind | null>(null)
  const { editing, news, acts } = useShareActs(state)
  const entries = useMemo(() => entriesOf(shares), [shares])
  const counts = useMemo(() => countKinds(shares), [shares])
  const found = useMemo(() => filterEntries(entries, query, kind), [entries, query, kind])
  const sections = useMemo(() => sectionsOf(chunksOf(itemsOf(found))), [found])
  const filtered = query.trim() !== '' || kind !== null
  useFocusKeeper(region, `${editing} ${found.length} ${JSON.stringify(deletions)}`)
  return (
    <div ref={region} class="shares-list">
      <h2 class="visually-hidden" tabIndex={-1} id="outgoing-list">
        {t('outgoing_list')}
      </h2>
      <p role="status" class="visually-hidden">
        {news}
      </p>
      <div class="filters">
        {(shares.length >= worthSearching || query !== '') && (
          <Search label={t('outgoing_search')} value={query} onInput={setQuery} />
        )}
        <KindChips counts={counts} total={shares.length} chosen={kind} onChoose={setKind} />
      </div>
      <p role="status" class={filtered ? 'small' : 'visually-hidden'}>
        {filtered && (found.length === 0 ? t('common_found_none') : counted(t, 'outgoing_found', found.length))}
      </p>
      <div class="items" role="list" aria-labelledby="outgoing-list">
        {sections.map((chunks, section) => (
          // By place: what goes away moves the others up, and they stay rendered.
          <Chunk key={section} first={section === 0} guess={guessOf(chunks.flat())}>
            {() =>
              chunks.map((items, index) => (
                <ItemChunk
                  key={index}
                  items={items}
                  first={section === 0 && index < firstChunks}
                  rules={state.rules}
                  deletions={deletions}
                  editing={editing}
                  acts={acts}
                  onShare={onShare}
                />
              ))
            }
          </Chunk>
        ))}
      </div>
    </div>
  )
}
