import { createCloud, readMountAnswer, sendToCloudId } from '../../lib/cloud/index.ts'
import type { FailureCode } from '../../lib/domain/failure.ts'
import type { Result } from '../../lib/domain/result.ts'
import { ownName } from './app-password.ts'
import type { LiveCloud } from './live-cloud.ts'
import { fetchFor } from './talk.ts'
import { expect, skipIf, test } from './test.ts'

/** The client of the extension against the real servers: what the recordings say must still be so. */
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

test('status, user and capabilities are read', async ({ home, remote }) => {
  for (const cloud of [home, remote]) {
    const client = clientOf(cloud)
    expect(valueOf(await client.status())).toMatchObject({
      installed: true,
      maintenance: false,
      product: cloud.product,
    })
    expect(valueOf(await client.user()).id).toBe(cloud.userId)
    const { major, federation } = valueOf(await client.capabilities())
    expect(major).toBe(cloud.major)
    expect(federation, `federation on ${cloud.base}`).toEqual({ incoming: true, outgoing: true })
    expect(codeOf(await createCloud({ fetch: fetchFor(cloud.base), base: cloud.base }).user())).toBe(
      'home-rejected-login',
    )
  }
})

test('what is not there is told as such', async ({ home }) => {
  const { remoteShares, files } = clientOf(home)
  expect(valueOf(await remoteShares.get(noSuchId))).toBeNull()
  expect(codeOf(await remoteShares.accept(noSuchId))).toBe('accept-gone')
  expect(codeOf(await remoteShares.decline(noSuchId))).toBe('share-gone')
  expect(codeOf(await remoteShares.remove(noSuchId))).toBe('share-gone')
  expect(valueOf(await files(home.userId, '/homeward-live-no-such-folder'))).toBeNull()
})

test('a share is pending, mounted, gone', async ({ home, remote, props }) => {
  const { name } = await props.folder('Contract')
  await remote.sendFederatedShare(`/${name}`, home.cloudId)
  const { remoteShares, files } = clientOf(home)
  const pending = valueOf(await remoteShares.pending()).find((share) => share.name === name)
  expect(pending).toMatchObject({ remote: remote.base, owner: remote.userId, accepted: false })
  expect(pending?.mountpoint).toBeUndefined()
  const id = pending?.id ?? ''
  expect(codeOf(await remoteShares.accept(id))).toBe('ok')
  const mounted = valueOf(await remoteShares.get(id))
  expect(mounted).toMatchObject({ id, accepted: true, mountpoint: `/${name}`, kind: 'folder' })
  expect(valueOf(await remoteShares.mounted()).find((share) => share.id === id)).toEqual(mounted)
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
})

test('a declined share is gone', async ({ home, remote, props }) => {
  const { name } = await props.folder('Declined')
  await remote.sendFederatedShare(`/${name}`, home.cloudId)
  const { remoteShares } = clientOf(home)
  const id = valueOf(await remoteShares.pending()).find((share) => share.name === name)?.id ?? ''
  expect(codeOf(await remoteShares.decline(id))).toBe('ok')
  expect(codeOf(await remoteShares.decline(id))).toBe('share-gone')
})

test('a remote says why it does not send', async ({ home, remote, props }) => {
  skipIf(remote.product === 'nextcloud' ? undefined : 'ownCloud has no such call')
  const fetch = fetchFor(remote.base)
  const send = async (token: string, cloudId: string, password = ''): Promise<FailureCode | 'ok'> => {
    const answer = await sendToCloudId(fetch, { base: remote.base, token }, cloudId, password)
    return codeOf(readMountAnswer(answer, { cloudId, withPassword: password !== '' }))
  }
  const secret = await props.link('Contract secret', { password: 'Correct-horse-battery-9417' })
  const drop = await props.link('Contract drop', { permissions: 4 })
  const open = await props.link('Contract open')
  expect(await send('noSuchToken1234', home.cloudId)).toBe('link-gone')
  expect(await send(secret.token, home.cloudId)).toBe('password-needed')
  expect(await send(secret.token, home.cloudId, 'wrong')).toBe('password-wrong')
  // Nextcloud 33 has one sentence for all that cannot be downloaded.
  expect(await send(drop.token, home.cloudId)).toMatch(/^link-(?:upload-only|not-downloadable)$/)
  expect(await send(open.token, remote.cloudId)).toBe('own-share')
  expect(await send(open.token, home.cloudId.replace(home.userId, 'homeward-live-nobody'))).toBe(
    'remote-cannot-reach-home',
  )
  expect(await send(open.token, home.cloudId)).toBe('ok')
  expect(await send(open.token, home.cloudId)).toBe('already-mounted')
})

test('a login is begun, and not granted by itself', async ({ home }) => {
  const { login } = createCloud({ fetch: fetchFor(home.base), base: home.base })
  const started = await login.start()
  if (home.product === 'owncloud') return expect(codeOf(started)).toBe('home-too-old')
  const { loginUrl, pollToken } = valueOf(started)
  expect(loginUrl).toContain(`${home.base}/`)
  expect(valueOf(await login.poll(pollToken))).toBeNull()
})

test('an app password is made and taken back', async ({ home }) => {
  skipIf(home.own.isLoginPassword ? undefined : 'LIVE_HOME_PASSWORD is an app password')
  const { userName, password } = home.access
  const { appPassword } = createCloud({ fetch: fetchFor(home.base), base: home.base })
  const made = await appPassword.createOnOwnCloud({ userName, password, name: ownName })
  const refused = await appPassword.createOnOwnCloud({ userName, password: 'wrong', name: ownName })
  if (home.product === 'owncloud') {
    expect(valueOf(made).loginName).toBe(userName)
    expect(codeOf(refused)).toBe('home-rejected-login')
  } else {
    expect(codeOf(made)).toBe('home-too-old')
  }
})
