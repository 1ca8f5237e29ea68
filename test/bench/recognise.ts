import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { startClouds, type Cloud } from '../cloud-server/index.ts'
import { findChromium } from '../setup/chromium.ts'
import * as ocis from '../share-page/documents/ocis.ts'
import { series, type Series } from './statistics.ts'

const runs = 11
const times = 500

/** Where the recognisers are found on every page, as the browser's own modules. */
const modules = '/homeward-bench'
const root = join(import.meta.dirname, '../..')

const remotes = ['nextcloud-32', 'nextcloud-30', 'owncloud-10'] as const

/** Something else at an address like a share's: every recogniser looks, and none finds anything. */
const otherPage = {
  href: 'http://blog.localhost/s/hello',
  markup: `<!DOCTYPE html><body>${'<div class="post"><p>Text <a href="/x">link</a></p></div>'.repeat(2000)}</body>`,
}
const ocisPage = { href: ocis.entry.replace('https', 'http'), markup: ocis.webApp(ocis.passwordForm) }

/** Time of one look at a page in Chromium, in microseconds: the first on a fresh page, and once the code is warm. */
export async function benchRecognise(): Promise<Series[]> {
  const clouds = await startClouds(
    remotes.map((product) => ({ name: product, product, users: { bob: { password: 'b' } } })),
  )
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  // The pages' own policies allow no foreign modules; content scripts are not under them.
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.route(`**${modules}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(modules.length)
    const body = stripTypeScriptTypes(readFileSync(join(root, path), 'utf8'))
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  for (const { href, markup } of [otherPage, ocisPage]) {
    await page.route(href, (route) => route.fulfill({ contentType: 'text/html', body: markup }))
  }
  const results: Series[] = []
  for (const product of remotes) results.push(...(await look(page, product, share(clouds.cloud(product)))))
  results.push(...(await look(page, 'ocis', ocisPage.href)))
  results.push(...(await look(page, 'other page, 6000 elements', otherPage.href, false)))
  await browser.close()
  await clouds.stop()
  return results
}

function share(cloud: Cloud): string {
  for (let file = 0; file < 200; file++) cloud.writeFile('bob', `/Folder/file ${file}.txt`, 'content')
  return cloud.createPublicLink({ owner: 'bob', path: '/Folder' }).url
}

async function look(page: Page, name: string, href: string, isShare = true): Promise<Series[]> {
  const [first, warm]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    await page.goto(href)
    const measured = await page.evaluate(measure, { url: `${modules}/lib/share-page/recognise.ts`, times })
    if (measured.found !== isShare) throw new Error(`${name}: recognised ${measured.found}`)
    first.push(measured.first)
    warm.push(measured.warm)
  }
  return [series(`recogniser: ${name}, first look`, 'µs', first), series(`recogniser: ${name}, warm`, 'µs', warm)]
}

type Recognise = (document: Document, location: Location) => object | null

/** Runs in the page. */
async function measure({ url, times }: { url: string; times: number }) {
  const { recognise } = (await import(url)) as { recognise: Recognise }
  const started = performance.now()
  const found = recognise(document, location) !== null
  const first = performance.now() - started
  for (let time = 0; time < times; time++) recognise(document, location)
  const again = performance.now()
  for (let time = 0; time < times; time++) recognise(document, location)
  return { found, first: first * 1000, warm: ((performance.now() - again) * 1000) / times }
}
