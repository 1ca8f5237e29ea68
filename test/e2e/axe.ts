import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(context: unknown, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

/** Accessibility faults on a page, shadow roots and colour contrast included. */
export async function faults(page: Page, within?: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  // Through the debugger: the page's own policy, and the extension's, forbid injected scripts.
  await session.send('Runtime.evaluate', { expression: axe })
  return page.evaluate(async (selector) => {
    const found = await (globalThis as unknown as { axe: Axe }).axe.run(selector ?? document, {})
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, within)
}
