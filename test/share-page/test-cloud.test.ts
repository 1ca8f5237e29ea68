// @vitest-environment happy-dom
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { recognise } from '../../lib/share-page/recognise.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import type { Clouds, ProductName, PublicLinkOptions } from '../cloud-server/index.ts'
import { startPairs } from '../cloud-server/testing/clouds.ts'
import { at, parse } from './documents/index.ts'

let clouds: Clouds
beforeAll(async () => {
  clouds = await startPairs('nextcloud-33', 'nextcloud-32', 'nextcloud-30', 'owncloud-10', 'owncloud-7')
})
afterAll(() => clouds.stop())

const remotes: Record<Exclude<ProductName, 'opencloud'>, string> = {
  'nextcloud-33': 'nc33-remote',
  'nextcloud-32': 'nc-remote',
  'nextcloud-30': 'nc30-remote',
  'owncloud-10': 'oc-remote',
  'owncloud-7': 'oc7-remote',
}

interface Kind {
  kind: string
  link?: Partial<PublicLinkOptions>
  /** Opened instead of the link itself. */
  path?: string
  federationOff?: boolean
  expected: Partial<SharePage>
}

const folder = { kind: 'folder', name: 'Photos', needsPassword: false } as const
const unknown = { kind: 'unknown', needsPassword: false } as const

const kinds: Kind[] = [
  { kind: 'folder', expected: folder },
  { kind: 'folder within it', path: '?path=/Sub%20folder', expected: folder },
  { kind: 'file', link: { path: '/single.txt' }, expected: { ...folder, kind: 'file', name: 'single.txt' } },
  { kind: 'file drop', link: { permissions: 4 }, expected: { ...folder, reason: 'link-upload-only' } },
  { kind: 'password', link: { password: 'sesame-0' }, expected: { ...unknown, needsPassword: true } },
  { kind: 'federation off', federationOff: true, expected: { ...folder, reason: 'remote-federation-off' } },
  { kind: 'expired', link: { expireDate: '2020-01-01' }, expected: { ...unknown, reason: 'link-gone' } },
]

const hidden: Kind = {
  kind: 'download hidden',
  link: { hideDownload: true },
  expected: { ...folder, reason: 'link-download-hidden' },
}

/** ownCloud names its owners, tells whether there is a password, and hides no downloads. */
const table: [keyof typeof remotes, string, Kind][] = [
  ...(['nextcloud-33', 'nextcloud-32', 'nextcloud-30'] as const).flatMap((product) =>
    [...kinds, hidden].map((kind): (typeof table)[number] => [product, kind.kind, kind]),
  ),
  ...kinds.map((kind): (typeof table)[number] => {
    const told = 'name' in kind.expected ? { owner: 'bob', isProtected: false } : {}
    return ['owncloud-10', kind.kind, { ...kind, expected: { ...kind.expected, ...told } }]
  }),
]

/** ownCloud 7 knows neither drops nor folders within, and describes its items by the save button. */
const oldKinds = kinds.filter(({ kind }) => kind !== 'file drop' && kind !== 'folder within it')
for (const kind of oldKinds) {
  const told = kind.expected.name && !kind.federationOff ? { isProtected: false } : {}
  table.push(['owncloud-7', kind.kind, { ...kind, expected: { ...kind.expected, ...told } }])
}

/** The page a visitor gets in the end, and where. */
async function visit(url: string): Promise<SharePage | null> {
  const answer = await loopbackFetch(url)
  expect(answer.headers.get('content-type')).toContain('text/html')
  return recognise(parse(await answer.text()), at(answer.url))
}

test.each(table)('%s, %s', async (product, _, { link, path = '', federationOff = false, expected }) => {
  const remote = clouds.cloud(remotes[product])
  const { url, token } = remote.createPublicLink({ owner: 'bob', path: '/Photos', ...link })
  remote.settings.outgoingFederation = !federationOff
  const page = await visit(url + path).finally(() => (remote.settings.outgoingFederation = true))
  expect(page).toEqual({ product: product.split('-')[0], base: remote.base, token, ...expected })
})

test.each(Object.entries(remotes))('%s: nothing is said of its other pages', async (_, name) => {
  const remote = clouds.cloud(name)
  for (const path of ['/login', '/apps/files/', '/call/abc']) expect(await visit(remote.base + path)).toBeNull()
  const { url } = remote.createPublicLink({ owner: 'bob', path: '/Photos' })
  remote.settings.maintenance = true
  expect(await visit(url).finally(() => (remote.settings.maintenance = false))).toBeNull()
})
