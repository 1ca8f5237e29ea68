// `npm run demo`: installs what is missing, then plays the main job. Plain JavaScript for any Node >= 20.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, root, toolEnvironment } from '../setup/install.mjs'

ensureInstalled()
const { status } = spawnSync('node', ['test/demo/demo.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnvironment(),
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
