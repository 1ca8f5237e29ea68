/** Where a received share appears among its user's files. */

import type { CloudState } from '../cloud-state.ts'
import type { ReceivedShare } from '../store/received.ts'

/**
 * Accepts the row. The name is chosen anew each time, and the row's own mountpoint counts as taken: that is why
 * accepting twice renames the mount to "name (2)" (recorded: nextcloud-32.0.1/04-15..18, owncloud-10.15.2/541).
 */
export function mount(cloud: CloudState, row: ReceivedShare): void {
  row.mountpoint = freeMountpoint(cloud, row)
  row.accepted = true
}

function freeMountpoint(cloud: CloudState, row: ReceivedShare): string {
  const mounted = new Set(cloud.received.mounted(row.user).map((other) => other.mountpoint))
  const isTaken = (path: string) => mounted.has(path) || cloud.files.find(row.user, path) !== undefined
  const [, stem = row.name, extension = ''] = /^(\/.+?)(\.[^./]+)?$/.exec(row.name) ?? []
  let candidate = row.name
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${stem} (${number})${extension}`
  return candidate
}
