import { runInNewContext } from 'node:vm'
import type { PageTab, SeenPage } from '../../lib/app/page-tab.ts'
import { postFromPage } from '../../lib/browser/in-page-tab.ts'
import type { MountAnswer } from '../../lib/domain/mount-request.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'

/** Tabs with share pages. The function that the extension sends into a tab runs here in a world of its own. */
export class PageTabs implements PageTab {
  readonly tabs = new Map<number, SeenPage>()
  /** The visitor's cookies. */
  cookie = ''

  async read(id: number): Promise<SeenPage | null> {
    return this.tabs.get(id) ?? null
  }

  async post(id: number, url: string, form: Record<string, string>): Promise<MountAnswer | null> {
    const tab = this.tabs.get(id)
    if (!tab || new URL(tab.address).origin !== new URL(url).origin) return null
    const withCookies: typeof fetch = (input, init) =>
      loopbackFetch(input, { ...init, headers: { ...(init?.headers as object), cookie: this.cookie } })
    const page = { fetch: withCookies, URLSearchParams, AbortSignal, args: [url, form, 60_000] }
    return runInNewContext(`(${postFromPage.toString()})(...args)`, page) as Promise<MountAnswer>
  }
}
