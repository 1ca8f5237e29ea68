// `npm run test:live`: the contract and the browser suite against the servers named by LIVE_*. With arguments the browser
// suite alone. Plain JavaScript for any Node >= 20.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, root, toolEnvironment } from '../setup/install.mjs'
import { requireServers } from './require-servers.mjs'

requireServers()
ensureInstalled()
const chosen = process.argv.slice(2)
const contract = chosen.length > 0 ? 0 : run(['node', 'test/contract/run.mjs', '--live'])
const browser = run(['playwright', 'test', '-c', 'test/live', ...chosen])
process.exit(contract || browser)

function run([command, ...args]) {
  const options = { cwd: root, stdio: 'inherit', env: toolEnvironment(), shell: process.platform === 'win32' }
  return spawnSync(command, args, options).status ?? 1
}
