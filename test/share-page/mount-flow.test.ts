// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure } from '../../lib/domain/failure.ts'
import { askStep, click, control, happen, host, job, layOver, mounted, page, passwordField } from './harness.ts'
import { ripen, settle, startCard, status } from './harness.ts'

let card: Awaited<ReturnType<typeof startCard>>

async function start(...given: Parameters<typeof startCard>): Promise<void> {
  card = await startCard(...given)
  ripen()
}

beforeEach(() => layOver())
afterEach(() => card.stop())

describe('one click', () => {
  test('asks the remote from the page and follows the job to its end', async () => {
    await start({
      'page/mount': [askStep],
      'page/asked': [job({ state: 'waiting' })],
      'page/job': [job({ state: 'accepting' }), mounted],
    })
    expect(card.fetcher).not.toHaveBeenCalled()
    await click('Add to my cloud')

    expect(card.calls()).toEqual(['page/hello', 'page/mount', 'page/asked', 'page/job', 'page/job'])
    expect(card.sent[3]?.request).toEqual({ jobId: 'job-1', seen: 'waiting' })
    expect(status()).toContain('Added to your cloud')
    expect(control('Open in my cloud')?.getAttribute('href')).toBe(mounted.openUrl)
    expect(control('Add to my cloud')).toBeNull()

    const [url, request] = card.fetcher.mock.calls[0] ?? []
    expect(url).toBe(`${page.base}/index.php/apps/federatedfilesharing/createFederatedShare`)
    expect(request).toMatchObject({ method: 'POST', credentials: 'same-origin', redirect: 'manual' })
    expect(String(request?.body)).toBe('shareWith=alice%40home.example.org&token=iEDw65qPLQktSTD&password=')
    expect(card.sent[2]?.request).toEqual({
      jobId: 'job-1',
      answer: { status: 200, body: '{"remoteUrl":"https://home.example.org"}' },
      withPassword: false,
    })
  })

  test('says what was there before', async () => {
    await start({ 'page/mount': [{ do: 'show', job: { ...mounted, already: true } }] })
    await click('Add to my cloud')
    expect(status()).toContain('Already in your cloud')
    expect(card.fetcher).not.toHaveBeenCalled()
  })

  test('a second click changes nothing', async () => {
    let answer = (_: Response): void => {}
    const fetcher = () => new Promise<Response>((resolve) => void (answer = resolve))
    await start({ 'page/mount': [askStep], 'page/asked': [mounted] }, page, { fetch: fetcher })
    await click('Add to my cloud')
    expect(control('Add to my cloud')?.getAttribute('aria-disabled')).toBe('true')
    expect(status()).toContain('Adding to your cloud…')
    await click('Add to my cloud')
    answer(new Response('{}'))
    await settle()
    expect(card.calls()).toEqual(['page/hello', 'page/mount', 'page/asked'])
  })

  test('no answer from the remote is reported as such', async () => {
    const fetcher = () => Promise.reject(new TypeError('Failed to fetch'))
    await start({ 'page/mount': [askStep], 'page/asked': [mounted] }, page, { fetch: fetcher })
    await click('Add to my cloud')
    expect(card.sent[2]?.request).toMatchObject({ answer: { status: 0, body: '' } })
  })

  test('a huge answer is cut', async () => {
    const fetcher = () => Promise.resolve(new Response('x'.repeat(1_000_000)))
    await start({ 'page/mount': [askStep], 'page/asked': [mounted] }, page, { fetch: fetcher })
    await click('Add to my cloud')
    expect(card.sent[2]?.request).toMatchObject({ answer: { body: 'x'.repeat(10_000) } })
  })
})

describe('a password', () => {
  const prompt = { ...page, needsPassword: true }

  test('is asked for at once on a password prompt', async () => {
    await start({ 'page/mount': [askStep], 'page/asked': [mounted] }, prompt)
    await click('Add to my cloud')
    expect(card.calls()).toEqual(['page/hello'])
    const field = passwordField()
    if (field) field.value = 'secret'
    await click('Add to my cloud')
    expect(card.sent[1]?.request).toMatchObject({ password: 'secret' })
    expect(String(card.fetcher.mock.calls[0]?.[1]?.body)).toContain('password=secret')
    expect(card.sent[2]?.request).toMatchObject({ withPassword: true })
    expect(field?.value).toBe('')
  })

  test('that was wrong may be typed again', async () => {
    const wrong = job({ state: 'needs-password', failure: failure('password-wrong') })
    await start({ 'page/mount': [{ do: 'show', job: wrong }] })
    await click('Add to my cloud')
    expect(passwordField()?.getAttribute('aria-invalid')).toBe('true')
    expect(control('Add to my cloud')).not.toBeNull()
    expect(status()).not.toBe('')
  })
})

describe('a click is only taken from a person', () => {
  test.each([
    ['made by a script', { trusted: false }],
    ['the second of a double click', { detail: 2 }],
  ])('%s', async (_, how) => {
    await start()
    await click('Add to my cloud', how)
    expect(card.calls()).toEqual(['page/hello'])
  })

  test('who can see the card', async () => {
    await start()
    layOver(document.body)
    await click('Add to my cloud')
    await click('Add to my cloud', { detail: 0 })
    layOver()
    document.documentElement.style.opacity = '0.1'
    await click('Add to my cloud')
    document.documentElement.style.opacity = ''
    expect(card.calls()).toEqual(['page/hello'])
  })

  test.each([
    ['not when a window above has just closed: it may have been meant for that', 1000, 1000, 1250, false],
    ['nor when that is only now known', 1000, 1150, 1151, false],
    ['but a while later', 1000, 1000, 1600, true],
    ['and at once when the pointer was on the card before the window came to the front', 500, 1000, 1001, true],
  ])('%s', async (_, entered, focused, clicked, taken) => {
    await start({ 'page/mount': [{ do: 'show', job: mounted }] })
    happen(host() as EventTarget, new Event('pointerenter'), true, entered)
    happen(window, new Event('focus'), true, focused)
    await click('Add to my cloud', { at: clicked })
    expect(card.calls().includes('page/mount')).toBe(taken)
  })

  test('with a key at any time, and whatever the page makes up', async () => {
    await start({ 'page/mount': [{ do: 'show', job: mounted }] })
    happen(window, new Event('focus'), true, 1000)
    await click('Add to my cloud', { detail: 0, at: 1001 })
    card.stop()
    await start({ 'page/mount': [{ do: 'show', job: mounted }] })
    happen(window, new Event('focus'), false, 1000)
    await click('Add to my cloud', { at: 1001 })
    expect(card.calls()).toEqual(['page/hello', 'page/mount'])
  })

  test('who had the time to see it', async () => {
    card = await startCard()
    await click('Add to my cloud')
    expect(card.calls()).toEqual(['page/hello'])
  })
})

test('a page that turned into another one mounts nothing', async () => {
  for (const now of [null, { ...page, token: 'other' }, { ...page, base: 'https://remote.example.org' }]) {
    await start({}, page, { recognise: () => now })
    await click('Add to my cloud')
    expect(card.calls()).toEqual(['page/hello'])
    expect(status()).toContain('The page has changed')
    card.stop()
  }
})

describe('without a cloud', () => {
  test('the click opens the options', async () => {
    await start({ 'page/hello': [{ connected: false }], 'page/mount': [{ do: 'connect' }] })
    expect(status()).toContain('which cloud is yours')
    await click('Add to my cloud')
    expect(card.calls()).toEqual(['page/hello', 'page/mount', 'page/connect'])
    expect(status()).toContain('come back here')
  })

  test('the card notices when the user comes back with one', async () => {
    await start({ 'page/hello': [{ connected: false }, { connected: true }] })
    window.dispatchEvent(new Event('focus'))
    await settle()
    expect(status()).toBe('')
  })
})

test('a job that runs already is joined without a click', async () => {
  await start({ 'page/hello': [{ connected: true, job: job() }], 'page/job': [mounted] })
  expect(status()).toContain('Added to your cloud')
})

describe('a link of a server that does not get along with the home', () => {
  const ocis = { ...page, product: 'ocis', reason: 'pair-unsupported' } as const
  const pair = failure('pair-unsupported')
  const dialog = 'https://home.example.org/invitations'

  test('is explained at once, and stays so without the background', async () => {
    await start({ 'page/hello': [new Error('worker died')] }, ocis)
    expect(status()).toContain('These two servers cannot share with each other')
    expect(control('Accept an invitation')).toBeNull()
  })

  test('is explained with the way by an invitation where there is one', async () => {
    const instead = { failure: pair, openUrl: dialog, invitation: true }
    await start({ 'page/hello': [{ connected: true, several: false, instead }] }, ocis)
    expect(status()).toContain('both clouds know invitations')
    expect(control('Accept an invitation')?.getAttribute('href')).toBe(dialog)
    expect(control('Add to my cloud')).toBeNull()
  })

  test('of the own server is opened there', async () => {
    const instead = { failure: failure('own-share'), openUrl: 'https://home.example.org' }
    await start({ 'page/hello': [{ connected: true, several: false, instead }] }, ocis)
    expect(status()).toContain('This share comes from your own cloud')
    expect(control('Open in my cloud')?.getAttribute('href')).toBe('https://home.example.org')
  })

  test('never leads to anything but a web address', async () => {
    const instead = { failure: pair, openUrl: 'javascript:alert(1)', invitation: true }
    await start({ 'page/hello': [{ connected: true, several: false, instead }] }, ocis)
    expect(control('Accept an invitation')).toBeNull()
  })

  test('is told on any page when the home is such a server', async () => {
    const instead = { failure: pair }
    await start({ 'page/hello': [{ connected: true, several: false, instead }] })
    expect(status()).toContain('These two servers cannot share with each other')
    expect(control('Add to my cloud')).toBeNull()
  })
})

test('a link that cannot be mounted is told in one line, without a button', async () => {
  await start({}, { ...page, reason: 'link-upload-only' })
  expect(card.calls()).toEqual([])
  expect(status()).not.toBe('')
  expect(control('Add to my cloud')).toBeNull()
})

test('an address that is no web address never becomes a link', async () => {
  const openUrl = 'javascript:alert(1)'
  await start({ 'page/mount': [{ do: 'show', job: { ...mounted, openUrl } }] })
  await click('Add to my cloud')
  expect(control('Open in my cloud')).toBeNull()
})

test('the card can be hidden', async () => {
  await start()
  await click('Hide')
  expect(host()).toBeNull()
})
