import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(context: unknown, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** What axe leaves out unless it is asked for: WCAG 2.2 "target size (minimum)" and 2.1 "label in name". */
const more = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } }

/**
 * Accessibility faults on a page, shadow roots and colour contrast included.
 * @param only names of axe's rules; all without
 */
export async function faults(page: Page, within?: string, only?: string[]): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) {
    const session = await page.context().newCDPSession(page)
    // Through the debugger: the page's own policy, and the extension's, forbid injected scripts.
    await session.send('Runtime.evaluate', { expression: axe })
    await session.detach()
  }
  const options = { resultTypes: ['violations'], ...(only ? { runOnly: only } : { rules: more }) }
  return page.evaluate(
    async ({ selector, how }) => {
      const found = await (globalThis as unknown as { axe: Axe }).axe.run(selector ?? document, how)
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    },
    { selector: within, how: options },
  )
}
