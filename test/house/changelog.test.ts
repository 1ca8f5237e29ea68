import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { insert, section } from '../../lib/build/changelog.ts'
import { root } from '../setup/install.mjs'

describe('the draft of a changelog', () => {
  it('tells what users notice, by kind, and nothing else', () => {
    const text = section('1.2.0 (2027-01-31)', [
      'feat: a box for pasted links; test: all of it',
      'fix(popup): the focus stays',
      'fix: the focus stays',
      'feat!: settings are exported without secrets',
      'chore: lint rules',
      'docs: readme; perf: half the time to the first paint',
      'Merge branch x',
    ])
    expect(text).toBe(`## 1.2.0 (2027-01-31)

### New

- A box for pasted links
- **Changes what you know:** Settings are exported without secrets

### Fixed

- The focus stays

### Faster

- Half the time to the first paint`)
  })

  it('stands above the older versions, in the place of an older draft', () => {
    const before = '# Changelog\n\n## 1.1.0 (draft)\n\n- old draft\n\n## 1.0.0 (2026-12-01)\n\n- first\n'
    const after = insert(before, '1.1.0', '## 1.1.0 (2027-01-01)\n\n- better')
    expect(after).toBe('# Changelog\n\n## 1.1.0 (2027-01-01)\n\n- better\n\n## 1.0.0 (2026-12-01)\n\n- first\n')
  })
})

it('CHANGELOG.md tells of the version in package.json first', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  expect(changelog.split(/^## /m)[1]).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')} `))
})
