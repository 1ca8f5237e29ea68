/**
 * What Mozilla's reviewers do: unpack the sources in an empty folder, install, build, and compare with what was handed
 * in, byte by byte. `npm run test:release`.
 */
import { execSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, toolEnvironment } from '../setup/install.mjs'
import { readZip } from '../setup/read-zip.ts'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const kinds = ['chrome', 'firefox', 'sources']
const zipOf = (folder: string, kind: string): string => join(folder, '.output', `homeward-${version}-${kind}.zip`)
const run = (command: string, cwd: string): void =>
  void execSync(command, { cwd, env: toolEnvironment(), stdio: ['ignore', 'ignore', 'inherit'] })

run('npm run zip', root)
const folder = mkdtempSync(join(tmpdir(), 'homeward-sources-'))
const differences: string[] = []
try {
  for (const [name, bytes] of readZip(zipOf(root, 'sources'))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  run('npm ci --no-audit --no-fund --loglevel=error', folder)
  run('npm run zip', folder)
  for (const kind of kinds) differences.push(...compare(kind))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const difference of differences) console.log(difference)
console.log(`release: ${kinds.length} archives rebuilt from the sources, ${differences.length} differences`)
process.exit(differences.length === 0 ? 0 : 1)

function compare(kind: string): string[] {
  const [shipped, rebuilt] = [readZip(zipOf(root, kind)), readZip(zipOf(folder, kind))]
  const names = new Set([...shipped.keys(), ...rebuilt.keys()])
  return [...names].flatMap((name) => {
    const [before, after] = [shipped.get(name), rebuilt.get(name)]
    if (before && after && before.equals(after)) return []
    return [`${kind}: ${name} ${!after ? 'is missing' : !before ? 'was not there' : 'differs'}`]
  })
}
