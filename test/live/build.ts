import { execSync } from 'node:child_process'
import { join } from 'node:path'
import { toolEnvironment } from '../setup/install.mjs'
import { serversFromEnvironment } from './servers.ts'

/** Builds the extension with the two servers granted: a browser's permission prompt cannot be clicked by a test. */
export default function build(): void {
  const { home, remote } = serversFromEnvironment()
  // Match patterns know no ports: one for the host covers them all.
  const origins = [home, remote].map(({ base }) => `${new URL(base).protocol}//${new URL(base).hostname}/*`)
  execSync('wxt build --mode e2e', {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...toolEnvironment(), HOMEWARD_TEST_ORIGINS: origins.join(' ') },
    stdio: 'ignore',
  })
}
