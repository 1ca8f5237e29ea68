/** Runs the tests in a real Firefox; without one it says so and ends with code 77, which `npm test` counts as skipped. */
import { spawnSync } from 'node:child_process'
import { findFirefox } from '../setup/firefox.ts'
import { root } from '../setup/install.mjs'

const found = findFirefox()
if ('missing' in found) {
  console.log(`skipped, because ${found.missing}`)
  process.exit(77)
}
const env = { ...process.env, FIREFOX_PATH: found.path }
const { status } = spawnSync('vitest run -c test/firefox/vitest.config.ts', {
  cwd: root,
  env,
  stdio: 'inherit',
  shell: true,
})
process.exit(status ?? 1)
