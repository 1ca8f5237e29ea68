// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { watchForSharePage } from '../../lib/share-page/watch.ts'
import { address, at, base, loginPage, nextcloud32, parse, token } from './documents.ts'

const found = vi.fn<(page: SharePage) => void>()

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  found.mockReset()
})

/** Turns one document into another, as a page does that draws itself with scripts. */
function become(document: Document, markup: string): void {
  const next = parse(markup)
  document.body.replaceWith(next.body)
}

test('a share page is found at once', () => {
  watchForSharePage(parse(nextcloud32()), at(address), found)
  expect(found).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ base, token }))
})

test('a page that becomes a share page later is found, once', async () => {
  const document = parse(loginPage())
  watchForSharePage(document, at(address), found)
  expect(found).not.toHaveBeenCalled()
  become(document, nextcloud32())
  await vi.advanceTimersByTimeAsync(50)
  become(document, nextcloud32())
  await vi.advanceTimersByTimeAsync(20_000)
  expect(found).toHaveBeenCalledOnce()
})

test('after ten seconds nobody looks any more', async () => {
  const document = parse(loginPage())
  watchForSharePage(document, at(address), found)
  await vi.advanceTimersByTimeAsync(10_001)
  become(document, nextcloud32())
  await vi.advanceTimersByTimeAsync(1000)
  expect(found).not.toHaveBeenCalled()
})

test('in a tab without frames there is a last look', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  const document = parse(loginPage())
  watchForSharePage(document, at(address), found)
  become(document, nextcloud32())
  await vi.advanceTimersByTimeAsync(10_001)
  expect(found).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

test('pages with other addresses are not watched', async () => {
  const document = parse(loginPage())
  const stop = watchForSharePage(document, at('https://blog.example.org/about'), found)
  become(document, nextcloud32())
  await vi.advanceTimersByTimeAsync(20_000)
  expect(found).not.toHaveBeenCalled()
  stop()
})
