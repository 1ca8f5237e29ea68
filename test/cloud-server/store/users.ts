/** Accounts and their app passwords. */

import type { UserOptions } from '../api.ts'

export interface User {
  readonly id: string
  readonly password: string
  readonly displayName: string
  readonly email: string | null
  readonly published: boolean
  readonly groups: readonly string[]
}

export interface AppPassword {
  readonly id: number
  readonly user: string
  /** What the user typed when it was made. */
  readonly loginName: string
  readonly name: string
  readonly token: string
}

export class UserStore {
  #users: User[]
  #appPasswords: AppPassword[] = []
  /** Tokens of devices that are to remove everything of this server. */
  #doomed = new Set<string>()
  #lastId = 0

  constructor(options: Record<string, UserOptions>) {
    this.#users = Object.entries(options).map(([id, user]) => ({
      id,
      password: user.password,
      displayName: user.displayName ?? id,
      email: user.email ?? null,
      published: user.published ?? false,
      groups: user.groups ?? [],
    }))
  }

  all(): User[] {
    return this.#users
  }

  groups(): string[] {
    return [...new Set(this.#users.flatMap(({ groups }) => groups))]
  }

  /** Ids are matched without regard to case (recorded: nextcloud-32.0.1/10-11, owncloud-10.15.2/125). */
  byId(id: string): User | undefined {
    return this.#users.find((user) => user.id.toLowerCase() === id.toLowerCase())
  }

  byLogin(login: string): User | undefined {
    return this.byId(login) ?? this.#users.find((user) => user.email !== null && user.email === login)
  }

  addAppPassword(user: string, loginName: string, name: string, token: string): AppPassword {
    const added = { id: ++this.#lastId, user, loginName, name, token }
    this.#appPasswords.push(added)
    return added
  }

  appPasswordsOf(user: string): AppPassword[] {
    return this.#appPasswords.filter((entry) => entry.user === user)
  }

  appPassword(token: string): AppPassword | undefined {
    return this.#appPasswords.find((entry) => entry.token === token)
  }

  /** They are refused from now on, and whoever asks with them is told to wipe. */
  wipeDevicesOf(user: string): void {
    for (const entry of this.appPasswordsOf(user)) this.wipe(entry)
  }

  wipe(device: AppPassword): void {
    this.#doomed.add(device.token)
    this.removeAppPasswords((entry) => entry === device)
  }

  isDoomed(token: string): boolean {
    return this.#doomed.has(token)
  }

  /** The device says it has wiped; false for one nobody waits for. */
  finishWipe(token: string): boolean {
    return this.#doomed.delete(token)
  }

  removeAppPasswords(doomed: (entry: AppPassword) => boolean): void {
    this.#appPasswords = this.#appPasswords.filter((entry) => !doomed(entry))
  }
}
