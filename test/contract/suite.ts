import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askOcm } from '../../lib/cloud/ask-ocm.ts'
import { createCloud, readMountAnswer, sendToCloudId } from '../../lib/cloud/index.ts'
import { readLinkFacts } from '../../lib/cloud/link-facts.ts'
import { announcedIdOf } from '../../lib/domain/announcement.ts'
import { canAskForShares } from '../../lib/domain/account.ts'
import type { FailureCode } from '../../lib/domain/failure.ts'
import type { ReceivedShare } from '../../lib/domain/received-share.ts'
import type { Result } from '../../lib/domain/result.ts'
import { ownName } from '../live/app-password.ts'
import type { LiveCloud } from '../live/live-cloud.ts'
import { Props } from '../live/props.ts'
import { fetchFor } from '../live/talk.ts'
import { WebSession } from './web-session.ts'

export interface Servers {
  home: LiveCloud
  remote: LiveCloud
  close(): Promise<void>
}

/** The client of the extension with one account on a server. */
const clientOf = ({ base, own, access }: LiveCloud) =>
  createCloud({
    fetch: fetchFor(base),
    base,
    credentials: { loginName: access.userName, appPassword: own.access.password },
  })

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail ?? ''}`)
  return result.value
}

const codeOf = (result: Result<unknown>): FailureCode | 'ok' => (result.ok ? 'ok' : result.failure.code)

/** No server has it: ids are 32 bit counters or, since Nextcloud 33, 64 bit with the time in them. */
const noSuchId = '2000000001'
const password = 'Correct-horse-battery-9417'

/**
 * What the client relies on, asked of two servers through their public interfaces only: of test clouds with every run of
 * the unit tests, of real servers with `npm run test:contract -- --live`. So neither can drift from the other unnoticed.
 */
export function contract(title: string, open: () => Promise<Servers>): void {
  describe(`the contract: ${title}`, () => {
    let servers: Servers
    let home: LiveCloud
    let remote: LiveCloud
    let props: Props
    beforeAll(async () => void ({ home, remote } = servers = await open()))
    afterAll(() => servers.close())
    beforeEach(() => void (props = new Props(home, remote)))
    afterEach(() => props.remove())

    const mine = () => clientOf(home)
    const pendingOf = async (name: string): Promise<ReceivedShare | undefined> =>
      valueOf(await mine().remoteShares.pending()).find((share) => share.name === name)
    /** bob sends a folder, alice accepts it. */
    async function mounted(what: string): Promise<{ name: string; id: string }> {
      const { name } = await props.folder(what)
      await remote.sendFederatedShare(`/${name}`, home.cloudId)
      const id = (await pendingOf(name))?.id ?? ''
      expect(codeOf(await mine().remoteShares.accept(id))).toBe('ok')
      return { name, id }
    }

    it('status, user and capabilities are read', async () => {
      for (const cloud of [home, remote]) {
        const client = clientOf(cloud)
        const { product } = cloud
        expect(valueOf(await client.status())).toMatchObject({ installed: true, maintenance: false, product })
        expect(valueOf(await client.user()).id).toBe(cloud.userId)
        const { major, federation } = valueOf(await client.capabilities())
        expect(major).toBe(cloud.major)
        expect(federation, `federation on ${cloud.base}`).toEqual({ incoming: true, outgoing: true })
        const anonymous = createCloud({ fetch: fetchFor(cloud.base), base: cloud.base })
        expect(codeOf(await anonymous.user())).toBe('home-rejected-login')
        const ocm = await askOcm(fetchFor(cloud.base), cloud.base)
        expect(ocm?.knowsInvitations).toBe(product === 'nextcloud' && major >= 32)
      }
    })

    it('what is not there is told as such', async () => {
      const { remoteShares, files } = mine()
      expect(valueOf(await remoteShares.get(noSuchId))).toBeNull()
      expect(codeOf(await remoteShares.accept(noSuchId))).toBe('accept-gone')
      expect(codeOf(await remoteShares.decline(noSuchId))).toBe('share-gone')
      expect(codeOf(await remoteShares.remove(noSuchId))).toBe('share-gone')
      expect(valueOf(await files(home.userId, '/homeward-live-no-such-folder'))).toBeNull()
    })

    it('a share is pending, mounted, gone, and the remote is told', async () => {
      const { name } = await props.folder('Contract')
      await remote.sendFederatedShare(`/${name}`, home.cloudId)
      const { remoteShares, files } = mine()
      const pending = await pendingOf(name)
      expect(pending).toMatchObject({ remote: remote.base, owner: remote.userId, accepted: false })
      expect(pending?.mountpoint).toBeUndefined()
      const id = pending?.id ?? ''
      expect(codeOf(await remoteShares.accept(id))).toBe('ok')
      const there = valueOf(await remoteShares.get(id))
      expect(there).toMatchObject({ id, accepted: true, mountpoint: `/${name}`, kind: 'folder' })
      expect(valueOf(await remoteShares.mounted()).find((share) => share.id === id)).toEqual(there)
      const listed = valueOf(await files(home.userId, `/${name}`))
      expect(listed?.map(({ path, kind }) => [path, kind])).toEqual([
        [`/${name}`, 'folder'],
        [`/${name}/hello.txt`, 'file'],
      ])
      // Never repeated blindly: a second acceptance is answered with success and renames the mount.
      expect(codeOf(await remoteShares.accept(id))).toBe('ok')
      expect(valueOf(await remoteShares.get(id))?.mountpoint).toBe(`/${name} (2)`)
      expect(codeOf(await remoteShares.remove(id))).toBe('ok')
      expect(valueOf(await remoteShares.get(id))).toBeNull()
      // It lets itself be asked again.
      await remote.sendFederatedShare(`/${name}`, home.cloudId)
      expect(await pendingOf(name)).toMatchObject({ accepted: false })
    })

    it('a declined share is gone', async () => {
      const { name } = await props.folder('Declined')
      await remote.sendFederatedShare(`/${name}`, home.cloudId)
      const { remoteShares } = mine()
      const id = (await pendingOf(name))?.id ?? ''
      expect(codeOf(await remoteShares.decline(id))).toBe('ok')
      expect(codeOf(await remoteShares.decline(id))).toBe('share-gone')
    })

    it('a mounted folder is copied, never over something, and the copy outlives the mount', async () => {
      const { name, id } = await mounted('Keepsake')
      const { copy, files, remoteShares } = mine()
      const [from, to] = [`/${name}`, `/${props.own('Copy')}`]
      const { userId } = home
      expect(valueOf(await copy({ userId, from, to }))).toBe('copied')
      expect(codeOf(await copy({ userId, from, to }))).toBe('name-taken')
      expect(codeOf(await copy({ userId, from, to: '/homeward-live-no-such-folder/Copy' }))).toBe('folder-gone')
      expect(codeOf(await copy({ userId, from: '/homeward-live-no-such-folder', to: `${to} 2` }))).toBe('share-gone')
      expect(codeOf(await remoteShares.remove(id))).toBe('ok')
      expect(valueOf(await files(userId, from))).toBeNull()
      expect(await home.readFile(`${to}/hello.txt`)).toBe(`hello from ${name}`)
      const [folder] = valueOf(await files(userId, to)) ?? []
      expect(folder).toMatchObject({ kind: 'folder', size: `hello from ${name}`.length })
      expect(folder?.permissions).not.toContain('S')
    })

    it('a remote says why it does not send', async ({ skip }) => {
      skip(remote.product !== 'nextcloud', 'ownCloud has no such call')
      const fetch = fetchFor(remote.base)
      const send = async (token: string, cloudId: string, given = ''): Promise<FailureCode | 'ok'> => {
        const answer = await sendToCloudId(fetch, { base: remote.base, token }, cloudId, given)
        return codeOf(readMountAnswer(answer, { cloudId, withPassword: given !== '' }))
      }
      const secret = await props.link('Contract secret', { password })
      const drop = await props.link('Contract drop', { permissions: 4 })
      const plain = await props.link('Contract open')
      expect(await send('noSuchToken1234', home.cloudId)).toBe('link-gone')
      expect(await send(secret.token, home.cloudId)).toBe('password-needed')
      expect(await send(secret.token, home.cloudId, 'wrong')).toBe('password-wrong')
      // Nextcloud 33 has one sentence for all that cannot be downloaded.
      expect(await send(drop.token, home.cloudId)).toBe(
        remote.major >= 33 ? 'link-not-downloadable' : 'link-upload-only',
      )
      expect(await send(plain.token, remote.cloudId)).toBe('own-share')
      const nobody = home.cloudId.replace(home.userId, 'homeward-live-nobody')
      expect(await send(plain.token, nobody)).toBe('remote-cannot-reach-home')
      expect(await send(plain.token, home.cloudId)).toBe('ok')
      expect(await send(plain.token, home.cloudId)).toBe('already-mounted')
    })

    it('a home asks for a share', async ({ skip }) => {
      skip(!canAskForShares(home), 'this home takes no such request from an app password')
      const { name, token } = await props.link('Asked for')
      const asked = await mine().askForShare({ link: { base: remote.base, token } })
      if (remote.product === 'owncloud') return expect(codeOf(asked)).toBe('remote-too-old')
      expect(codeOf(asked)).toBe('ok')
      expect(await pendingOf(name)).toMatchObject({ accepted: false })
      const secret = await props.link('Asked for in vain', { password })
      const ask = (given?: string) =>
        mine().askForShare({ link: { base: remote.base, token: secret.token }, ...(given ? { password: given } : {}) })
      expect([codeOf(await ask()), codeOf(await ask('wrong'))]).toEqual(['remote-refused', 'password-wrong'])
      expect(codeOf(await ask(password))).toBe('ok')
    })

    it('a link on ownCloud is read as its visitors may, and announced to the home', async ({ skip }) => {
      skip(remote.product !== 'owncloud', 'Nextcloud sends its links itself')
      const plain = await props.link('Announced')
      const secret = await props.link('Not announced', { password })
      const drop = await props.link('Upload only', { permissions: 4 })
      const { base } = remote
      const facts = (token: string, given?: string) => readLinkFacts(fetchFor(base), { base, token }, given)
      expect(valueOf(await facts(plain.token))).toEqual({ name: plain.name, owner: remote.userId })
      expect(codeOf(await facts(secret.token))).toBe('password-needed')
      expect(codeOf(await facts(secret.token, 'wrong'))).toBe('password-wrong')
      expect(valueOf(await facts(secret.token, password))).toMatchObject({ name: secret.name })
      expect(codeOf(await facts(drop.token))).toBe('link-upload-only')
      expect(codeOf(await facts('noSuchToken1234'))).toBe('link-gone')
      const told = await mine().announce(home.product, {
        link: { base, token: plain.token },
        name: plain.name,
        owner: remote.userId,
        userId: home.userId,
        cloudId: home.cloudId,
        remoteId: announcedIdOf(plain.token),
      })
      expect(codeOf(told)).toBe('ok')
      const pending = await pendingOf(plain.name)
      expect(pending).toMatchObject({ remoteId: announcedIdOf(plain.token), accepted: false })
      expect(codeOf(await mine().remoteShares.accept(pending?.id ?? ''))).toBe('ok')
      expect(await props.readAtHome(plain.name)).toBe(plain.text)
    })

    it('finds whom to share with', async () => {
      const { sharees } = clientOf(remote)
      const find = async (text: string) =>
        valueOf(await sharees.find(remote.product, { text, itemType: 'folder' })).map(({ kind, id }) => [kind, id])
      expect(await find(home.cloudId)).toContainEqual(['remote', home.cloudId])
      expect(await find('homeward-live-nobody')).toEqual([])
    })

    it('a login is begun, and not granted by itself', async () => {
      const { login } = createCloud({ fetch: fetchFor(home.base), base: home.base })
      const started = await login.start()
      if (home.product === 'owncloud') return expect(codeOf(started)).toBe('home-too-old')
      const { loginUrl, pollToken } = valueOf(started)
      expect(loginUrl).toContain(`${home.base}/`)
      expect(valueOf(await login.poll(pollToken))).toBeNull()
    })

    it('an app password is made and taken back', async ({ skip }) => {
      skip(!home.own.isLoginPassword, 'LIVE_HOME_PASSWORD is an app password')
      const { userName, password: own } = home.access
      const { appPassword } = createCloud({ fetch: fetchFor(home.base), base: home.base })
      const made = await appPassword.createOnOwnCloud({ userName, password: own, name: ownName })
      const refused = await appPassword.createOnOwnCloud({ userName, password: 'wrong', name: ownName })
      if (home.product === 'owncloud') {
        expect(valueOf(made).loginName).toBe(userName)
        expect(codeOf(refused)).toBe('home-rejected-login')
      } else {
        expect(codeOf(made)).toBe('home-too-old')
      }
    })

    it('a device that is to be wiped learns so, once', async ({ skip }) => {
      skip(home.product !== 'nextcloud', 'ownCloud has no such call')
      skip(!home.own.isLoginPassword, 'LIVE_HOME_PASSWORD is an app password')
      const { token, wipe } = await makeDevice(home)
      const client = createCloud({
        fetch: fetchFor(home.base),
        base: home.base,
        credentials: { loginName: home.access.userName, appPassword: token },
      })
      // The one whose login is rejected sends nothing more.
      const nameless = createCloud({ fetch: fetchFor(home.base), base: home.base })
      expect(valueOf(await client.user()).id).toBe(home.userId)
      expect(valueOf(await nameless.wipe.isDue(token))).toBe(false)
      await wipe()
      expect(codeOf(await client.user())).toBe('home-rejected-login')
      expect(valueOf(await nameless.wipe.isDue(token))).toBe(true)
      expect(await nameless.wipe.report(token)).toBe(true)
      expect(valueOf(await nameless.wipe.isDue(token))).toBe(false)
    })
  })
}

/** An app password as the server's security page makes one, and how that page has its device wiped. */
async function makeDevice({ access }: LiveCloud): Promise<{ token: string; wipe(): Promise<void> }> {
  const session = await WebSession.signIn(access)
  const list = '/index.php/settings/personal/authtokens'
  // Nextcloud 33 wants the password again with each of these.
  const sure = `Basic ${Buffer.from(`${access.userName}:${access.password}`).toString('base64')}`
  const headers = { Authorization: sure }
  const { status, text } = await session.send('POST', list, { form: { name: ownName }, headers })
  if (status !== 200) throw new Error(`no app password: HTTP ${status} ${text.slice(0, 200)}`)
  const { token, deviceToken } = JSON.parse(text) as { token: string; deviceToken: { id: number } }
  return {
    token,
    async wipe() {
      const marked = await session.send('POST', `${list}/wipe/${deviceToken.id}`, { form: {}, headers })
      if (marked.status !== 200) throw new Error(`not marked: HTTP ${marked.status}`)
    },
  }
}
