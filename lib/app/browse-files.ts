import type { DavEntry } from '../cloud/dav-entries.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { FilesView, FileView, Search } from '../protocol.ts'
import { openHome } from './home.ts'
import type { Ports } from './ports.ts'
import type { Searches } from './searches.ts'
import { noted } from './mark-account.ts'

/**
 * A folder of the account's Files with everything in it, to pick what to share or where a copy goes. Failure:
 * `file-gone`.
 */
export async function browseFiles(ports: Ports, accountId: string, path: string): Promise<Result<FilesView>> {
  const home = await openHome(ports, accountId)
  if (!home.ok) return home
  const { account, cloud } = home.value
  const listed = await noted(ports, accountId, await cloud.files(account.userId, path))
  if (!listed.ok) return listed
  const [self, ...content] = listed.value ?? []
  if (self?.kind !== 'folder') return failed(failure('file-gone', path))
  const { path: at, free } = self
  return ok({ path: at, entries: content.map(fileView).sort(foldersFirst), ...(free === undefined ? {} : { free }) })
}

/** Files whose names hold the text, wherever they are. */
export async function findFiles(
  ports: Ports,
  searches: Searches,
  { accountId, searchId, text }: { accountId: string; searchId: string; text: string },
): Promise<Search<FileView>> {
  const home = await openHome(ports, accountId)
  if (!home.ok) return home
  const { account, cloud } = home.value
  const found = await searches(searchId, (signal) =>
    cloud.searchFiles(account.product, { userId: account.userId, text, signal }),
  )
  if (!found.ok || found.value.state !== 'found') return noted(ports, accountId, found as Search<FileView>)
  return ok({ state: 'found', found: found.value.found.map(fileView) })
}

/**
 * Letters of `oc:permissions`: `R` may be shared on, `S` is shared with the account, `W` a file that can be written,
 * `NV` renamed and moved, `CK` a folder that takes new things, `D` can be deleted (recorded nextcloud-33.0.3/14-40).
 */
function fileView({ path, name, kind, size, mtime, permissions, shared }: DavEntry): FileView {
  const may = (letters: string): boolean => permissions.includes(letters)
  const mayShare = may('R')
  return {
    path,
    name,
    itemType: kind,
    ...(size === undefined ? {} : { size }),
    ...(mtime === undefined ? {} : { changedAt: mtime }),
    mayShare,
    rights: {
      read: true,
      update: may(kind === 'file' ? 'W' : 'NV'),
      create: may('CK'),
      delete: kind === 'folder' && may('D'),
      share: mayShare,
    },
    received: may('S'),
    shared: shared ?? false,
  }
}

const order = new Intl.Collator(undefined, { numeric: true })

const foldersFirst = (a: FileView, b: FileView): number =>
  a.itemType === b.itemType ? order.compare(a.name, b.name) : a.itemType === 'folder' ? -1 : 1
