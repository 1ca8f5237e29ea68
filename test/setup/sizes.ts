/** Budgets of what is shipped, gzipped; the README quotes the printed figures. */
import { execSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { toolEnvironment } from './install.mjs'

const root = join(import.meta.dirname, '../..')
const output = join(root, '.output/chrome-mv3')

zip()
const entries = [
  { name: 'share page (content script)', files: ['content-scripts/share-page.js'], budget: 12_000 },
  { name: 'recogniser alone (the page behind the popup)', files: ['read-page.js'], budget: 4_000 },
  { name: 'popup', files: scriptsOf('popup.html'), budget: 30_000 },
  { name: 'page of outgoing shares', files: scriptsOf('shares.html'), budget: 45_000 },
  { name: 'options', files: scriptsOf('options.html'), budget: 30_000 },
  { name: 'background', files: ['background.js'], budget: 60_000 },
]

let over = 0
for (const { name, files, budget } of entries) {
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(output, file)), { level: 9 }).length, 0)
  report(name, files.length === 0 ? Infinity : size, budget)
}
const zips = zipsIn(join(root, '.output'))
// The sources are for the reviewers of Firefox's store; nobody downloads them with the extension.
for (const { name, size } of zips) report(name, size, name.includes('sources') ? undefined : 200_000)
for (const browser of ['chrome', 'firefox']) {
  if (!zips.some(({ name }) => name.includes(browser))) report(`zip for ${browser}`, Infinity, 200_000)
}
process.exit(over === 0 ? 0 : 1)

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
