// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askStep, click, control, layOver, mounted, page, ripen, startCard, status } from './harness.ts'

let card: Awaited<ReturnType<typeof startCard>>
const died = new Error('The message port closed before a response was received.')

beforeEach(() => layOver())
afterEach(() => card.stop())

test('every message is sent again when the worker dies', async () => {
  card = await startCard({
    'page/hello': [died, { connected: true }],
    'page/mount': [died, undefined, askStep],
    'page/asked': [died, died, { ...mounted, state: 'accepting' }],
    'page/job': [died, mounted],
  })
  ripen()
  await click('Add to my cloud')
  expect(card.calls().filter((call) => call === 'page/asked')).toHaveLength(3)
  expect(card.slept.slice(0, 3)).toEqual([300, 300, 1000])
  expect(card.fetcher).toHaveBeenCalledOnce()
  expect(status()).toContain('Added to your cloud')
})

test('after half a minute the user may try again, and the remote is not asked twice', async () => {
  const seven = Array.from({ length: 7 }, () => died)
  card = await startCard({ 'page/mount': [askStep], 'page/asked': [...seven, mounted] })
  ripen()
  await click('Add to my cloud')
  expect(card.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(35_000)
  expect(control('Try again')).not.toBeNull()
  await click('Try again')
  expect(card.fetcher).toHaveBeenCalledOnce()
  expect(status()).toContain('Added to your cloud')
})

test('an extension that was updated asks for a reload', async () => {
  let alive = true
  card = await startCard({ 'page/mount': [new Error('Extension context invalidated.')] }, page, {
    isAlive: () => alive,
  })
  ripen()
  alive = false
  await click('Add to my cloud')
  expect(status()).toContain('Reload this page')
  expect(control('Add to my cloud')).toBeNull()
  expect(card.calls()).toEqual(['page/hello'])
})

test('a silent background still leaves a button', async () => {
  card = await startCard({ 'page/hello': [died] })
  expect(control('Add to my cloud')).not.toBeNull()
})
