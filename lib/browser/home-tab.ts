import browser, { type Scripting } from 'webextension-polyfill'
import type { HomeTab } from '../app/home-tab.ts'
import { lookAround, postForm } from './in-home-tab.ts'

/** A server that asks another one takes up to half a minute, in milliseconds. */
const patience = 60_000

/** A tab of the home and the user's own web session in it. */
export const homeTab: HomeTab = {
  async open(url) {
    return (await browser.tabs.create({ url, active: false })).id
  },
  async show(id) {
    await browser.tabs.update(id, { active: true }).catch(() => undefined)
  },
  async look(id) {
    const tab = await browser.tabs.get(id).catch(() => undefined)
    if (!tab) return { is: 'gone' }
    // A page that is loading, the browser's own, or one of a server we may not touch (a company's login).
    return run(id, lookAround, []).catch(() => ({ is: 'elsewhere' as const }))
  },
  post: (id, url, form) => run(id, postForm, [url, form, patience]).catch(() => ({ status: 0, body: '' })),
}

/** Runs a function in the tab's top frame and hands back what it returns. */
async function run<A extends unknown[], R>(
  tabId: number,
  func: (...args: A) => R | Promise<R>,
  args: A,
): Promise<Awaited<R>> {
  const injection = { target: { tabId }, func, args } as Scripting.ScriptInjection
  const [frame] = await browser.scripting.executeScript(injection)
  if (frame?.result === undefined || frame.result === null) throw new Error('no result')
  return frame.result as Awaited<R>
}
