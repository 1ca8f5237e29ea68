/** Mozilla's own linter over what is built for Firefox. Its warnings count as errors, but for one that is Preact's. */
import { execSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, toolEnvironment } from './install.mjs'

const output = join(root, '.output/firefox-mv3')

interface Found {
  code: string
  message: string
  description: string
  file?: string
  line?: number
  column?: number
}

const options = { cwd: root, env: toolEnvironment() }
if (!existsSync(output) || !process.argv.includes('--built')) {
  execSync('wxt build -b firefox', { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
}
const { stdout } = spawnSync('addons-linter', [output, '--output', 'json'], {
  ...options,
  encoding: 'utf8',
  maxBuffer: 1e8,
  shell: process.platform === 'win32',
})
const { errors, warnings, notices } = JSON.parse(stdout) as Record<'errors' | 'warnings' | 'notices', Found[]>
const faults = [...errors, ...warnings, ...notices].filter((found) => !isPreacts(found))
for (const { code, message, description, file, line } of faults) {
  console.log(`${code} ${file ?? ''}:${line ?? ''} ${message}. ${description}`)
}
console.log(`addons-linter: ${faults.length} errors and warnings`)
process.exit(faults.length === 0 ? 0 : 1)

/**
 * Preact sets innerHTML for `dangerouslySetInnerHTML`. Libraries go to the store unmodified, so the line stays; none of
 * our code may use it (`no-restricted-properties` in .oxlintrc.json).
 */
function isPreacts({ code, file = '', line = 0, column = 0 }: Found): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT') return false
  const text = readFileSync(join(output, file), 'utf8').split('\n')[line - 1] ?? ''
  return /^[^;]{0,5}\w+\.innerHTML=\w+\.__html\b/.test(text.slice(Math.max(0, column - 1)))
}
