// `npm run test:live`: the suite against the servers named by LIVE_*. Plain JavaScript for any Node >= 20.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, root, toolEnvironment } from '../setup/install.mjs'

const names = ['HOME', 'REMOTE'].flatMap((role) => ['URL', 'USER', 'PASSWORD'].map((what) => `LIVE_${role}_${what}`))
const missing = names.filter((name) => !process.env[name])
if (missing.length > 0) {
  console.error(`Two real servers and an account on each are needed. Missing: ${missing.join(', ')}.`)
  console.error('How to get servers with Docker: test/live/README.md')
  process.exit(2)
}

ensureInstalled()
const { status } = spawnSync('playwright', ['test', '-c', 'test/live', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnvironment(),
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
