import { createApp, type App } from '../../lib/app/app.ts'
import { pageCalls, type PageHandlers, type PageSender } from '../../lib/app/page-calls.ts'
import type { Notification, Ports, Store, Stores } from '../../lib/app/ports.ts'
import { uiCalls, type UiHandlers } from '../../lib/app/ui-calls.ts'
import { emptyLog } from '../../lib/domain/event-log.ts'
import { translate } from '../components/translate.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import { HomeTabs } from './home-tabs.ts'
import { PageTabs } from './page-tabs.ts'

/** A worker of the background: alive until it is killed, then nothing it awaits ever comes back. */
export interface Worker {
  app: App
  page: PageHandlers
  ui: UiHandlers
  /** Rejects when the worker dies: what a sender of a message sees. */
  death: Promise<never>
}

/** Kills the worker at its nth use of a port: before the act, or after it, when only the answer is lost. */
export interface Kill {
  at: number
  when: 'before' | 'after'
}

let worlds = 0

/**
 * The browser around the use cases: storage that outlives workers, a clock that jumps over sleeps, alarms that fire
 * when they are told to. Requests go to real servers.
 */
export class World {
  stored: Record<string, unknown> = {}
  alarms = new Map<string, number>()
  clock = Date.now()
  badge = { pending: 0, needsAttention: false }
  /** What is on the screen, by id. */
  notifications = new Map<string, Notification>()
  /** What lies in the browser's own sync. */
  synced: unknown
  /** What an administrator has set. */
  policy: unknown = {}
  /** An administrator has installed the extension. */
  isByAdmin = false
  /** The user's browser at home. */
  homeTabs = new HomeTabs()
  /** The tabs in which the user looks at share pages. */
  pageTabs = new PageTabs()
  openedTabs: string[] = []
  closedTabs: number[] = []
  /** Bases the background may not call. */
  forbidden: string[] = []
  /** Port uses so far, over all workers. */
  steps = 0
  /** Those by which a server was called. */
  calls: number[] = []
  kill: Kill | undefined
  /** No two browsers make the same id. */
  private readonly number = ++worlds
  private ids = 0

  startWorker(): Worker {
    let die: (error: Error) => void = () => {}
    const death = new Promise<never>((_, reject) => (die = reject))
    death.catch(() => {})
    const app = createApp(this.ports(() => die(new Error('worker died'))))
    return { app, page: pageCalls(app), ui: uiCalls(app), death }
  }

  private ports(onDeath: () => void): Ports {
    let alive = true
    const never = new Promise<never>(() => {})
    const call = <T>(act: () => Promise<T>): Promise<T> =>
      step(() => {
        this.calls.push(this.steps)
        return act()
      })
    /** One use of a port, the unit at which workers die. */
    const step = async <T>(act: () => T | Promise<T>): Promise<T> => {
      if (!alive) return never
      const number = ++this.steps
      const doomed = this.kill?.at === number ? this.kill.when : undefined
      const dies = () => {
        alive = false
        onDeath()
        return never
      }
      if (doomed === 'before') return dies()
      const result = await act()
      if (doomed === 'after') return dies()
      return alive ? result : never
    }
    const store = <T>(key: string, fallback: T): Store<T> => this.store(key, fallback, step)
    const stores: Stores = {
      accounts: store('accounts', []),
      secrets: store('secrets', {}),
      inbox: store('inbox', {}),
      mounts: store('mounts', {}),
      copies: store('copies', []),
      deletions: store('deletions', []),
      jobs: store('jobs', []),
      login: store('login', null),
      pollTokens: store('pollTokens', {}),
      homeAddress: store('homeAddress', null),
      defaultAccount: store('defaultAccount', null),
      settings: store('settings', {}),
      notified: store('notified', {}),
      notices: store('notices', []),
      events: store('events', emptyLog),
      welcomed: store('welcomed', false),
    }
    return {
      fetch: (input, init) => call(() => this.fetch(input, init)),
      now: () => this.clock,
      random: () => 0.5,
      newId: () => `id${this.number}.${++this.ids}`,
      sleep: (milliseconds) => step(() => this.pass(milliseconds)),
      stores,
      alarms: {
        set: (name, at) => step(() => void this.alarms.set(name, at)),
        clear: (name) => step(() => void this.alarms.delete(name)),
        has: (name) => step(() => this.alarms.has(name)),
      },
      tabs: {
        open: (url) => step(() => this.openedTabs.push(url)),
        close: (id) =>
          step(() => {
            this.closedTabs.push(id)
            this.homeTabs.close(id)
          }),
        openOptions: () => step(() => void this.openedTabs.push('options')),
      },
      firstRun: {
        isByAdmin: () => step(() => this.isByAdmin),
        open: () => step(() => void this.openedTabs.push('welcome')),
      },
      homeTab: {
        open: (url) => step(() => this.homeTabs.open(url)),
        show: (id) => step(() => this.homeTabs.show(id)),
        look: (id) => call(() => this.homeTabs.look(id)),
        post: (id, url, form) => call(() => this.homeTabs.post(id, url, form)),
      },
      pageTab: {
        read: (id) => step(() => this.pageTabs.read(id)),
        post: (id, url, form) => call(() => this.pageTabs.post(id, url, form)),
      },
      mayCall: (base) => step(() => !this.forbidden.includes(base)),
      sync: {
        read: () => step(() => structuredClone(this.synced)),
        write: (settings) => step(() => void (this.synced = structuredClone(settings))),
      },
      managed: () => step(() => this.policy),
      managedSoFar: () => step(() => this.policy),
      notifications: {
        show: (notification) => step(() => void this.notifications.set(notification.id, notification)),
        clear: (id) => step(() => void this.notifications.delete(id)),
        shown: () => step(() => [...this.notifications.keys()]),
      },
      t: translate,
      openInbox: () => step(() => void this.openedTabs.push('inbox')),
      about: { version: '0.0.0', browser: 'test' },
      dropSetAside: () => step(() => undefined),
      badge: { show: (pending, needsAttention) => step(() => void (this.badge = { pending, needsAttention })) },
    }
  }

  /** What a server does not let every page read, the browser hands out only with a permission. */
  private async fetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const answer = await loopbackFetch(input, init)
    const isForbidden = this.forbidden.some((base) => String(input).startsWith(`${base}/`))
    if (isForbidden && !answer.headers.has('access-control-allow-origin')) throw new TypeError('Failed to fetch')
    return answer
  }

  private store<T>(key: string, fallback: T, step: <R>(act: () => R) => Promise<R>): Store<T> {
    const load = (): T => structuredClone((this.stored[key] as T | undefined) ?? fallback)
    return {
      read: () => step(load),
      update: (change) =>
        step(() => {
          const after = change(load())
          this.stored[key] = structuredClone(after)
          return after
        }),
    }
  }

  /** Time goes by, and whatever is due in this process gets its turn. */
  private async pass(milliseconds: number): Promise<void> {
    this.clock += milliseconds
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** Lets time pass and fires the alarms that are due by then. */
  async wait(worker: Worker, milliseconds: number): Promise<void> {
    this.clock += milliseconds
    for (const [name, at] of [...this.alarms].filter(([, at]) => at <= this.clock)) {
      if (this.alarms.get(name) === at) this.alarms.delete(name)
      await worker.app.onAlarm(name)
    }
  }
}

/** A sender as the browser vouches for it. */
export const senderOf = (base: string, token: string, document = 'document 1'): PageSender => ({
  link: { base, token },
  document,
  inSight: true,
})
