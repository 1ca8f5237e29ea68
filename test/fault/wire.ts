import { setImmediate as nextTurn } from 'node:timers/promises'
import type { World } from '../app/world.ts'
import type { Cloud } from '../cloud-server/index.ts'
import type { Disturbance } from './disturbances.ts'

type Fetch = typeof fetch

/** Which request is disturbed: its name, and which one of that name. */
export interface Target {
  label: string
  nth: number
  disturbance: Disturbance
}

/** How long an answer is delayed, in milliseconds of the world's clock. */
const delay = 30_000
/** What is waited for by requests that name no limit of their own, e.g. a page's. */
const defaultLimit = 60_000

/**
 * The network between the browser and the clouds: knows every request by name and disturbs one of them. Timeouts are a
 * matter of the world's clock here, so that no test waits for one and none comes because the machine is busy.
 */
class Wire {
  /** Names of the requests since `begin`, in order. */
  seen: string[] = []
  /** The target was met. */
  hit = false
  private target: Target | undefined
  private clouds: Record<string, Cloud> = {}
  private world: World | undefined
  private beforeEach: (label: string, nth: number) => Promise<void> = async () => {}
  private inFlight = 0
  private readonly limits = new WeakMap<AbortSignal, number>()

  /** Stands in for `AbortSignal.timeout`. */
  readonly timeout = (milliseconds: number): AbortSignal => {
    const { signal } = new AbortController()
    this.limits.set(signal, milliseconds)
    return signal
  }

  /** From now on requests are counted anew, and one of them is disturbed. */
  begin(world: World, clouds: Record<string, Cloud>, target?: Target): void {
    Object.assign(this, { world, clouds, target, seen: [], hit: false })
  }

  /** The disturbance is over. */
  calm(): void {
    this.target = undefined
  }

  /** What happens elsewhere right before a request leaves. */
  meanwhile(act: (label: string, nth: number) => Promise<void>): void {
    this.beforeEach = act
  }

  /** Waits until nothing moves any more: neither on the network nor in the worker. */
  async idle(): Promise<void> {
    let steps = -1
    for (let quiet = 0; quiet < 6; quiet++) {
      await nextTurn()
      if (this.inFlight === 0 && this.world?.steps === steps) continue
      steps = this.world?.steps ?? 0
      quiet = 0
    }
  }

  async fetch(real: Fetch, ...[input, init]: Parameters<Fetch>): Promise<Response> {
    const request = new Request(input, init)
    const { pathname, origin } = new URL(request.url)
    const [name, cloud] = Object.entries(this.clouds).find(([, { base }]) => base.startsWith(origin)) ?? []
    const label = `${name} ${request.method} ${shorten(pathname)}`
    this.seen.push(label)
    const nth = this.seen.filter((one) => one === label).length
    this.inFlight++
    try {
      await this.beforeEach(label, nth)
      const { target } = this
      const isTarget = cloud !== undefined && target?.label === label && target.nth === nth
      if (!isTarget) return hideRedirect(await real(input, init), init)
      this.hit = true
      return await this.disturb(() => real(input, init), cloud, request, init, target.disturbance)
    } finally {
      this.inFlight--
    }
  }

  private async disturb(
    send: () => Promise<Response>,
    cloud: Cloud,
    { method, url }: Request,
    init: RequestInit | undefined,
    { how }: Disturbance,
  ): Promise<Response> {
    const limit = (init?.signal && this.limits.get(init.signal)) ?? defaultLimit
    if (how === 'never answered') {
      this.advance(limit)
      throw timedOut()
    }
    if (how === 'answered late') {
      const answer = await send()
      const body = await answer.arrayBuffer()
      this.advance(delay)
      if (limit <= delay) throw timedOut()
      return new Response(answer.status === 204 ? null : body, answer)
    }
    const path = new URL(url).pathname
    cloud.faults.add({ method, path, ...how(cloud, path) })
    try {
      return hideRedirect(await send(), init)
    } finally {
      cloud.faults.clear()
    }
  }

  private advance(milliseconds: number): void {
    if (this.world) this.world.clock += milliseconds
  }
}

export const wire = new Wire()

const timedOut = (): DOMException => new DOMException('signal timed out', 'TimeoutError')

/** Browsers hide what a redirect says from whoever does not follow it; a tab that goes to a page does. */
function hideRedirect(answer: Response, init: RequestInit | undefined): Response {
  const isTab = new Headers(init?.headers).get('accept') === 'text/html'
  if (isTab || init?.redirect !== 'manual' || answer.status < 300 || answer.status >= 400) return answer
  void answer.body?.cancel().catch(() => {})
  return Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } })
}

const shorten = (path: string): string =>
  path
    .replace('/ocs/v2.php', '')
    .replace('/index.php', '')
    .replace('/apps/files_sharing/api/v1', '')
    .replace('/apps/federatedfilesharing', '')
    .replace('/remote.php/dav/files', '')
    .replace(/\/user-\d+/, '')
    .replace(/Folder%20\d+/g, 'NAME')
    .replace(/\/\d+$/, '/ID')
