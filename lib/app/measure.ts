import type { DavEntry } from '../cloud/dav-entries.ts'
import type { Home } from './home.ts'

/** Folders looked into to find out a size: each makes the home ask the remote. */
const foldersAtMost = 100

/**
 * Bytes of a file or of everything in a folder; undefined when that cannot be told with a bearable number of requests.
 * Homes do not know the size of a mounted folder before they have walked it once (recorded nextcloud-32.0.1/04-20:
 * `-1`), and a walk tells them too.
 */
export async function measure(home: Home, entry: DavEntry): Promise<number | undefined> {
  if (entry.size !== undefined) return entry.size
  const queue = [entry.path]
  let total = 0
  for (let folders = 1; ; folders++) {
    const path = queue.shift()
    if (path === undefined) return total
    if (folders > foldersAtMost) return undefined
    const listed = await home.cloud.files(home.account.userId, path)
    if (!listed.ok || !listed.value) return undefined
    for (const { kind, size, path } of listed.value.slice(1)) {
      if (size !== undefined) total += size
      else if (kind === 'folder') queue.push(path)
    }
  }
}
