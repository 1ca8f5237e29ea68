import type { DavEntry } from '../cloud/dav-entries.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { FolderView } from '../protocol.ts'
import { openHome } from './home.ts'
import { noted } from './mark-account.ts'
import type { Ports } from './ports.ts'

/**
 * A folder of the account's own, to pick one for a copy: what is inside others' shares is left out, for a copy there
 * would be as easily lost as what it is a copy of. Failure: `folder-gone`.
 */
export async function listFolder(ports: Ports, accountId: string, path: string): Promise<Result<FolderView>> {
  const home = await openHome(ports, accountId)
  if (!home.ok) return home
  const { account, cloud } = home.value
  const listed = await noted(ports, accountId, await cloud.files(account.userId, path))
  if (!listed.ok) return listed
  const [self, ...content] = listed.value ?? []
  if (self?.kind !== 'folder') return failed(failure('folder-gone', path))
  const folders = content.filter(isOwnFolder).map(({ name }) => name)
  return ok({
    path: self.path,
    folders: folders.sort((a, b) => a.localeCompare(b)),
    ...(self.free === undefined ? {} : { free: self.free }),
  })
}

/** `S`: shared by somebody else; `CK`: can be written into (recorded nextcloud-32.0.1/04-20). */
const isOwnFolder = ({ kind, permissions }: DavEntry): boolean =>
  kind === 'folder' && !permissions.includes('S') && permissions.includes('CK')
