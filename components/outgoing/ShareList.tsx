import { useMemo, useRef, useState } from 'preact/hooks'
import { counted } from '../../lib/domain/counted.ts'
import type { ShareKind } from '../../lib/domain/outgoing-share.ts'
import type { DeletionView, OutgoingShareView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { useFocusKeeper } from '../inbox/useFocusKeeper.ts'
import { Button } from '../ui/Button.tsx'
import { Search } from '../ui/Search.tsx'
import { useOnDemand } from '../ui/useOnDemand.ts'
import { ItemGroup } from './ItemGroup.tsx'
import { KindChips } from './KindChips.tsx'
import { countKinds, entriesOf, filterEntries, firstShares, itemsOf } from './list.ts'
import { ShareRow } from './ShareRow.tsx'
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
  const items = useMemo(() => itemsOf(found), [found])
  const { count, end, more } = useOnDemand(found.length, `${kind} ${query}`)
  const going = new Map(deletions.map((deletion) => [deletion.shareId, deletion]))
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
      <ul class="items" aria-labelledby="outgoing-list">
        {firstShares(items, count).map(({ path, shares: own }) => {
          const [first] = own
          const nameId = `item-${first?.id}`
          return (
            first && (
              <ItemGroup key={path} share={first} nameId={nameId} onShare={onShare}>
                {own.map((share) => (
                  <ShareRow
                    key={share.id}
                    share={share}
                    rules={state.rules}
                    deletion={going.get(share.id)}
                    editing={editing === share.id}
                    itemId={nameId}
                    acts={acts}
                  />
                ))}
              </ItemGroup>
            )
          )
        })}
      </ul>
      {count < found.length && (
        <div ref={end} class="more">
          <Button onClick={more}>{t('outgoing_show_more')}</Button>
        </div>
      )}
    </div>
  )
}
