/**
 * `node test/bench/treemap.ts`: what the size of each built file is made of. Prints the largest modules and writes a map
 * to .output/treemap.html.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'wxt'

const root = join(import.meta.dirname, '../..')
const shown = 12

/** What rollup-plugin-visualizer writes as `raw-data`. */
interface RawData {
  nodeParts: Record<string, { renderedLength: number; metaUid: string }>
  nodeMetas: Record<string, { id: string; moduleParts: Record<string, string> }>
}

const analyse = (template: 'treemap' | 'raw-data', file: string): Promise<unknown> =>
  build({ root, logger: silent(), analysis: { enabled: true, template, outputFile: join(root, '.output', file) } })

await analyse('raw-data', 'treemap.json')
const { nodeParts, nodeMetas } = JSON.parse(readFileSync(join(root, '.output/treemap.json'), 'utf8')) as RawData
const bundles = new Map<string, [module: string, bytes: number][]>()
for (const { id, moduleParts } of Object.values(nodeMetas)) {
  for (const [bundle, part] of Object.entries(moduleParts)) {
    bundles.set(bundle, [...(bundles.get(bundle) ?? []), [id, nodeParts[part]?.renderedLength ?? 0]])
  }
}
for (const [bundle, modules] of bundles) {
  const all = modules.reduce((sum, [, bytes]) => sum + bytes, 0)
  console.log(`\n${bundle}: ${kilobytes(all)} before minifying`)
  for (const [module, bytes] of modules.sort((a, b) => b[1] - a[1]).slice(0, shown)) {
    console.log(`${((100 * bytes) / all).toFixed(1).padStart(6)} %  ${kilobytes(bytes)}  ${module.replace(/^\//, '')}`)
  }
}
await analyse('treemap', 'treemap.html')
console.log('\nThe whole map: .output/treemap.html')

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`
}

function silent() {
  const nothing = (): void => {}
  return {
    debug: nothing,
    log: nothing,
    info: nothing,
    warn: console.warn,
    error: console.error,
    fatal: console.error,
    success: nothing,
    level: 0,
  }
}
