import { useMemo } from 'preact/hooks'
import type { ShareRules } from '../../lib/domain/share-rules.ts'
import type { DeletionView, OutgoingShareView } from '../../lib/protocol.ts'
import { Chunk } from '../ui/Chunk.tsx'
import { ItemGroup } from './ItemGroup.tsx'
import type { Item } from './list.ts'
import { ShareRow } from './ShareRow.tsx'
import { useCalmItems } from './useCalmItems.ts'
import type { ShareActs } from './useShareActs.ts'

interface Props {
  items: Item[]
  /** On the first screen. */
  first: boolean
  rules: ShareRules | undefined
  deletions: DeletionView[]
  /** Id of the share that is being edited. */
  editing: string | undefined
  acts: ShareActs
  onShare: (share: OutgoingShareView) => void
}

/** Some items of the list. What did not change is not rendered again, whatever happens to the other thousands. */
export function ItemChunk({ items: given, first, rules, deletions, editing, acts, onShare }: Props) {
  const items = useCalmItems(given, first)
  const ids = useMemo(() => new Set(items.flatMap(({ shares }) => shares.map(({ id }) => id))), [items])
  const going = deletions.filter(({ shareId }) => ids.has(shareId))
  const edited = editing !== undefined && ids.has(editing) ? editing : undefined
  // Storage hands out new objects each time, so of deletions the content is compared.
  return useMemo(() => {
    const render = () =>
      items.map((item) => <OneItem key={item.shares[0]?.id} {...{ item, rules, going, edited, acts, onShare }} />)
    return (
      <Chunk first={first} guess={guessOf(items)}>
        {render}
      </Chunk>
    )
  }, [items, first, rules, JSON.stringify(going), edited, acts, onShare])
}

interface ItemProps extends Pick<Props, 'rules' | 'acts' | 'onShare'> {
  item: Item
  going: DeletionView[]
  edited: string | undefined
}

function OneItem({ item: { shares }, rules, going, edited, acts, onShare }: ItemProps) {
  const [share] = shares
  if (!share) return null
  const nameId = `item-${share.id}`
  return (
    <ItemGroup share={share} nameId={nameId} onShare={onShare}>
      {shares.map((one) => (
        <ShareRow
          key={one.id}
          share={one}
          rule={rules?.kinds[one.kind]}
          deletion={going.find(({ shareId }) => shareId === one.id)}
          editing={edited === one.id}
          itemId={nameId}
          acts={acts}
        />
      ))}
    </ItemGroup>
  )
}

/** Height of some items in rem, before anything was measured. */
export const guessOf = (items: Item[]): number => items.reduce((sum, { shares }) => sum + 4 + 6 * shares.length, 0)
