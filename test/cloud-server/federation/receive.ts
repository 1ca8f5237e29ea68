/** A share arrives, by whichever protocol. */

import type { CloudState } from '../cloud-state.ts'
import { mount } from '../remote-shares/mountpoint.ts'
import type { ReceivedShare } from '../store/received.ts'
import type { User } from '../store/users.ts'
import { isSameServer } from './cloud-id.ts'
import { tellOwner } from './tell.ts'

export interface ArrivingShare {
  recipient: Pick<User, 'id'>
  toGroup?: boolean
  remote: string
  remoteId: string
  token: string
  name: string
  owner: string
}

/** Stores it as pending, or mounts it at once when it comes from a trusted server (recorded: nextcloud-32.0.1/12-0*, owncloud-10.15.2/902). */
export function receive(cloud: CloudState, share: ArrivingShare): ReceivedShare {
  const { autoAcceptsTrusted, storesTrailingSlash } = cloud.product.federation
  const remote = share.remote.replace(/\/+$/, '')
  const row = cloud.received.add({
    remote: storesTrailingSlash ? `${remote}/` : remote,
    remoteId: share.remoteId,
    shareToken: share.token,
    password: '',
    name: `/${share.name.replace(/^\/+/, '')}`,
    owner: share.owner,
    user: share.recipient.id,
    ...(share.toGroup ? { toGroup: true } : {}),
    fileId: cloud.files.nextId(),
  })
  if (
    autoAcceptsTrusted &&
    !row.toGroup &&
    cloud.settings.trustedServers.some((trusted) => isSameServer(trusted, remote))
  ) {
    mount(cloud, row)
    void tellOwner(cloud, row, 'accept')
  }
  return row
}

/** What a mountpoint may be called. */
export function isMountableName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\]/.test(name)
}

/** The owner took the share back: the row goes, mounted or not. */
export function forget(cloud: CloudState, remoteId: string, token: string): boolean {
  const rows = cloud.received.byRemote(remoteId, token)
  for (const row of rows) cloud.received.remove(row)
  return rows.length > 0
}

/** The receiver declined or unmounted: our side goes, so that the item can be shared again. */
export function takeBack(cloud: CloudState, id: string, token: string): boolean {
  const share = cloud.shares.byId(id)
  const isTheirs = share !== undefined && share.token === token
  if (isTheirs) cloud.shares.remove(share)
  return isTheirs
}
