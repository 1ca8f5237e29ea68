import { execSync } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from '../setup/chromium.ts'
import { toolEnvironment } from '../setup/install.mjs'

/**
 * Builds the extension with loopback hosts granted, so that what is tested is what is in the tree, and has a Chromium
 * installed if there is none: once, before several workers look for it at the same time.
 */
export default function build(): void {
  findChromium()
  execSync('wxt build --mode e2e', { cwd: join(import.meta.dirname, '../..'), env: toolEnvironment(), stdio: 'ignore' })
}
