import type { Product } from '../domain/account.ts'
import { parseCloudId } from '../domain/cloud-id.ts'
import { failure } from '../domain/failure.ts'
import { kindOfType, type ItemType } from '../domain/outgoing-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Sharee } from '../domain/sharee.ts'
import type { Http } from './http.ts'
import { askOcs } from './ocs.ts'
import { child, textOf, type XmlNode } from './xml.ts'

const root = '/apps/files_sharing/api/v1/sharees'

export interface ShareeQuery {
  text: string
  itemType: ItemType
  /** Counted from 1. */
  page?: number
  signal?: AbortSignal
}

const perPage = '25'

/**
 * Whom a share can be for: users, groups, cloud ids, mail addresses, teams and rooms whose names fit the text.
 * `GET /sharees`; the address book of the federation (`lookup`) is not asked, it would tell the text to a third party.
 * Recorded: nextcloud-33.0.3/14-01-*, owncloud-10.15.2/500, 950-*.
 */
export async function findSharees(http: Http, product: Product, query: ShareeQuery): Promise<Result<Sharee[]>> {
  const { text: search, itemType, page = 1, signal } = query
  const asked = new URLSearchParams({ search, itemType, page: String(page), perPage, lookup: 'false' })
  const answer = await askOcs(http, { method: 'GET', path: `${root}?${asked}`, ...(signal ? { signal } : {}) })
  return readAnswer(product, answer)
}

/** Whom the user shares with most. `GET /sharees_recommended`, Nextcloud only (ownCloud: `home-too-old`). */
export async function recommendedSharees(http: Http, product: Product, itemType: ItemType): Promise<Result<Sharee[]>> {
  return readAnswer(product, await askOcs(http, { method: 'GET', path: `${root}_recommended?itemType=${itemType}` }))
}

function readAnswer(product: Product, answer: Result<XmlNode | null>): Result<Sharee[]> {
  if (!answer.ok) return answer
  const data = answer.value
  if (!data) return failed(failure('home-too-old', 'no such list'))
  const exact = child(data, 'exact')?.children ?? []
  const seen = new Set<string>()
  const found = [...read(product, exact, true), ...read(product, data.children, false)]
  return ok(found.filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`)))
}

/** Lists by kind, `<users><element/>…</users><groups/>…`: the type inside each element is what counts. */
const read = (product: Product, lists: XmlNode[], exact: boolean): Sharee[] =>
  lists.flatMap(({ children }) => children.flatMap((row) => readSharee(product, row, exact) ?? []))

/** Longest name kept, in characters. */
const longest = 400

function readSharee(product: Product, row: XmlNode, exact: boolean): Sharee | null {
  const id = textOf(row, 'value', 'shareWith')
  const kind = kindOfType(textOf(row, 'value', 'shareType') ?? '', product)
  if (!id || id.length > longest || !kind || kind === 'link') return null
  const label = (textOf(row, 'label') || id).slice(0, longest)
  const isFederated = kind === 'remote' || kind === 'remote-group'
  const base = isFederated ? parseCloudId(id)?.base : undefined
  const detail =
    textOf(row, 'shareWithDisplayNameUnique') ||
    textOf(row, 'value', 'shareWithAdditionalInfo') ||
    textOf(row, 'subline')
  return {
    kind,
    id,
    label,
    ...(detail && detail !== label ? { detail: detail.slice(0, longest) } : {}),
    exact,
    ...(base ? { host: new URL(base).host + new URL(base).pathname.replace(/\/$/, '') } : {}),
  }
}
