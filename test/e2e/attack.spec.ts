import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CDPSession, Page } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'
import type { Homeward, SharePageView } from './homeward.ts'
import { bobShares, expect, test } from './test.ts'

/** Requests that would tell somebody the cloud id, or change anything at home. */
const consequences = (home: Cloud, remote: Cloud): string[] => [
  ...remote.log.filter(({ path }) => path.endsWith('createFederatedShare')).map(({ path }) => path),
  ...remote.log.filter(({ body }) => body.includes('alice')).map(({ path }) => `cloud id in ${path}`),
  ...home.log.filter(({ method, path }) => method !== 'GET' && path.includes('remote_shares')).map(({ path }) => path),
]

/** The middle of the button, where a person would press it, wherever the page has moved it. */
async function middleOfButton(share: SharePageView): Promise<{ x: number; y: number }> {
  return share.add.evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  })
}

async function ready(homeward: Homeward, home: Cloud, remote: Cloud): Promise<SharePageView> {
  await homeward.connect(home)
  const share = await homeward.openShare(bobShares(remote).url)
  await share.add.waitFor()
  await share.page.waitForTimeout(400)
  home.clearLog()
  return share
}

test('clicks, keys and submissions that the page makes up do nothing', async ({ homeward, home, remote }) => {
  const share = await ready(homeward, home, remote)
  await share.page.evaluate(() => {
    const host = document.querySelector('homeward-card') as HTMLElement
    // Open in this build only; in a released one the page cannot even get here.
    const parts = host.shadowRoot?.querySelectorAll('*') ?? []
    for (const target of [host, document, window, ...parts]) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'touchend']) {
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1, clientX: 5, clientY: 5 }))
      }
      for (const key of ['Enter', ' ']) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
          target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }))
        }
      }
    }
    host.shadowRoot?.querySelector('form')?.requestSubmit()
    host.shadowRoot?.querySelectorAll('button').forEach((button) => button.click())
  })
  await share.page.waitForTimeout(1000)
  expect(consequences(home, remote)).toEqual([])
  expect(home.remoteShares('alice')).toEqual([])
})

const disguises: Record<string, () => void> = {
  'an overlay that takes the click': () => cover('auto'),
  'an overlay that lets the click through': () => cover('none'),
  'an overlay that lets the click through, and insists': () => {
    cover('none').style.setProperty('pointer-events', 'none', 'important')
  },
  'a pseudo-element over everything': () => {
    style(`html::before { content: 'Play'; position: fixed; inset: 0; z-index: 99999; background: #fff;
      pointer-events: none }`)
  },
  'an overlay in a closed shadow root': () => {
    const over = document.createElement('div')
    const inside = over.attachShadow({ mode: 'closed' })
    document.body.append(over)
    inside.append(cover('none'))
  },
  'opacity of the page': () => style('html { opacity: 0.01 !important }'),
  'opacity of the card': () => style('homeward-card, homeward-card * { opacity: 0 !important }'),
  'a filter': () => style('html { filter: opacity(0) }'),
  'a filter that whitens': () => style('html { filter: brightness(100) }'),
  'a blur': () => style('html { filter: blur(40px) }'),
  'a mask': () => style('html { mask-image: linear-gradient(transparent, transparent) }'),
  'a mask of another kind': () => {
    style('html { -webkit-mask-box-image: linear-gradient(transparent, transparent) 0 fill }')
  },
  'a page cut down to the button’s middle': () => {
    const { innerWidth: width, innerHeight: height } = window
    style(`html { height: 100vh; clip-path: inset(${height - 60}px 20px 20px ${width - 170}px) }`)
  },
  'a page blended with the white behind it': () => style('html { mix-blend-mode: lighten }'),
  'a card grown over the window': () => {
    style('html { transform: scale(40); transform-origin: 100% 100%; height: 100vh }')
  },
  'a card shrunk to a speck': () => style('html { transform: scale(0.05); height: 100vh }'),
  'zoom out': () => style('html { zoom: 0.04 }'),
  'a popover on top': () => {
    const over = cover('none')
    over.popover = 'manual'
    over.showPopover()
  },
  'the backdrop of a tiny popover': () => {
    style('[popover]::backdrop { background: #fff }')
    const speck = document.createElement('div')
    speck.style.cssText = 'inset: 0 auto auto 0; width: 1px; height: 1px'
    speck.popover = 'manual'
    document.body.append(speck)
    speck.showPopover()
  },
  'the button of a field': () => field('input', 'file', '::file-selector-button'),
  'the handle of a field': () => field('input', 'range', '::-webkit-slider-thumb'),
  'the bar of a progress': () => field('progress', '', '::-webkit-progress-bar'),
  'an overlay with a hole where the button is pressed': () => {
    const button = document.querySelector('homeward-card')?.shadowRoot?.querySelector('.button') as Element
    const { x, y, width, height } = button.getBoundingClientRect()
    const hole = `M${x + width / 2 - 8} ${y + height / 2 - 5}h16v10h-16Z`
    cover('auto').style.clipPath = `path(evenodd, "M0 0H4000V4000H0Z${hole}")`
  },
  'a card moved under the pointer': () => style('html { transform: translate(-30vw, -30vh); height: 100vh }'),
  'a dialog on top': () => {
    const dialog = document.createElement('dialog')
    dialog.style.cssText = 'inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none'
    document.body.append(dialog)
    dialog.showModal()
  },
}

declare function cover(pointerEvents: string): HTMLElement
declare function style(css: string): void
declare function field(tag: string, type: string, part: string): void

/** What the disguises are made with, on the page. */
const tools = `
function cover(pointerEvents) {
  const over = document.createElement('div')
  over.textContent = 'Play'
  over.style.cssText = 'position:fixed;inset:0;margin:0;border:0;width:100vw;height:100vh;background:#fff;z-index:99999;pointer-events:' + pointerEvents
  document.documentElement.append(over)
  return over
}
function field(tag, type, part) {
  style(part + '{ -webkit-appearance: none; position: fixed; inset: 0; width: 100vw; height: 100vh; background: #fff; pointer-events: none }')
  const field = document.createElement(tag)
  if (type) field.type = type
  field.style.cssText = 'appearance: none; position: fixed; inset: 0 auto auto 0; z-index: 99999; pointer-events: none'
  document.documentElement.append(field)
}
function style(css) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}`

test('a click on a card that is covered, hidden or out of shape mounts nothing', async ({ homeward, home, remote }) => {
  test.setTimeout(240_000)
  await homeward.connect(home)
  const fooled: string[] = []
  const attempt = async ([name, disguise]: [string, () => void]): Promise<void> => {
    const { url, token } = bobShares(remote, name)
    const share = await homeward.openShare(url)
    await share.add.waitFor()
    await share.page.waitForTimeout(400)
    // Through the debugger, for the page's own policy forbids it.
    const session = await share.page.context().newCDPSession(share.page)
    await session.send('Runtime.evaluate', { expression: `${tools};(${String(disguise)})()` })
    await share.page.waitForTimeout(150)
    const { x, y } = await middleOfButton(share)
    await share.page.mouse.click(x, y)
    await share.page.waitForTimeout(400)
    const card = await share.page.locator('homeward-card .card').getAttribute('data-kind')
    const isAsked = remote.log.some(({ path, body }) => path.endsWith('createFederatedShare') && body.includes(token))
    // A card that cannot be hidden at all may be clicked.
    const shrugsOff = name === 'opacity of the card'
    if ((isAsked || card !== 'ready') !== shrugsOff) fooled.push(name)
    await share.page.close()
  }
  const queue = Object.entries(disguises)
  const some = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await attempt(next)
  }
  await Promise.all([some(), some(), some(), some()])
  expect(fooled).toEqual([])
  expect(home.remoteShares('alice').map(({ name }) => name)).toEqual(['/opacity of the card'])
})

test('messages the page makes up reach nobody', async ({ homeward, home, remote }) => {
  const share = await ready(homeward, home, remote)
  const { id } = homeward
  const reached = await share.page.evaluate(async (extension) => {
    const message = { call: 'ui/sign-out', request: { accountId: 'x' } }
    window.postMessage(message, '*')
    for (const name of ['message', 'homeward', 'wxt:content-script-started', 'wxt:share-page']) {
      const detail = { detail: message }
      for (const target of [window, document, document.querySelector('homeward-card')]) {
        target?.dispatchEvent(new CustomEvent(name, detail))
      }
    }
    const channel = new BroadcastChannel('homeward')
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage(message)
    const fake = { id: extension, sendMessage: () => {}, onMessage: { addListener() {} }, getURL: () => '' }
    const runtime = (globalThis as { chrome?: { runtime?: typeof fake } }).chrome?.runtime
    const sent = await Promise.resolve(runtime?.sendMessage?.()).catch(() => undefined)
    Object.assign(globalThis, { chrome: { runtime: fake }, browser: { runtime: fake } })
    const files = ['popup.html', 'options.html', 'manifest.json', 'background.js', 'content-scripts/share-page.js']
    const read = await Promise.all(
      files.map((file) =>
        fetch(`chrome-extension://${extension}/${file}`).then(
          () => file,
          () => '',
        ),
      ),
    )
    return [...read.filter(Boolean), ...(sent === undefined ? [] : ['answered'])]
  }, id)
  expect(reached).toEqual([])
  await share.page.waitForTimeout(500)
  expect(consequences(home, remote)).toEqual([])
  const options = await homeward.openOptions()
  await expect(options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(1)
})

/** A server that shows somebody else's share page as its own, or with changes. */
async function mirror(page: string): Promise<{ server: Server; base: string }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, base: `http://evil.localhost:${(server.address() as AddressInfo).port}` }
}

async function sourceOf(homeward: Homeward, url: string): Promise<string> {
  const page = await homeward.context.newPage()
  const response = await page.goto(url)
  const text = (await response?.text()) ?? ''
  await page.close()
  return text
}

test('a page can claim no token but its address’s, and no server but its own', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const { url, token } = bobShares(remote)
  const { server, base } = await mirror(await sourceOf(homeward, url))
  const claimed = await homeward.openShare(`${base}/s/OtherToken12345`)
  await claimed.page.waitForTimeout(1500)
  await expect(claimed.page.locator('homeward-card')).toHaveCount(0)
  remote.clearLog()
  // With the right token the link is still the evil server's own: it is asked, and nobody else.
  const own = await homeward.openShare(`${base}/s/${token}`)
  await own.clickAdd()
  await own.page.waitForTimeout(3000)
  expect(consequences(home, remote)).toEqual([])
  expect(home.remoteShares('alice')).toEqual([])
  server.close()
})

test('a page that turns into another one between recognition and click is caught', async ({
  homeward,
  home,
  remote,
}) => {
  const share = await ready(homeward, home, remote)
  const other = bobShares(remote, 'Other')
  await share.page.evaluate((token) => {
    for (const input of document.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
      if (input.id.endsWith('sharingToken')) input.value = btoa(JSON.stringify(token))
    }
    history.pushState(null, '', `/s/${token}`)
  }, other.token)
  await share.add.click({ timeout: 2000 }).catch(() => {})
  await share.page.waitForTimeout(1500)
  expect(consequences(home, remote)).toEqual([])
})

test('a page that floods the browser with changes does not hang, nor lose the button', async ({
  homeward,
  home,
  remote,
}) => {
  const share = await ready(homeward, home, remote)
  await share.page.evaluate(() => {
    const flood = setInterval(() => {
      for (let i = 0; i < 2000; i++) document.body.append(document.createElement('i'))
      document.querySelectorAll('body > i').forEach((element) => element.remove())
      document.title = String(Math.random())
      history.replaceState(null, '', location.href)
    }, 0)
    setTimeout(() => clearInterval(flood), 4000)
  })
  const started = Date.now()
  for (let turns = 0; turns < 20; turns++) await share.page.evaluate(() => new Promise(requestAnimationFrame))
  expect(Date.now() - started).toBeLessThan(15_000)
  await share.add.click()
  await expect(share.open).toBeVisible()
})

test('a share page with a name of 10 MB is read at once, and the name left out', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const { url, token } = bobShares(remote)
  const huge = btoa(JSON.stringify('x'.repeat(10_000_000)))
  const field = /(<input[^>]*initial-state-files_sharing-filename"[^>]*value=")[^"]*/
  const source = (await sourceOf(homeward, url)).replace(field, `$1${huge}`)
  expect(source.length).toBeGreaterThan(10_000_000)
  const { server, base } = await mirror(source)
  const page = await homeward.context.newPage()
  await page.goto(`${base}/s/${token}`)
  await expect(page.getByRole('button', { name: 'Add to my cloud' })).toBeVisible()
  server.close()
})

/** Runs code where our content script runs: what a page could do that had broken out into it. */
async function inContentScript(page: Page): Promise<<T>(code: string) => Promise<T>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const contexts: { id: number; name: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
  await session.send('Runtime.enable')
  await expect.poll(() => contexts.some(({ name }) => name.includes('Homeward'))).toBe(true)
  const contextId = contexts.find(({ name }) => name.includes('Homeward'))?.id ?? 0
  return async <T>(expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as T
  }
}

test('even from our own content script, storage is closed and privileged calls are refused', async ({
  homeward,
  home,
  remote,
}) => {
  const share = await ready(homeward, home, remote)
  remote.writeFile('bob', '/Waiting/x.txt', 'x')
  await remote.sendFederatedShare({ owner: 'bob', path: '/Waiting', shareWith: home.cloudId('alice') })
  await (await homeward.openPopup()).getByText('Waiting').waitFor()
  const evaluate = await inContentScript(share.page)
  for (const area of ['local', 'session']) {
    const read = `chrome.storage.${area}.get().then((all) => JSON.stringify(all), (error) => 'refused: ' + error.message)`
    expect(await evaluate<string>(read)).toContain('refused')
  }
  const shareId = String(home.remoteShares('alice')[0]?.id)
  const worker = homeward.context.serviceWorkers()[0]
  const accountId = await worker?.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } }).chrome
    return ((await storage.local.get()) as { accounts: { value: { id: string }[] } }).accounts.value[0]?.id
  })
  home.clearLog()
  const calls = ['ui/accept', 'ui/decline', 'ui/unmount', 'ui/sign-out', 'ui/sign-in', 'ui/connect', 'ui/add-link']
  for (const call of [...calls, 'ui/diagnostics', 'ui/choose-settings', '__proto__', 'constructor', 'toString', '']) {
    const request = { accountId, shareId, address: remote.base, insecureConfirmed: true, withNames: true }
    const message = JSON.stringify({ call, request })
    const send = `chrome.runtime.sendMessage(${message}).then((answer) => 'answered ' + JSON.stringify(answer), (error) => 'refused: ' + error.message)`
    expect(await evaluate<string>(send), call).toContain('refused')
  }
  const others = bobShares(remote, 'Other link')
  const page = { product: 'nextcloud', base: remote.base, token: others.token, kind: 'folder', needsPassword: false }
  for (const call of ['page/mount', 'page/hello']) {
    const message = JSON.stringify({ call, request: { page } })
    const send = `chrome.runtime.sendMessage(${message}).then((answer) => JSON.stringify(answer), () => 'refused')`
    expect(await evaluate<string>(send), call).toBe('refused')
  }
  expect(home.log).toEqual([])
  expect(home.remoteShares('alice')).toMatchObject([{ accepted: false }])
})

const hostileNames = [
  '<img src=x onerror="document.title=1">',
  '"><script>document.title=1</script>',
  'javascript:alert(1)',
  'photo\u202Egnp.exe',
  'in\u200Bvis\u2060ible\uFEFF',
  '\u2066\u2067reversed\u2069',
  'x'.repeat(100_000),
  '{{constructor.constructor("return 1")()}}',
  'a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c',
]

test('hostile names, owners and remotes are shown as text, and the popup does not hang', async ({ homeward, home }) => {
  await homeward.connect(home)
  for (const [index, name] of hostileNames.entries()) {
    const fields = {
      shareWith: 'alice',
      name: name.replaceAll('/', '∕'),
      owner: name,
      token: 't',
      remoteId: String(index),
    }
    const remotes = [`http://xn--ncremte-r8a.localhost:${7000 + index}/${index}`, 'javascript:alert(1)']
    const remote =
      [...remotes, `https://evil.localhost/\u202E${index}\u200B`, `<b>evil\u2066</b>${index}`][index % 4] ?? ''
    const body = new URLSearchParams({ ...fields, remote }).toString()
    await post(`${home.base}/ocs/v2.php/cloud/shares`, body)
  }
  expect(home.remoteShares('alice')).toHaveLength(hostileNames.length)
  const popup = await homeward.openPopup()
  const items = popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem')
  await expect(items).toHaveCount(hostileNames.length)
  const found = await popup.evaluate(() => ({
    title: document.title,
    images: document.querySelectorAll('img[src="x"], main script').length,
    links: [...document.querySelectorAll('a')].filter(({ href }) => href.startsWith('javascript:')).length,
    invisible: /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/.test(
      document.querySelector('[role=tabpanel], main')?.textContent ?? '',
    ),
    wide: [...document.querySelectorAll('li, li *')].filter(
      (element) =>
        element.getBoundingClientRect().right > (document.querySelector('main')?.getBoundingClientRect().right ?? 0),
    ).length,
    unsafeNames: [...document.querySelectorAll('li')].filter(({ textContent }) => textContent.length > 2000).length,
  }))
  expect(found).toEqual({
    title: expect.not.stringMatching(/^1$/),
    images: 0,
    links: 0,
    invisible: false,
    wide: 0,
    unsafeNames: 0,
  })
  expect(await popup.title()).not.toBe('1')
})

test('a list of pending shares that is no list, a bomb or 50 MB long leaves the popup alive', async ({
  homeward,
  home,
}) => {
  await homeward.connect(home)
  const path = /remote_shares\/pending$/
  const contentType = 'application/xml'
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]><ocs><meta><statuscode>200</statuscode></meta><data>&a19;</data></ocs>`
  const nested = `<ocs><meta><statuscode>200</statuscode></meta><data>${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}</data></ocs>`
  for (const fault of [{ body: bomb }, { body: nested }, { body: '', padToBytes: 50_000_000 }]) {
    home.faults.add({ path, times: 1, status: 200, contentType, ...fault })
    const started = Date.now()
    const popup = await homeward.openPopup()
    await expect(popup.getByRole('tab', { name: 'Inbox' })).toBeVisible()
    await popup.getByRole('tab', { name: 'Mounted' }).click()
    expect(Date.now() - started).toBeLessThan(10_000)
    await popup.close()
  }
})

/** As another server would deliver a share. */
async function post(url: string, body: string): Promise<void> {
  const { loopbackFetch } = await import('../cloud/loopback-fetch.ts')
  const headers = { 'OCS-APIRequest': 'true', 'Content-Type': 'application/x-www-form-urlencoded' }
  const response = await loopbackFetch(url, { method: 'POST', body, headers })
  expect(response.status).toBe(200)
}
