/** The table of federated shares this cloud's users received. */

export interface ReceivedShare {
  readonly id: number | string
  /** As stored: Nextcloud adds a trailing slash, ownCloud keeps what it was given. */
  readonly remote: string
  readonly remoteId: string
  readonly shareToken: string
  readonly password: string
  /** With a leading slash: the name the owner's item had. */
  readonly name: string
  readonly owner: string
  /** Or a group, see `toGroup`. */
  readonly user: string
  /** Sent to a group: it stays as it is, a member who answers it gets a row of their own. */
  readonly toGroup?: boolean
  /** Of a member's own row: the group's. */
  readonly parent?: number | string
  mountpoint: string
  accepted: boolean
  /** Stable id of the mount's root. */
  readonly fileId: number
  /** What the remote last said about the shared item; undefined until it answered once. */
  lastSeen?: MountFacts
}

export interface MountFacts {
  mimetype: string
  mtime: number
  permissions: number
  type: 'dir' | 'file'
}

export type NewReceivedShare = Omit<ReceivedShare, 'id' | 'mountpoint' | 'accepted'>

export class ReceivedStore {
  #rows: ReceivedShare[] = []
  #count = 0
  readonly #idOf: (count: number) => number | string

  constructor(idOf: (count: number) => number | string) {
    this.#idOf = idOf
  }

  /** Adds a pending row. */
  add(share: NewReceivedShare): ReceivedShare {
    const row: ReceivedShare = {
      ...share,
      id: this.#idOf(++this.#count),
      mountpoint: this.#temporaryMountpoint(share),
      accepted: false,
    }
    this.#rows.push(row)
    return row
  }

  remove(row: ReceivedShare): void {
    this.#rows = this.#rows.filter((other) => other !== row && other.parent !== row.id)
  }

  of(user: string): ReceivedShare[] {
    return this.#rows.filter((row) => row.user === user && !row.toGroup)
  }

  toGroups(groups: readonly string[]): ReceivedShare[] {
    return this.#rows.filter((row) => row.toGroup && groups.includes(row.user))
  }

  /** What came for groups of a user, who has not answered it. */
  unanswered(user: string, groups: readonly string[]): ReceivedShare[] {
    return this.toGroups(groups).filter((row) => !this.ofMember(user, row))
  }

  ofMember(user: string, group: ReceivedShare): ReceivedShare | undefined {
    return this.of(user).find(({ parent }) => parent === group.id)
  }

  mounted(user: string): ReceivedShare[] {
    return this.of(user).filter((row) => row.accepted)
  }

  byId(user: string, id: string): ReceivedShare | undefined {
    return this.of(user).find((row) => String(row.id) === id)
  }

  byRemote(remoteId: string, token: string): ReceivedShare[] {
    return this.#rows.filter((row) => row.remoteId === remoteId && row.shareToken === token)
  }

  /** Recorded: owncloud-10.15.2/573 — a second pending share of the same name gets "-1" behind the template. */
  #temporaryMountpoint(share: NewReceivedShare): string {
    const template = `{{TemporaryMountPointName#${share.name}}}`
    const taken = new Set(this.of(share.user).map((row) => row.mountpoint))
    let candidate = template
    for (let number = 1; taken.has(candidate); number += 1) candidate = `${template}-${number}`
    return candidate
  }
}
