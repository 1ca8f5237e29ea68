import type { ProductName } from '../cloud-server/index.ts'
import { basic, call } from '../cloud-server/http/call.ts'
import { grantWhilePolled } from './grant.ts'
import type { Operation, Outcome } from './operation.ts'
import { passwordOf, type Stage } from './stage.ts'
import { wire } from './wire.ts'

async function connect(stage: Stage): Promise<void> {
  grantWhilePolled(stage)
  const { base } = stage.home
  const step = await stage.worker.ui['ui/connect']({ address: base, insecureConfirmed: true })
  stage.told = step.ok ? {} : { code: step.failure.code }
  await wire.idle()
}

/** Signed in, with a password the server knows. */
function isConnected(stage: Stage): boolean {
  const { account, secret, home, user } = stage
  const passwords = [...home.appPasswords(user), passwordOf(user)]
  return (
    account !== undefined &&
    account.state !== 'signed-out' &&
    account.userId === user &&
    secret !== undefined &&
    passwords.includes(secret)
  )
}

function judgeConnected(stage: Stage): Outcome {
  if (isConnected(stage)) return 'done'
  const { login } = stage.view
  // Access was granted: nobody may be made to wait until the login expires.
  if (login?.failure?.code === 'login-expired') return 'lost'
  if (stage.account?.state === 'signed-out' || login?.failure || stage.told.code !== undefined) return 'explained'
  return login && stage.world.alarms.has('login:') ? 'resumable' : 'lost'
}

/** A browser in which nobody is signed in. */
async function arrangeStranger(stage: Stage): Promise<void> {
  stage.world.stored = {}
  await stage.sendDecoys()
}

export const connecting: Operation = {
  name: 'connect nextcloud-32',
  home: 'nextcloud-32',
  by: 'popup',
  arrange: arrangeStranger,
  act: connect,
  judge: judgeConnected,
  async retry(stage) {
    if (!isConnected(stage)) await connect(stage)
  },
}

export const connectingOwncloud: Operation = {
  name: 'connect owncloud-10',
  home: 'owncloud-10',
  by: 'popup',
  arrange: arrangeStranger,
  act: (stage) => stage.signIn('login'),
  judge: judgeConnected,
  async retry(stage) {
    if (!isConnected(stage)) await stage.signIn('login')
  },
}

/** The account has an app password of its own, as after the login in the browser. */
async function giveAppPassword(stage: Stage): Promise<void> {
  const { home, user, accountId } = stage
  if (home.product === 'owncloud-10') return stage.signIn('login')
  const headers = { ...basic(user, passwordOf(user)), 'OCS-APIRequest': 'true' }
  await call('GET', `${home.base}/ocs/v2.php/core/getapppassword`, { headers })
  const appPassword = home.appPasswords(user).at(-1) ?? ''
  stage.world.stored['secrets'] = { [accountId]: { loginName: user, appPassword } }
}

const isForgotten = ({ account, world }: Stage): boolean =>
  account === undefined && Object.keys((world.stored['secrets'] ?? {}) as object).length === 0

async function signOut(stage: Stage): Promise<void> {
  const { accountId } = stage
  stage.told = await stage.worker.ui['ui/sign-out']({ accountId })
}

export const signingOut = (home: ProductName): Operation => ({
  name: `sign out of ${home}`,
  home,
  by: 'popup',
  // ownCloud's app passwords cannot be revoked by whoever uses them: the user is told.
  ...(home === 'owncloud-10' ? { inPeace: 'explained' as const } : {}),
  async arrange(stage) {
    await giveAppPassword(stage)
    stage.home.clearLog()
    await stage.sendDecoys()
  },
  act: signOut,
  judge(stage) {
    // Still in the list of accounts, where it can be signed out again.
    if (!isForgotten(stage)) return stage.account ? 'resumable' : 'lost'
    const isAlive = stage.home.appPasswords(stage.user).length > 0
    if (!isAlive) return 'done'
    // A worker that dies leaves the options page to say that the app password may still be alive.
    return stage.told.appPassword === 'revoked' ? 'lost' : 'explained'
  },
  isFulfilled: isForgotten,
  async retry(stage) {
    if (stage.account) await signOut(stage)
  },
})
