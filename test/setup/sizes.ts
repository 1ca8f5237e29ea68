/** Budgets of what is shipped, gzipped; the README quotes the printed figures. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const output = join(import.meta.dirname, '../../.output/chrome-mv3')

const entries = [
  { name: 'share page (content script)', files: ['content-scripts/share-page.js'], budget: 12_000 },
  { name: 'popup', files: scriptsOf('popup.html'), budget: 30_000 },
  { name: 'options', files: scriptsOf('options.html'), budget: 30_000 },
  { name: 'background', files: ['background.js'], budget: 60_000 },
]

let over = 0
for (const { name, files, budget } of entries) {
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(output, file)), { level: 9 }).length, 0)
  if (size > budget || files.length === 0) over++
  console.log(`${name}: ${(size / 1000).toFixed(1)} kB of ${budget / 1000} kB`)
}
process.exit(over === 0 ? 0 : 1)

/** The scripts a page loads, with everything they import. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(output, page), 'utf8')
  const direct = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const chunks = readdirSync(join(output, 'chunks'))
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const code = readFileSync(join(output, file), 'utf8')
    for (const chunk of chunks.filter((other) => code.includes(other))) visit(join(dirname(file), chunk))
  }
  direct.forEach(visit)
  return [...seen]
}
