import { execSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, toolEnvironment } from '../setup/install.mjs'

let copy: string

/** Built in a copy, so that nobody's own output is touched. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'homeward-manifest-'))
  const files = ['package.json', 'LICENSE', 'wxt.config.ts', 'tsconfig.json']
  for (const part of ['entrypoints', 'components', 'lib', 'public', ...files]) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const options = { cwd: copy, env: toolEnvironment(), stdio: 'ignore' } as const
  execSync('wxt build', options)
  execSync('wxt build -b firefox', options)
  execSync('wxt build -b safari', options)
}, 60_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const manifest = (target: string) =>
  JSON.parse(readFileSync(join(copy, '.output', target, 'manifest.json'), 'utf8')) as Record<string, unknown>

describe.each(['chrome-mv3', 'firefox-mv3', 'safari-mv3'])('%s', (target) => {
  it('asks for no host at install, and for nothing it does not use', () => {
    const { host_permissions, content_scripts, permissions, optional_host_permissions } = manifest(target)
    expect(host_permissions ?? []).toEqual([])
    expect(content_scripts ?? []).toEqual([])
    // Safari knows no notifications.
    const notifications = target.startsWith('safari') ? [] : ['notifications']
    expect(permissions).toEqual(['storage', 'alarms', ...notifications, 'contextMenus', 'activeTab', 'scripting'])
    expect(optional_host_permissions).toEqual(['*://*/*'])
  })

  it('has its version from package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(manifest(target)['version']).toBe(version)
  })

  it('comes with the licences of all that is in it', () => {
    const text = readFileSync(join(copy, '.output', target, 'licences.txt'), 'utf8')
    expect(text).toMatch(/^\uFEFFHomeward\n\nMIT License/)
    for (const name of ['preact', 'fast-xml-parser', 'uqr', 'wxt', 'webextension-polyfill']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'))
    }
    expect(text).toContain('Mozilla Public License Version 2.0')
    expect(text).not.toMatch(/^(?:typescript|vitest|vite|playwright) /m)
  })

  it('shows each of its pages in the chosen colours from the first', () => {
    const pages = readdirSync(join(copy, '.output', target)).filter((name) => name.endsWith('.html'))
    expect(pages).toEqual(expect.arrayContaining(['options.html', 'popup.html']))
    for (const page of pages) {
      const html = readFileSync(join(copy, '.output', target, page), 'utf8')
      expect(html).toMatch(/<head>.*<script src="\/appearance.js"><\/script>.*<script type="module"/s)
    }
  })

  it('runs nothing but its own files', () => {
    const { content_security_policy, externally_connectable, web_accessible_resources } = manifest(target)
    expect([content_security_policy, externally_connectable, web_accessible_resources ?? []]).toEqual([
      undefined,
      undefined,
      [],
    ])
  })
})

it('Firefox learns from which version on, Android included, and which data leave the browser', () => {
  expect(manifest('firefox-mv3')['browser_specific_settings']).toEqual({
    gecko: {
      id: 'homeward@homeward-extension.org',
      strict_min_version: '140.0',
      data_collection_permissions: {
        required: ['authenticationInfo', 'personallyIdentifyingInfo', 'websiteContent', 'personalCommunications'],
      },
    },
    gecko_android: { strict_min_version: '142.0' },
  })
  expect(manifest('firefox-mv3')['background']).toEqual({ scripts: ['background.js'] })
})

it('Chromium’s package, which Edge takes too, names its policies; Safari is told nothing of other browsers', () => {
  expect(manifest('chrome-mv3')).toMatchObject({
    minimum_chrome_version: '123',
    storage: { managed_schema: 'managed-schema.json' },
    background: { service_worker: 'background.js' },
  })
  const safari = manifest('safari-mv3')
  for (const key of ['minimum_chrome_version', 'storage', 'browser_specific_settings'])
    expect(safari[key]).toBeUndefined()
  expect(safari).toMatchObject({ manifest_version: 3, background: { service_worker: 'background.js' } })
})

it('every permission and every kind of data is justified in the stores’ texts', () => {
  const text = (name: string): string => readFileSync(join(root, 'docs/store', name), 'utf8')
  const wanted = manifest('chrome-mv3')['permissions'] as string[]
  expect(wanted.filter((name) => !text('chrome.md').includes(`\n| \`${name}\` `))).toEqual([])
  const { gecko } = manifest('firefox-mv3')['browser_specific_settings'] as {
    gecko: { data_collection_permissions: { required: string[] } }
  }
  const declared = gecko.data_collection_permissions.required
  expect(declared.filter((name) => !text('firefox.md').includes(`\n| \`${name}\` `))).toEqual([])
})
