/** Searching files by name: `SEARCH` on Nextcloud, `REPORT` on ownCloud (recorded: nextcloud-33.0.3/14-41, owncloud-10.15.2/957). */

import type { CloudState } from '../cloud-state.ts'
import type { Incoming } from '../http/incoming.ts'
import { nameOf } from './entry.ts'
import type { DavTree, Entry } from './entry.ts'

/** What is looked for; undefined when the body asks for something else. */
export function searchedName(cloud: CloudState, request: Incoming): string | undefined {
  const body = request.body.toString('utf8')
  const isNextcloud = cloud.product.family === 'nextcloud'
  const [, pattern] =
    (isNextcloud ? /<d:literal>%(.*)%<\/d:literal>/s : /<oc:pattern>(.*)<\/oc:pattern>/s).exec(body) ?? []
  const decoded = pattern?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
  return decoded?.toLowerCase()
}

/** Everything below a folder whose name holds the text; what is mounted from elsewhere is not searched. */
export async function findByName(tree: DavTree, name: string, folder = '/'): Promise<Entry[]> {
  const entries = (await tree.list(folder)).filter(({ isMounted }) => !isMounted)
  const below = await Promise.all(
    entries.filter(({ kind }) => kind === 'dir').map(({ path }) => findByName(tree, name, path)),
  )
  return [...entries.filter(({ path }) => nameOf(path).toLowerCase().includes(name)), ...below.flat()]
}
