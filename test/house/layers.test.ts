import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const oxlint = join(root, 'node_modules/.bin/oxlint')

/** File, import, and whether the house allows it. */
const imports: [string, string, boolean][] = [
  ['lib/domain/probe.ts', '../cloud/http.ts', false],
  ['lib/domain/probe.ts', '../protocol.ts', false],
  ['lib/domain/probe.ts', 'preact', false],
  ['lib/domain/probe.ts', './failure.ts', true],
  ['lib/share-page/probe.ts', '../cloud/http.ts', false],
  ['lib/share-page/probe.ts', 'fast-xml-parser', false],
  ['lib/share-page/probe.ts', '../domain/failure.ts', true],
  ['lib/cloud/probe.ts', '../app/app.ts', false],
  ['lib/cloud/probe.ts', '../browser/store.ts', false],
  ['lib/cloud/probe.ts', 'webextension-polyfill', false],
  ['lib/cloud/probe.ts', 'fast-xml-parser', true],
  ['lib/app/probe.ts', '../browser/store.ts', false],
  ['lib/app/probe.ts', 'webextension-polyfill', false],
  ['lib/app/probe.ts', '../build/messages.ts', false],
  ['lib/app/probe.ts', '../cloud/create-cloud.ts', true],
  ['lib/browser/probe.ts', '../cloud/create-cloud.ts', false],
  ['lib/browser/probe.ts', '../../components/context.ts', false],
  ['lib/browser/probe.ts', 'webextension-polyfill', true],
  ['lib/protocol.ts', './app/ports.ts', false],
  ['lib/protocol.ts', './protocol/outgoing.ts', true],
  ['lib/protocol/probe.ts', '../app/ports.ts', false],
  ['lib/protocol/probe.ts', '../cloud/http.ts', false],
  ['lib/protocol/probe.ts', '../domain/failure.ts', true],
  ['components/inbox/Probe.tsx', '../../lib/app/view.ts', false],
  ['components/inbox/Probe.tsx', '../../lib/browser/store.ts', false],
  ['components/inbox/Probe.tsx', 'webextension-polyfill', false],
  ['components/inbox/Probe.tsx', '../../lib/protocol.ts', true],
  ['components/outgoing/Probe.tsx', 'uqr', true],
  ['components/Probe.tsx', '../lib/cloud/http.ts', false],
  ['components/Probe.tsx', '../lib/build/messages.ts', false],
  ['components/Probe.tsx', './ui/Button.tsx', true],
  ['entrypoints/popup/main.tsx', '../../lib/cloud/create-cloud.ts', false],
  ['entrypoints/popup/main.tsx', 'webextension-polyfill', false],
  ['entrypoints/background.ts', '../lib/app/app.ts', false],
  ['entrypoints/background.ts', '../lib/browser/listeners.ts', true],
]

let house: string

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'homeward-layers-'))
  cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('layers', () => {
  it.each(imports)('%s importing %s: %s', (file, imported, allowed) => {
    const path = join(house, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `import * as probe from '${imported}'\nexport { probe }\n`)
    const { status, stdout } = spawnSync(oxlint, [file], { cwd: house, encoding: 'utf8' })
    rmSync(path)
    const refused = stdout.includes('no-restricted-imports')
    expect({ refused, failed: status !== 0 }, stdout).toEqual({ refused: !allowed, failed: !allowed })
  })
})
