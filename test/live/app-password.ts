import type { Access } from './servers.ts'
import { createTalk } from './talk.ts'

export interface OwnPassword {
  /** The same account, with a password that servers check fast. */
  access: Access
  /** False when the suite was given an app password. */
  isLoginPassword: boolean
  revoke(): Promise<void>
}

/** What the suite's own app passwords are called. */
export const ownName = 'Homeward live tests'

/** An app password for the suite itself: login passwords cost a second per call, and some servers take none. */
export async function makeAppPassword(access: Access, product: 'nextcloud' | 'owncloud'): Promise<OwnPassword> {
  const made = await (product === 'owncloud' ? fromOwncloud(access) : fromNextcloud(access))
  if (!made) return { access, isLoginPassword: false, revoke: async () => {} }
  const own = { ...access, password: made }
  return {
    access: own,
    isLoginPassword: true,
    revoke: async () => {
      // ownCloud's app passwords can be deleted in a web session only: see clean-cloud.ts.
      if (product === 'nextcloud') await createTalk(own).ocs('DELETE', '/core/apppassword')
    },
  }
}

async function fromNextcloud(access: Access): Promise<string | undefined> {
  const { status, data } = await createTalk(access).ocs('GET', '/core/getapppassword')
  if (status === 200) return (data as { apppassword: string }).apppassword
  // What we were given is an app password.
  if (status === 403) return undefined
  throw new Error(`${access.base} did not accept the password of ${access.userName} (HTTP ${status})`)
}

async function fromOwncloud(access: Access): Promise<string | undefined> {
  const { userName, password } = access
  const form = { user: userName, password, name: ownName }
  const { status, text } = await createTalk(access).send('POST', '/index.php/token/generate', { form })
  if (status === 200) return (JSON.parse(text) as { token: string }).token
  const asAppPassword = await createTalk(access).ocs('GET', '/cloud/user')
  if (asAppPassword.status === 200) return undefined
  throw new Error(`${access.base} did not accept the password of ${userName} (HTTP ${status})`)
}
