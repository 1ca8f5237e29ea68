/** One cloud: its state, its server, and the handle tests hold. */

import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { Cloud, CloudOptions, FederatedShareOptions, PublicLinkOptions, SendResult, Settings } from './api.ts'
import { createThrottle } from './auth/throttle.ts'
import type { CloudState } from './cloud-state.ts'
import { nameOf } from './dav/entry.ts'
import { userTree } from './dav/user-tree.ts'
import { cloudIdOf } from './federation/cloud-id.ts'
import { basic, call, formBody } from './http/call.ts'
import { createFaults } from './http/faults.ts'
import { createCloudServer, listen } from './http/listen.ts'
import { products } from './products/index.ts'
import { FileStore } from './store/files.ts'
import type { FileNode } from './store/files.ts'
import { LoginFlowStore } from './store/login-flows.ts'
import { ReceivedStore } from './store/received.ts'
import { SessionStore } from './store/sessions.ts'
import { ShareStore, shareType } from './store/shares.ts'
import { UserStore } from './store/users.ts'

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const state = createState(options)
  let server = createCloudServer(state)
  let port = options.port ?? 0
  const start = async () => {
    server = createCloudServer(state)
    port = await listen(server, port)
    state.base = `http://${options.name}.localhost:${port}${state.webroot}`
  }
  await start()
  return {
    product: options.product,
    settings: state.settings,
    log: state.log,
    faults: state.faults,
    mails: state.mails,
    get base() {
      return state.base
    },
    clearLog: () => void (state.log.length = 0),
    cloudId: (user) => cloudIdOf(state, user),
    writeFile: (user, path, bytes) =>
      void state.files.write(user, path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
    readFile: (user, path) => userTree(state, user).read(path),
    listFolder: async (user, path) =>
      (await userTree(state, user).list(path)).map((entry) => nameOf(entry.path)).toSorted(),
    removeFile: (user, path) => state.files.remove(existing(state, user, path)),
    createPublicLink: (link) => createPublicLink(state, link),
    deletePublicLink(token) {
      const link = state.shares.byToken(token)
      if (link) state.shares.remove(link)
    },
    sendFederatedShare: (share) => sendFederatedShare(state, share),
    remoteShares(user) {
      const { groups = [] } = state.users.byId(user) ?? {}
      return [...state.received.unanswered(user, groups), ...state.received.of(user)].map((row) => ({ ...row }))
    },
    appPasswords: (user) => state.users.appPasswordsOf(user).map((entry) => entry.token),
    wipeDevices: (user) => state.users.wipeDevicesOf(user),
    revokeAppPasswords: (user) => state.users.removeAppPasswords((entry) => entry.user === user),
    logInCookie(user) {
      const session = state.sessions.create()
      state.sessions.logIn(session, user, user)
      return `${state.sessions.cookieName}=${session.id}; oc_sessionPassphrase=${encodeURIComponent(session.passphrase)}; nc_sameSiteCookielax=true; nc_sameSiteCookiestrict=true`
    },
    start,
    stop: () => close(server),
  }
}

function createState(options: CloudOptions): CloudState {
  const settings: Settings = {
    incomingFederation: true,
    outgoingFederation: true,
    maintenance: false,
    trustedServers: [],
    bruteForce: false,
    language: 'en',
    sharingEnabled: true,
    ocm: {},
    publicLinks: true,
    publicUpload: true,
    groupSharing: true,
    groupFederation: false,
    opensDrops: false,
    passwordEnforced: false,
    linkExpiry: null,
    internalExpiry: null,
    remoteExpiry: null,
    customTokens: false,
    federationApp: true,
    shareLimit: Infinity,
    freeBytes: Infinity,
  }
  const instanceId = `oc${randomBytes(5).toString('hex')}`
  const files = new FileStore()
  const product = products[options.product]
  return {
    name: options.name,
    product,
    webroot: (options.webroot ?? '').replace(/\/+$/, ''),
    base: '',
    instanceId,
    settings,
    users: new UserStore(options.users),
    files,
    shares: new ShareStore(files),
    received: new ReceivedStore(product.federation.receivedId),
    sessions: new SessionStore(instanceId),
    flows: new LoginFlowStore(),
    throttle: createThrottle(() => settings.bruteForce),
    faults: createFaults(),
    log: [],
    mails: [],
    teams: options.teams ?? {},
    rooms: options.rooms ?? {},
    creations: new Map(),
  }
}

function existing(state: CloudState, user: string, path: string): FileNode {
  const node = state.files.find(user, path)
  if (!node) throw new Error(`${user} has no ${path} on ${state.name}`)
  return node
}

/** Straight into the store, so that tests get expired links and unusual permissions too. */
function createPublicLink(state: CloudState, options: PublicLinkOptions): { token: string; url: string; id: string } {
  const node = existing(state, options.owner, options.path)
  const share = state.shares.add({
    type: shareType.link,
    node,
    owner: options.owner,
    permissions: state.product.links.permissions(options.permissions, node.bytes !== undefined),
    password: options.password,
    expireDate: options.expireDate,
    hideDownload: options.hideDownload ?? false,
    label: options.label ?? '',
  })
  return { token: share.token, url: state.base + state.product.links.pathOf(share.token), id: String(share.id) }
}

/** Through the owner's own API. */
async function sendFederatedShare(
  state: CloudState,
  { owner, path, shareWith, permissions }: FederatedShareOptions,
): Promise<SendResult> {
  const form = formBody({
    path,
    shareType: '6',
    shareWith,
    ...(permissions === undefined ? {} : { permissions: String(permissions) }),
  })
  const headers = {
    ...form.headers,
    ...basic(owner, state.users.byId(owner)?.password ?? ''),
    'OCS-APIRequest': 'true',
  }
  const reply = await call('POST', `${state.base}/ocs/v2.php/apps/files_sharing/api/v1/shares?format=json`, {
    ...form,
    headers,
  })
  const { ocs } = JSON.parse(reply.body.toString('utf8')) as {
    ocs: { meta: { message: string | null }; data: { id: string } }
  }
  return reply.status === 200
    ? { ok: true, id: ocs.data.id }
    : { ok: false, status: reply.status, message: ocs.meta.message ?? '' }
}

/** Open connections would keep the port half alive. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
