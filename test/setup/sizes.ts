/** Budgets of what is shipped, gzipped; the README quotes the printed figures. */
import { execSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { toolEnvironment } from './install.mjs'
import { readZip } from './read-zip.ts'

const root = join(import.meta.dirname, '../..')
const output = join(root, '.output/chrome-mv3')

zip()
const entries = [
  { name: 'share page (content script)', files: ['content-scripts/share-page.js'], budget: 12_000 },
  { name: 'recogniser alone (the page behind the popup)', files: ['read-page.js'], budget: 4_000 },
  { name: 'popup', files: scriptsOf('popup.html'), budget: 30_000 },
  { name: 'page of outgoing shares', files: scriptsOf('shares.html'), budget: 45_000 },
  { name: 'welcome', files: scriptsOf('welcome.html'), budget: 30_000 },
  { name: 'options', files: scriptsOf('options.html'), budget: 30_000 },
  { name: 'background', files: ['background.js'], budget: 60_000 },
]

let over = 0
for (const { name, files, budget } of entries) {
  const size = sum(files.map((file) => gzipSync(readFileSync(join(output, file)), { level: 9 }).length))
  report(name, files.length === 0 ? Infinity : size, budget)
}
// Eight languages alone are 93 kB at the very least, their bare text compressed: hence a budget for what is not text,
// and one for the texts of each language.
for (const browser of ['chrome', 'firefox']) {
  const zip = zipsIn(join(root, '.output')).find(({ name }) => name.includes(browser))
  const texts = [...(zip ? readZip(zip.path) : [])].filter(([name]) => name.startsWith('_locales/'))
  const sizes = texts.map(([, text]) => deflateRawSync(text, { level: 9 }).length)
  report(`zip for ${browser} without its ${texts.length} languages`, (zip?.size ?? Infinity) - sum(sizes), 200_000)
  report('  the largest language', Math.max(0, ...sizes), 18_000)
  report('  the whole', zip?.size ?? Infinity)
}
process.exit(over === 0 ? 0 : 1)

function sum(sizes: number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}

function report(name: string, size: number, budget?: number): void {
  if (budget !== undefined && size > budget) over++
  console.log(`${name}: ${(size / 1000).toFixed(1)} kB${budget === undefined ? '' : ` of ${budget / 1000} kB`}`)
}

/** Zips both browsers' extensions anew, so that no older one is measured. */
function zip(): void {
  for (const { path } of zipsIn(join(root, '.output'))) rmSync(path)
  for (const browser of ['chrome', 'firefox']) {
    execSync(`wxt zip -b ${browser}`, { cwd: root, env: toolEnvironment(), stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

function zipsIn(folder: string): { name: string; path: string; size: number }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .map((name) => ({ name, path: join(folder, name), size: statSync(join(folder, name)).size }))
}

/** The scripts a page starts with: its own and all they import, but not what they load when it is asked for. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(output, page), 'utf8')
  const direct = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const code = readFileSync(join(output, file), 'utf8')
    const imports = [...code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)]
    for (const [, name = ''] of imports) visit(join(dirname(file), name))
  }
  direct.forEach(visit)
  return [...seen]
}
