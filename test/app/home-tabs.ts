import { runInNewContext } from 'node:vm'
import type { HomeTab, HomeTabLook } from '../../lib/app/home-tab.ts'
import { lookAround, postForm } from '../../lib/browser/in-home-tab.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'

interface Tab {
  address: string
  html: string
}

/**
 * Tabs of the user's browser at home, with its cookies: the functions that the extension sends into a tab run here
 * against the page that the server really gave, in a world of their own.
 */
export class HomeTabs implements HomeTab {
  readonly tabs = new Map<number, Tab>()
  readonly shown: number[] = []
  /** The `Cookie` header of a signed-in web session; empty for nobody. */
  cookie = ''
  /** Called with every look at a tab: what the user does meanwhile. */
  meanwhile: (looks: number) => void = () => {}
  private looks = 0
  private ids = 100

  async open(url: string): Promise<number> {
    const id = ++this.ids
    this.tabs.set(id, { address: url, html: '' })
    return id
  }

  async show(id: number): Promise<void> {
    this.shown.push(id)
  }

  close(id: number): void {
    this.tabs.delete(id)
  }

  async look(id: number): Promise<HomeTabLook> {
    this.meanwhile(++this.looks)
    const tab = this.tabs.get(id)
    if (!tab) return { is: 'gone' }
    if (tab.html === '' || !tab.html.includes('data-user=')) await this.load(tab)
    return tab.html === '' ? { is: 'elsewhere' } : this.run(tab, lookAround, [])
  }

  async post(id: number, url: string, form: Record<string, string>): Promise<{ status: number; body: string }> {
    const tab = this.tabs.get(id)
    return tab ? this.run(tab, postForm, [url, form, 60_000]) : { status: 0, body: '' }
  }

  /** A page that does not come is the browser's own. */
  private async load(tab: Tab): Promise<void> {
    let url = tab.address
    tab.html = ''
    for (let hops = 0; hops < 5; hops++) {
      const headers = { cookie: this.cookie, accept: 'text/html' }
      const answer = await loopbackFetch(url, { redirect: 'manual', headers }).catch(() => undefined)
      const html = await answer?.text().catch(() => undefined)
      if (!answer || html === undefined) return
      tab.html = html
      const target = answer.headers.get('location')
      if (!target) return
      url = new URL(target, url).href
    }
  }

  /** A function that uses anything it does not carry with it fails here, as it would in the page. */
  private run<A extends unknown[], R>(tab: Tab, func: (...args: A) => R, args: A): R {
    const attribute = (name: string) => new RegExp(`<head[^>]* ${name}="([^"]*)"`).exec(tab.html)?.[1]
    const dataset = { user: attribute('data-user'), requesttoken: attribute('data-requesttoken') }
    const bodyId = /<body id="([^"]*)"/.exec(tab.html)?.[1] ?? ''
    const withCookies: typeof fetch = (input, init) =>
      loopbackFetch(input, { ...init, headers: { ...(init?.headers as object), cookie: this.cookie } })
    const page = {
      document: { head: { dataset }, body: { id: bodyId } },
      location: { href: tab.address },
      fetch: withCookies,
      URLSearchParams,
      AbortSignal,
      args,
    }
    return runInNewContext(`(${func.toString()})(...args)`, page) as R
  }
}
