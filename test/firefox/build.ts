import { execSync } from 'node:child_process'
import { root, toolEnvironment } from '../setup/install.mjs'

/** What is shipped, and the same with loopback hosts granted and an open shadow root. */
export default function build(): void {
  for (const mode of ['production', 'e2e']) {
    execSync(`wxt build -b firefox --mode ${mode}`, { cwd: root, env: toolEnvironment(), stdio: 'ignore' })
  }
}
