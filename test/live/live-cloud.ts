import { createCloud } from '../../lib/cloud/index.ts'
import { cloudIdOf } from '../../lib/domain/cloud-id.ts'
import { makeAppPassword, type OwnPassword } from './app-password.ts'
import type { Access } from './servers.ts'
import { createTalk, fetchFor, type Talk } from './talk.ts'

export interface LinkOptions {
  path: string
  password?: string
  /** 1 read, 4 upload only. */
  permissions?: number
}

/** A received federated share, as the server itself tells it. */
export interface Received {
  id: string
  remote: string
  /** Without the leading slash. */
  name: string
  mountpoint: string
  accepted: boolean
}

/** One account on a real server, with the handles that tests have on the test cloud where they make sense. */
export interface LiveCloud {
  readonly access: Access
  readonly base: string
  readonly product: 'nextcloud' | 'owncloud'
  readonly major: number
  readonly version: string
  readonly userId: string
  readonly cloudId: string
  /** The suite's own app password. */
  readonly own: OwnPassword
  readonly talk: Talk
  /** Makes the folder above it too. */
  writeFile(path: string, text: string): Promise<void>
  /** Through mounts too; null when there is no such file. */
  readFile(path: string): Promise<string | null>
  removeFile(path: string): Promise<void>
  createPublicLink(options: LinkOptions): Promise<{ token: string; url: string; id: string }>
  deletePublicLink(id: string): Promise<void>
  sendFederatedShare(path: string, shareWith: string): Promise<void>
  /** Pending and mounted. */
  remoteShares(): Promise<Received[]>
  /** Declines or unmounts. */
  dropRemoteShare(share: Received): Promise<void>
}

const shares = '/apps/files_sharing/api/v1/shares'
const remoteShares = '/apps/files_sharing/api/v1/remote_shares'

/** Finds out what the server is and who the account is. Throws when it is no server this suite can use. */
export async function openLiveCloud(access: Access): Promise<LiveCloud> {
  const status = await createCloud({ fetch: fetchFor(access.base), base: access.base }).status()
  if (!status.ok) throw new Error(`${access.base}: ${status.failure.code} ${status.failure.detail ?? ''}`)
  const { product, major, version } = status.value
  if (product === 'ocis') throw new Error(`${access.base}: Infinite Scale takes no part in this kind of sharing`)
  const own = await makeAppPassword(access, product)
  const talk = createTalk(own.access)
  const { id: userId } = (await talk.ocs('GET', '/cloud/user')).data as { id: string }
  const { base } = access
  const about = { access, base, product, major, version, userId, cloudId: cloudIdOf(userId, base), own, talk }
  return { ...about, ...filesOf(talk, userId), ...sharesOf(talk), ...receivedBy(talk) }
}

function filesOf(talk: Talk, userId: string): Pick<LiveCloud, 'writeFile' | 'readFile' | 'removeFile'> {
  const at = (path: string): string =>
    `/remote.php/dav/files/${encodeURIComponent(userId)}${path.split('/').map(encodeURIComponent).join('/')}`
  return {
    async writeFile(path, text) {
      const folder = path.slice(0, path.lastIndexOf('/'))
      // 405: it is there already.
      if (folder !== '') await expectStatus(talk.send('MKCOL', at(folder)), 'make a folder', 201, 405)
      await expectStatus(talk.send('PUT', at(path), { body: text }), `write ${path}`, 201, 204)
    },
    async readFile(path) {
      const { status, text } = await expectStatus(talk.send('GET', at(path)), `read ${path}`, 200, 404)
      return status === 200 ? text : null
    },
    removeFile: async (path) => void (await expectStatus(talk.send('DELETE', at(path)), `remove ${path}`, 204, 404)),
  }
}

function sharesOf(talk: Talk): Pick<LiveCloud, 'createPublicLink' | 'deletePublicLink' | 'sendFederatedShare'> {
  return {
    async createPublicLink({ path, password, permissions }) {
      const { data } = await expectStatus(
        talk.ocs('POST', shares, {
          path,
          shareType: '3',
          ...(password === undefined ? {} : { password }),
          ...(permissions === undefined ? {} : { permissions: String(permissions) }),
        }),
        `share ${path} by a link`,
        200,
      )
      const {
        id,
        token,
        url,
        permissions: given,
      } = data as { id: string; token: string; url: string; permissions: number }
      // Nextcloud 29 makes every new link one to look into (recorded nextcloud-29.0.1/17-03).
      if (permissions !== undefined && (given & ~permissions & 1) !== 0) {
        const form = { permissions: String(permissions) }
        await expectStatus(talk.ocs('PUT', `${shares}/${id}`, form), `let ${path} take uploads only`, 200)
      }
      return { id: String(id), token, url }
    },
    deletePublicLink: async (id) =>
      void (await expectStatus(talk.ocs('DELETE', `${shares}/${id}`), 'delete a link', 200, 404)),
    async sendFederatedShare(path, shareWith) {
      const form = { path, shareType: '6', shareWith }
      await expectStatus(talk.ocs('POST', shares, form), `share ${path} with ${shareWith}`, 200)
    },
  }
}

function receivedBy(talk: Talk): Pick<LiveCloud, 'remoteShares' | 'dropRemoteShare'> {
  return {
    async remoteShares() {
      const lists = await Promise.all([`${remoteShares}/pending`, remoteShares].map((path) => talk.ocs('GET', path)))
      return lists.flatMap(({ data }) => (data as Record<string, unknown>[]).map(readReceived))
    },
    async dropRemoteShare({ id, accepted }) {
      const path = accepted ? `${remoteShares}/${id}` : `${remoteShares}/pending/${id}`
      await expectStatus(talk.ocs('DELETE', path), 'drop a received share', 200, 404)
    },
  }
}

const readReceived = (row: Record<string, unknown>): Received => ({
  id: String(row['id']),
  remote: String(row['remote']),
  name: String(row['name']).replace(/^\//, ''),
  mountpoint: String(row['mountpoint']),
  accepted: Number(row['accepted']) === 1,
})

async function expectStatus<T extends { status: number }>(
  asked: Promise<T>,
  what: string,
  ...good: number[]
): Promise<T> {
  const reply = await asked
  if (good.includes(reply.status)) return reply
  throw new Error(`Could not ${what}: ${JSON.stringify(reply).slice(0, 400)}`)
}
