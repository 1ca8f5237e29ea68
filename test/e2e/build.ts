import { execSync } from 'node:child_process'
import { join } from 'node:path'
import { toolEnvironment } from '../setup/install.mjs'

/** Builds the extension with loopback hosts granted, so that what is tested is what is in the tree. */
export default function build(): void {
  execSync('wxt build --mode e2e', { cwd: join(import.meta.dirname, '../..'), env: toolEnvironment(), stdio: 'ignore' })
}
