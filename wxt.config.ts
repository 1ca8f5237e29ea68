import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { noteShipped, writeLicences, type Shipped } from './lib/build/licences.ts'
import { isPseudo, packLocales } from './lib/build/locales.ts'
import { trimXml } from './lib/build/trim-xml.ts'

/** Every address: asked for at run time only, in a click, with the reason beside the button. */
const allSites = ['*://*/*']

/** The clouds of the tests live here; a browser's permission prompt cannot be clicked by a test. */
const loopback = ['http://*.localhost/*', 'http://localhost/*', 'http://127.0.0.1/*']

/** `npm run test:live` may be told to use servers elsewhere: their match patterns, separated by spaces. */
const liveServers = (process.env['HOMEWARD_TEST_ORIGINS'] ?? '').split(' ').filter(Boolean)

const permissions = ['storage', 'alarms', 'notifications', 'contextMenus', 'activeTab', 'scripting']

/** Edge takes the same package. */
const chromium = { minimum_chrome_version: '123', storage: { managed_schema: 'managed-schema.json' } }

/** Firefox knows no schema for policies: there the values come as they are (see docs/ADMIN.md). */
const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'homeward@homeward-extension.org',
      strict_min_version: '140.0',
      // Mozilla counts what leaves the browser, wherever it goes: the login to the user's own cloud, the cloud id to the
      // server of a share, a share's address and name to the cloud, the note written for whom it is shared with. None of
      // it comes to us (PRIVACY.md).
      data_collection_permissions: {
        required: ['authenticationInfo', 'personallyIdentifyingInfo', 'websiteContent', 'personalCommunications'],
      },
    },
    // The first version there that asks for consent to these by itself.
    gecko_android: { strict_min_version: '142.0' },
  },
}

/** What WXT puts into content scripts beside ours. */
const lean = {
  'wxt/utils/content-script-context': fileURLToPath(new URL('lib/browser/no-context.ts', import.meta.url)),
}

/** The user can change or remove these keys; where another extension has them, the browser leaves ours unset. */
const commands = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+H' } },
  'add-page': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_command_add_page__' },
}

const shipped: Shipped = new Set()

export default defineConfig({
  // Every name is imported where it is used, so that a reader can follow it.
  imports: false,
  manifestVersion: 3,
  hooks: {
    'build:publicAssets': ({ config }, files) => packLocales(files, config.mode),
    'build:done': ({ config }) => writeLicences(config.root, config.outDir, shipped),
  },
  // Everything the build needs, for Mozilla's reviewers: `npm run test:release` builds it again from that alone.
  zip: { excludeSources: ['test/**', 'docs/**'] },
  vite: () => ({
    plugins: [preact(), trimXml, noteShipped(shipped)],
    build: { target: 'es2022' },
    resolve: { alias: lean },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: browser === 'safari' ? permissions.filter((name) => name !== 'notifications') : permissions,
    optional_host_permissions: allSites,
    ...(mode === 'e2e' || isPseudo(mode) ? { host_permissions: [...loopback, ...liveServers] } : {}),
    action: { default_title: '__MSG_extension_short_name__' },
    commands,
    // Safari has no keywords in its address bar.
    ...(browser === 'safari' ? {} : { omnibox: { keyword: 'home' } }),
    ...(browser === 'firefox' ? firefox : browser === 'safari' ? {} : chromium),
  }),
})
