import { createCloud, readMountAnswer, sendToCloudId } from '../../lib/cloud/index.ts'
import { createHttp } from '../../lib/cloud/http.ts'
import { readLinkFacts } from '../../lib/cloud/link-facts.ts'
import { askOcs } from '../../lib/cloud/ocs.ts'
import { readExternal } from '../../lib/cloud/session-answer.ts'
import { rightsOf, type OutgoingShare, type ShareChange } from '../../lib/domain/outgoing-share.ts'
import type { Result } from '../../lib/domain/result.ts'
import { toResponse, type Recording } from '../recorded/read.ts'

type Entry = [call: string, shape: RegExp, run: () => Promise<Result<unknown>>]

const anyShare: OutgoingShare = {
  id: '1',
  kind: 'user',
  path: '/x',
  itemType: 'folder',
  rights: rightsOf(31),
  hasPassword: false,
  hideDownload: false,
  attributes: [],
  by: { id: 'bob', label: 'Bob' },
  trusted: false,
  mayEdit: true,
  mayDelete: true,
}

/** The change a recorded update asked for; one to the rights where it asked for nothing. */
function changeIn(form: URLSearchParams): ShareChange {
  const text = (name: string): string | undefined => form.get(name) ?? undefined
  const [password, expires, note, label, token] = ['password', 'expireDate', 'note', 'label', 'token'].map(text)
  const change: ShareChange = {
    ...(form.has('permissions') ? { rights: rightsOf(Number(form.get('permissions'))) } : {}),
    ...(password === undefined ? {} : { password }),
    ...(expires === undefined ? {} : { expires }),
    ...(note === undefined ? {} : { note }),
    ...(label === undefined ? {} : { label }),
    ...(token === undefined ? {} : { token }),
    ...(form.has('attributes') ? { downloadAllowed: false } : {}),
  }
  return Object.keys(change).length > 0 ? change : { rights: rightsOf(1) }
}

/**
 * Which call of the client reads this recording, and what it makes of it.
 * @param body the answer's body, when it shall be another one than the recorded
 */
export function askRecorded(
  recording: Recording,
  body = recording.response.body,
): { call: string; result: Promise<Result<unknown>> } {
  const { method, url } = recording.request
  const form = new URLSearchParams(recording.request.body)
  const answered: typeof fetch = async (_, init) => {
    // Whether a token is taken is asked before it is chosen.
    if (init?.method === 'HEAD') return new Response(null, { status: 404 })
    return toResponse({ ...recording, response: { ...recording.response, body } })
  }
  const cloud = createCloud({ fetch: answered, base: url.origin })
  const http = createHttp({ fetch: answered, base: url.origin })
  const link = { base: url.origin, token: form.get('token') ?? '' }
  const password = form.get('password') ?? ''
  const names = { name: 'Photos', owner: 'bob', userId: 'alice', cloudId: 'alice@home.example', remoteId: '1' }
  const announcement = { link, ...names }
  const product = recording.name.startsWith('owncloud') ? 'owncloud' : 'nextcloud'
  const shares = cloud.shares(product)
  const calls: Entry[] = [
    ['status', /^GET .*\/status\.php$/, () => cloud.status()],
    // Recorded to learn what may be shared.
    ...(/\/(?:14-|96)/.test(recording.name)
      ? [['rules', /\/cloud\/capabilities$/, () => cloud.shareRules(product)] satisfies Entry]
      : []),
    ['capabilities', /^GET \/ocs\/v[12]\.php\/cloud\/capabilities$/, () => cloud.capabilities()],
    ['user', /^GET \/ocs\/v[12]\.php\/cloud\/user$/, () => cloud.user()],
    ['pending', /^GET .*\/remote_shares\/pending\/?$/, () => cloud.remoteShares.pending()],
    ['mounted', /^GET .*\/remote_shares(?:\/all)?$/, () => cloud.remoteShares.mounted()],
    ['accept', /^POST .*\/remote_shares\/pending\/./, () => cloud.remoteShares.accept('1')],
    ['decline', /^DELETE .*\/remote_shares\/pending\/./, () => cloud.remoteShares.decline('1')],
    ['remove', /^DELETE .*\/remote_shares\/./, () => cloud.remoteShares.remove('1')],
    ['get', /^GET .*\/remote_shares\/./, () => cloud.remoteShares.get('1')],
    ['shares', /^GET .*\/v1\/shares(?:\/inherited)?$/, () => shares.list()],
    ['share', /^GET .*\/v1\/shares\/./, () => shares.get('1')],
    ['share-with', /^POST .*\/v1\/shares$/, () => shares.create({ path: '/', itemType: 'file', kind: 'link' })],
    ['share-mail', /^POST .*\/send-email$/, () => shares.sendMail('1')],
    ['change', /^PUT .*\/v1\/shares\/./, () => shares.change(anyShare, changeIn(form))],
    ['unshare', /^DELETE .*\/v1\/shares\/./, () => shares.remove('1')],
    ['sharees', /\/sharees$/, () => cloud.sharees.find(product, { text: 'x', itemType: 'file' })],
    ['recommended', /\/sharees_recommended$/, () => cloud.sharees.recommended(product, 'file')],
    ['password', /\/password_policy\//, () => cloud.suggestPassword()],
    ['search', /^(?:SEARCH|REPORT) /, () => cloud.searchFiles(product, { userId: 'bob', text: 'x' })],
    ['revoke', /^DELETE .*\/core\/apppassword$/, () => cloud.appPassword.revokeOnNextcloud()],
    ['start', /^[A-Z]+ .*\/login\/v2$/, () => cloud.login.start()],
    ['poll', /^POST .*\/login\/v2\/poll$/, () => cloud.login.poll('token')],
    [
      'create',
      /^POST .*\/token\/generate$/,
      () => cloud.appPassword.createOnOwnCloud({ userName: 'alice', password: 'x', name: 'x' }),
    ],
    ['ask', /\/askForFederatedShare$/, () => cloud.askForShare({ link, password })],
    [
      'send',
      /\/createFederatedShare$/,
      async () => {
        const cloudId = form.get('shareWith') ?? ''
        const answer = await sendToCloudId(answered, link, cloudId, password)
        return readMountAnswer(answer, { cloudId, withPassword: password !== '' })
      },
    ],
    ['announce', /^POST .*\/ocm\/shares$/, () => cloud.announce('nextcloud', announcement)],
    ['announce', /^POST .*\/cloud\/shares$/, () => cloud.announce('owncloud', announcement)],
    [
      'external',
      /\/files_sharing\/external$/,
      () => Promise.resolve(readExternal({ status: recording.response.status, body }, password !== '')),
    ],
    [
      'link',
      /^PROPFIND .*\/public-files\//,
      () => readLinkFacts(answered, link, recording.request.headers.has('authorization') ? 'x' : undefined),
    ],
    [
      'wipe',
      /\/core\/wipe\/(?:check|success)$/,
      async () =>
        url.pathname.endsWith('check')
          ? cloud.wipe.isDue(form.get('token') ?? '')
          : { ok: true, value: await cloud.wipe.report(form.get('token') ?? '') },
    ],
    ['copy', /^COPY /, () => cloud.copy({ userId: 'alice', from: '/Photos', to: '/Copy' })],
    ['files', /^PROPFIND /, () => cloud.files(url.pathname.includes('/files/bob') ? 'bob' : 'alice', '/')],
    ['ocs', /\/ocs\/v[12]\.php\//, () => askOcs(http, { method: 'GET', path: '/' })],
    ['other', /./, () => http.send({ method: 'GET', path: '/' })],
  ]
  const [call, , run] = calls.find(([, shape]) => shape.test(`${method} ${url.pathname}`)) ?? calls[calls.length - 1]!
  return { call, result: run() }
}
