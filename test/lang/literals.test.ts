import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root, toolEnvironment } from '../setup/install.mjs'

const folder = mkdtempSync(join(tmpdir(), 'homeward-literals-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The linter's complaints about text that stands in a view itself, not in the messages. */
function literalsIn(...paths: string[]): string {
  const config = join(import.meta.dirname, 'no-literals.json')
  const options = { cwd: root, env: toolEnvironment(), encoding: 'utf8', shell: true } as const
  const { status, stdout } = spawnSync(`oxlint -c "${config}" ${paths.map((path) => `"${path}"`).join(' ')}`, options)
  return status === 0 ? '' : stdout
}

test('no view says anything itself', () => {
  expect(literalsIn('components', 'entrypoints')).toBe('')
})

test('the linter would see it', () => {
  const view = join(folder, 'View.tsx')
  writeFileSync(view, 'export const View = () => <p>Hello</p>\n')
  expect(literalsIn(view)).toContain('jsx-no-literals')
})
