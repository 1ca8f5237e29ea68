import type {
  AccountView,
  Backend,
  CopyView,
  Installation,
  JobView,
  MountedShareView,
  PendingShareView,
  Request,
  Response,
  SettingsView,
  UiCalls,
  View,
} from '../../lib/protocol.ts'
import type { FailureCode } from '../../lib/domain/failure.ts'
import { defaultSettings } from '../../lib/domain/settings.ts'

type Answers = { [K in keyof UiCalls]?: (request: Request<K>) => Response<K> | Promise<Response<K>> }

export const plainSettings: SettingsView = {
  values: defaultSettings,
  locked: [],
  homeAddressLocked: false,
  hidesWelcome: false,
  mistakes: [],
}

export const emptyView: View = {
  accounts: [],
  pending: [],
  mounted: [],
  mountedChecks: [],
  copies: [],
  deletions: [],
  jobs: [],
  login: null,
  settings: plainSettings,
  notices: [],
}

/** A background in memory: tests set what is stored, script the answers and read what was asked. */
export class FakeBackend implements Backend {
  readonly calls: { call: keyof UiCalls; request: unknown }[] = []
  readonly requestedOrigins: string[][] = []
  readonly opened: string[] = []
  answers: Answers = {}
  grants = true
  /** The tab behind the popup. */
  tab: { id: number; url: string } | null = null
  allSites = true
  view: View
  private readonly listeners = new Set<(view: View) => void>()

  constructor(view: Partial<View> = {}) {
    this.view = { ...emptyView, ...view }
  }

  async call<K extends keyof UiCalls>(call: K, request: Request<K>): Promise<Response<K>> {
    this.calls.push({ call, request })
    const answer: Answers[K] = this.answers[call]
    return answer ? answer(request) : (undefined as Response<K>)
  }

  /** Every request made with one call. */
  requests<K extends keyof UiCalls>(call: K): Request<K>[] {
    return this.calls.filter((made) => made.call === call).map(({ request }) => request as Request<K>)
  }

  watchView(listener: (view: View) => void): () => void {
    this.listeners.add(listener)
    listener(this.view)
    return () => this.listeners.delete(listener)
  }

  change(change: Partial<View>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.listeners) listener(this.view)
  }

  async requestOrigins(bases: string[]): Promise<boolean> {
    this.requestedOrigins.push(bases)
    return this.grants
  }

  async requestAllSites(): Promise<boolean> {
    this.allSites = this.grants
    return this.grants
  }

  async hasAllSites(): Promise<boolean> {
    return this.allSites
  }

  openOptions(signInAgain?: string): void {
    this.opened.push(signInAgain === undefined ? 'options' : `options for ${signInAgain}`)
  }

  openHelp(code: FailureCode): void {
    this.opened.push(`help about ${code}`)
  }

  openTab(url: string): void {
    this.opened.push(url)
  }

  async activeTab(): Promise<{ id: number; url: string } | null> {
    return this.tab
  }

  openShares(create = false): void {
    this.opened.push(create ? 'shares at create' : 'shares')
  }
}

export const account = (over: Partial<AccountView> = {}): AccountView => ({
  id: 'a1',
  displayName: 'Ada Lovelace',
  product: 'nextcloud',
  userId: 'ada',
  cloudId: 'ada@home.example',
  base: 'https://home.example',
  host: 'home.example',
  state: 'ready',
  isDefault: true,
  ...over,
})

export const pending = (over: Partial<PendingShareView> = {}): PendingShareView => ({
  accountId: 'a1',
  id: '7',
  name: 'Holiday photos',
  owner: 'Grace Hopper',
  remote: 'remote.example:8443/cloud',
  insecure: false,
  firstSeen: Date.now() - 2 * 3_600_000,
  ...over,
})

export const job = (over: Partial<JobView> = {}): JobView => ({
  id: 'j1',
  accountId: 'a1',
  state: 'asking',
  link: { base: 'https://remote.example', token: 'abc' },
  ...over,
})

export const mounted = (over: Partial<MountedShareView> = {}): MountedShareView => ({
  accountId: 'a1',
  id: '7',
  name: 'Holiday photos',
  mountpoint: '/Holiday photos',
  owner: 'Grace Hopper',
  remote: 'remote.example:8443/cloud',
  insecure: false,
  openUrl: 'https://home.example/index.php/apps/files/?dir=%2FHoliday%20photos',
  ...over,
})

export const copy = (over: Partial<CopyView> = {}): CopyView => ({
  id: 'c1',
  accountId: 'a1',
  shareId: '7',
  name: 'Holiday photos',
  folder: '/Kept',
  state: 'copying',
  unsure: false,
  ...over,
})

export const installation: Installation = {
  version: '1.2.3',
  hasMenus: true,
  hasOmnibox: true,
  hasShortcuts: true,
  shortcuts: async () => [
    { does: 'open', keys: 'Alt+Shift+H' },
    { does: 'add-page', keys: '' },
  ],
  isPinned: async () => true,
  openShortcuts: async () => true,
}
