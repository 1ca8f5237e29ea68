// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { watchForSharePage } from '../../lib/share-page/watch.ts'
import { address, at, base, loginPage, nextcloud32, ocis, parse, token } from './documents/index.ts'

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

describe('the web app of oCIS', () => {
  const { entry, fileList, passwordForm, root, spinner, webApp } = ocis

  test('is found once its server knows the link and it has gone to its own address', async () => {
    const document = parse(webApp())
    const location = { href: entry }
    watchForSharePage(document, location, found)
    become(document, webApp(spinner))
    await vi.advanceTimersByTimeAsync(100)
    expect(found).not.toHaveBeenCalled()
    location.href = `${root}/files/link/public/${token}?fileId=1`
    become(document, webApp(fileList))
    await vi.advanceTimersByTimeAsync(100)
    expect(found).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ base: root, token, reason: 'pair-unsupported' }),
    )
  })

  test.each([
    [45_000, 1],
    [61_000, 0],
  ])('is waited for while it loads: after %i ms found %i times', async (time, times) => {
    const document = parse(webApp())
    watchForSharePage(document, at(entry), found)
    await vi.advanceTimersByTimeAsync(time)
    become(document, webApp(passwordForm))
    await vi.advanceTimersByTimeAsync(1000)
    expect(found).toHaveBeenCalledTimes(times)
  })
})
