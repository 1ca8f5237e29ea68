import type { ShareKind } from '../../lib/domain/outgoing-share.ts'
import { finder, searchable } from '../../lib/domain/search.ts'
import type { OutgoingShareView } from '../../lib/protocol.ts'

/** A share with its texts ready for the search. */
export interface Entry {
  share: OutgoingShareView
  texts: string
}

/** Everything shared of one file or folder. */
export interface Item {
  path: string
  shares: OutgoingShareView[]
}

/** What was shared last stands first, so that nothing has to be sorted while somebody types. */
export function entriesOf(shares: OutgoingShareView[]): Entry[] {
  // Servers list the oldest first, and know the second only.
  const newest = shares.toReversed().toSorted(newestFirst)
  return newest.map((share) => ({ share, texts: textsOf(share) }))
}

const newestFirst = (a: OutgoingShareView, b: OutgoingShareView): number => (b.createdAt ?? 0) - (a.createdAt ?? 0)

/** Of a link its own part only: what all of them begin with would find them all. */
const textsOf = ({ path, with: receiver, label, note, token, otherSide, emails = [] }: OutgoingShareView): string =>
  searchable(
    path,
    receiver?.id ?? '',
    receiver?.label ?? '',
    label ?? '',
    note ?? '',
    token ?? '',
    ...emails,
    otherSide?.host ?? '',
  )

/** The last part of a link, when a whole one was pasted. */
const tokenIn = (query: string): string | undefined => /^https?:\/\/\S+\/s\/([^/?#\s]+)/.exec(query.trim())?.[1]

/** The shares of that kind (null: of all) in which every word of the query stands, or those with the link it is. */
export function filterEntries(entries: Entry[], query: string, kind: ShareKind | null): OutgoingShareView[] {
  const isFound = finder(tokenIn(query) ?? query)
  return entries
    .filter(({ share, texts }) => (kind === null || share.kind === kind) && isFound(texts))
    .map(({ share }) => share)
}

/** By file or folder, in the order of their first shares. */
export function itemsOf(shares: OutgoingShareView[]): Item[] {
  const items = new Map<string, Item>()
  for (const share of shares) {
    const item = items.get(share.path)
    if (item) item.shares.push(share)
    else items.set(share.path, { path: share.path, shares: [share] })
  }
  return [...items.values()]
}

/** Shares of one chunk, more or less: an item is not torn apart unless it has many. */
const chunkSize = 4
/** Chunks of one section. */
const sectionSize = 32
/** Most shares of one item in one piece. */
const pieceSize = 60

/** The items in chunks that are rendered or left out as a whole. */
export function chunksOf(items: Item[]): Item[][] {
  const chunks: Item[][] = []
  let room = 0
  for (const piece of items.flatMap(piecesOf)) {
    if (room <= 0) {
      chunks.push([])
      room = chunkSize
    }
    chunks.at(-1)?.push(piece)
    room -= piece.shares.length
  }
  return chunks
}

/** The chunks in sections, so that of thousands even the empty places of chunks are few. */
export function sectionsOf(chunks: Item[][]): Item[][][] {
  return Array.from({ length: Math.ceil(chunks.length / sectionSize) }, (_, index) =>
    chunks.slice(index * sectionSize, (index + 1) * sectionSize),
  )
}

function piecesOf(item: Item): Item[] {
  if (item.shares.length <= pieceSize) return [item]
  const count = Math.ceil(item.shares.length / pieceSize)
  return Array.from({ length: count }, (_, index) => ({
    ...item,
    shares: item.shares.slice(index * pieceSize, (index + 1) * pieceSize),
  }))
}

/** How many shares there are of each kind, in the order of the kinds. */
export function countKinds(shares: OutgoingShareView[]): Map<ShareKind, number> {
  const counts = new Map<ShareKind, number>()
  for (const { kind } of shares) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
