// `npm run test:contract [-- --live]`: what the client relies on, asked of the test clouds or of the servers named by
// LIVE_*. Plain JavaScript for any Node >= 20.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, root, toolEnvironment } from '../setup/install.mjs'
import { requireServers } from '../live/require-servers.mjs'

const isLive = process.argv.includes('--live')
if (isLive) requireServers()
ensureInstalled()
const others = process.argv.slice(2).filter((argument) => argument !== '--live')
const what = isLive
  ? ['--config', 'test/contract/live.config.ts']
  : ['test/contract', 'test/cloud/contract', 'test/cloud/recorded']
const { status } = spawnSync('vitest', ['run', ...what, ...others], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnvironment(),
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
