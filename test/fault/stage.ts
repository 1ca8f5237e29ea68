import type { UiHandlers } from '../../lib/app/ui-calls.ts'
import type { Account } from '../../lib/domain/account.ts'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { View } from '../../lib/protocol.ts'
import { viewOfWorld } from '../app/view-of-world.ts'
import { World, type Worker } from '../app/world.ts'
import { startClouds, type Cloud, type Clouds, type ProductName, type RemoteShareRow } from '../cloud-server/index.ts'
import { call, formBody } from '../cloud-server/http/call.ts'
import { wire } from './wire.ts'

/** One server full of users, each of them for one cell, and bob's. */
export interface Street {
  clouds: Clouds
  home: Cloud
  remote: Cloud
  /** What a browser has stored in which the first user is signed in. */
  signedIn: string
}

const room = 600
export const userName = (number: number): string => `user-${String(number).padStart(4, '0')}`
export const passwordOf = (user: string): string => `pass-of-${user}`

export async function startStreet(
  homeProduct: ProductName,
  remoteProduct: ProductName = 'nextcloud-32',
): Promise<Street> {
  const names = Array.from({ length: room }, (_, number) => userName(number))
  const clouds = await startClouds([
    {
      name: 'home',
      product: homeProduct,
      users: Object.fromEntries(names.map((name) => [name, { password: passwordOf(name) }])),
    },
    { name: 'remote', product: remoteProduct, users: { bob: { password: 'bob-password' } } },
  ])
  const [home, remote] = [clouds.cloud('home'), clouds.cloud('remote')]
  const stage = new Stage({ clouds, home, remote, signedIn: '{}' }, 0)
  await stage.signIn()
  return { clouds, home, remote, signedIn: JSON.stringify(stage.world.stored) }
}

/** Everything one cell needs: a user of its own with a browser of its own, and bob's folder with a name of its own. */
export class Stage {
  readonly home: Cloud
  readonly remote: Cloud
  readonly user: string
  /** Of the folder, and of everything that poses as it. */
  readonly name: string
  readonly world = new World()
  worker: Worker
  /** What the user was told, and what somebody chose to remember. */
  told: { done?: boolean; code?: string; appPassword?: string } = {}
  shareId = ''
  /** The folders that are to come, by their names. */
  names: string[]
  /** Ways the user had to take. */
  marks: string[] = []
  private decoysSent = 0

  constructor({ home, remote, signedIn }: Street, number: number) {
    this.home = home
    this.remote = remote
    this.user = userName(number)
    this.name = `Folder ${number}`
    this.names = [this.name]
    this.world.stored = JSON.parse(signedIn.replaceAll(userName(0), this.user)) as Record<string, unknown>
    this.worker = this.world.startWorker()
    wire.begin(this.world, { home, remote })
    wire.meanwhile(async () => {})
  }

  /** The browser starts a new worker for a dead one, and it takes up what that one left. */
  revive(dead: Worker): void {
    if (dead !== this.worker) return
    this.worker = this.world.startWorker()
    void this.worker.app.wake()
  }

  /** Presses a button, and again when the worker died before it answered. */
  async press(send: (ui: UiHandlers) => Promise<unknown>): Promise<void> {
    for (;;) {
      const { worker } = this
      const died = await Promise.race([send(worker.ui).then(() => false), worker.death.catch(() => true)])
      if (!died) return
      this.revive(worker)
    }
  }

  get account(): Account | undefined {
    return ((this.world.stored['accounts'] ?? []) as Account[])[0]
  }

  get accountId(): string {
    return this.account?.id ?? ''
  }

  get jobs(): MountJob[] {
    return (this.world.stored['jobs'] ?? []) as MountJob[]
  }

  get secret(): string | undefined {
    const secrets = (this.world.stored['secrets'] ?? {}) as Record<string, { appPassword: string }>
    return secrets[this.accountId]?.appPassword
  }

  get isPolled(): boolean {
    return this.world.alarms.has(`poll:${this.accountId}`)
  }

  get view(): View {
    return viewOfWorld(this.world)
  }

  /** The user signs in, or signs in again, with a password typed here. */
  async signIn(kind: 'login' | 'app' = 'app'): Promise<void> {
    const result = await this.worker.ui['ui/sign-in']({
      address: this.home.base,
      userName: this.user,
      password: passwordOf(this.user),
      kind,
      insecureConfirmed: true,
    })
    this.told = result.ok ? {} : { code: result.failure.code }
    await wire.idle()
  }

  /** Half an hour goes by: long enough for every alarm of a job, a poll or a login, and for a throttled address. */
  async later(): Promise<void> {
    for (let minutes = 0; minutes < 36; minutes += 4) {
      await this.world.wait(this.worker, 4 * 60_000)
      await wire.idle()
    }
  }

  writeFolder(name = this.name): void {
    this.remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  }

  /** bob sends the folders; they are pending. */
  async send(): Promise<void> {
    for (const name of this.names) {
      this.writeFolder(name)
      const shareWith = this.home.cloudId(this.user)
      const sent = await this.remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith })
      if (!sent.ok) throw new Error(sent.message)
    }
    this.shareId = String(this.ours[0]?.id ?? '')
  }

  /** A share of the same name that has nothing to do with it. */
  async sendDecoy(remote: string, owner: string): Promise<void> {
    const shareWith = this.user
    const fields = { shareWith, name: this.name, remote, owner, token: 'decoy', remoteId: '4711' }
    const { headers, body } = formBody(fields)
    const reply = await call('POST', `${this.home.base}/ocs/v2.php/cloud/shares`, {
      headers: { ...headers, 'OCS-APIRequest': 'true' },
      body: body ?? '',
    })
    if (reply.status !== 200) throw new Error(`decoy refused: ${reply.status}`)
    this.decoysSent++
  }

  async sendDecoys(): Promise<void> {
    await this.sendDecoy(this.remote.base, 'carol')
    await this.sendDecoy(elsewhere, 'bob')
  }

  private get rows(): RemoteShareRow[] {
    return this.home.remoteShares(this.user)
  }

  get ours(): RemoteShareRow[] {
    return this.rows.filter((row) => !isDecoy(row))
  }

  get decoys(): RemoteShareRow[] {
    return this.rows.filter(isDecoy)
  }

  /** Exactly one mount of each under exactly the right name. */
  get isMounted(): boolean {
    const mountpoints = this.ours.filter(({ accepted }) => accepted).map(({ mountpoint }) => mountpoint)
    return (
      this.ours.length === this.names.length &&
      this.names.every((name) => mountpoints.filter((one) => one === `/${name}`).length === 1)
    )
  }

  /** Two of anything there must be one of at most. */
  get isDoubled(): boolean {
    const accounts = (this.world.stored['accounts'] ?? []) as Account[]
    const renamed = this.rows.some(({ accepted, mountpoint }) => accepted && / \(\d+\)$/.test(mountpoint))
    return this.ours.length > this.names.length || renamed || accounts.length > 1
  }

  /** Decoys are neither accepted nor declined. */
  get areDecoysUntouched(): boolean {
    return this.decoys.length === this.decoysSent && this.decoys.every(({ accepted }) => !accepted)
  }
}

/** A server that nobody here can reach. */
export const elsewhere = 'http://elsewhere.localhost:1'

const isDecoy = ({ owner, remote }: RemoteShareRow): boolean => owner === 'carol' || remote.startsWith(elsewhere)
