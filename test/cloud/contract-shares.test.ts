import { equal, match } from 'node:assert/strict'
import { describe } from 'vitest'
import type { Cloud } from '../cloud-server/index.ts'
import { playing } from './contract-stage.ts'
import type { Prepare } from './contract-steps.ts'
import type { Replay } from './replay.ts'

/**
 * As contract.test.ts, for what users give to others: each recorded request is sent to the test cloud again, which must
 * answer like the real server. Steps build on each other.
 */
/** Ids of the shares made on the way, by what they are. */
const ids: Record<string, string> = {}
const keep =
  (what: string) =>
  ({ body }: Replay): void => {
    ids[what] = /<id>(\d+)<\/id>|"id":"(\d+)"/.exec(body)?.slice(1).find(Boolean) ?? ''
    match(ids[what], /^\d+$/)
  }
const share =
  (what: string, form: Record<string, string> = {}): Prepare =>
  () => ({ id: ids[what] ?? '', form })
/** A real password where the recording has a made-up one. */
const strong = { password: 'Long-Enough-8812' }

/** Puts the settings in force on a cloud before the step. */
const settingsOf =
  (cloud: () => Cloud) =>
  (settings: object): Prepare =>
  () =>
    void Object.assign(cloud().settings, settings)

const write = (remote: Cloud, paths: string[]): void => {
  for (const path of paths) remote.writeFile('bob', path, 'hello')
}
const ncFiles = [
  '/Photos/a.txt',
  '/Docs/a.txt',
  '/Docs/Übung & co/b.txt',
  '/Drop/a.txt',
  '/Out/a.txt',
  '/Out/Sub/b.txt',
  '/Ask/a.txt',
  '/single.txt',
  '/one.txt',
]
const ocFiles = [
  '/Photos/a.txt',
  '/Secret/a.txt',
  '/Drop/a.txt',
  '/Soon/a.txt',
  '/Edit/a.txt',
  '/Übung & co/a.txt',
  '/Out/a.txt',
  '/Out/Sub/b.txt',
  '/Ask/a.txt',
  '/single.txt',
  '/one.txt',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `/Fed${n}/a.txt`),
]

const days = (number: number): string => new Date(Date.now() + number * 86_400_000).toISOString().slice(0, 10)
const tooFar: Prepare = () => ({ form: { expireDate: days(90) } })

describe('the test cloud as Nextcloud 32', () => {
  const { remote, like } = playing('nextcloud-32.0.1', (cloud) => write(cloud, ncFiles))
  const set = settingsOf(remote)

  describe('links', () => {
    like('02-01-link-folder-v2-xml', undefined, keep('link'))
    like('02-03-link-password-v2-xml', () => ({ form: strong }))
    like('02-04-link-uploadonly-v2-xml', undefined, keep('drop'))
    like('02-05-link-expire-v2-json')
    like('02-06-hidedownload-via-put', share('link'))
    like('02-09-link-umlaut-v2-json')
    for (const version of ['v1', 'v2']) {
      like(`02-20-err-unknown-sharetype-${version}-xml`)
      like(`02-21-err-missing-path-${version}-xml`)
      like(`02-22-err-nonexistent-path-${version}-xml`)
      like(`02-23-err-missing-sharetype-${version}-xml`)
      like(`02-24-err-weak-password-${version}-xml`)
      like(`02-25-err-bad-date-${version}-xml`)
      like(`02-26-err-past-date-${version}-xml`)
      like(`02-27-err-bad-permissions-${version}-xml`)
      like(`02-28-err-no-auth-${version}-xml`)
      like(`02-42-list-shares-path-404-${version}`)
      like(`02-44-get-share-404-${version}`)
      like(`02-45-delete-share-404-${version}`)
    }
    like('02-31-shareType-as-string-name')
    like('02-32-root-link')
    like('02-41-list-shares-path-json')
    like('02-43-get-share-json', share('link'))
    like('02-46-delete-share-v2', share('link'))
    like('02-99-ratelimit-429-create-share', set({ shareLimit: 1 }))
  })

  describe('federated shares', () => {
    like('04-80-c-outgoing-disabled-sharetype6', set({ shareLimit: Infinity, outgoingFederation: false }))
    like('04-90-c-sharetype6-json', set({ outgoingFederation: true }))
    like('04-91-c-dup')
    like('04-92-c-no-scheme')
    like('04-93-c-unknown-user')
    like('04-94-c-own-server')
    like('04-95-c-invalid-cloudid')
    like('04-96-c-permissions-31')
    like('04-97-c-group-share-9')
  })
})

describe('the test cloud as Nextcloud 33', () => {
  const { remote, like } = playing('nextcloud-33.0.3', (cloud) => write(cloud, ncFiles))
  const set = settingsOf(remote)

  describe('receivers', () => {
    like('14-01-sharees-users')
    like('14-01-sharees-all')
    like('14-01-sharees-remote')
    like('14-01-sharees-no-type')
  })

  describe('shares of each kind', () => {
    like('14-10-user', undefined, keep('user'))
    like('14-10-user-again', undefined, ({ body }) => match(body, new RegExp(`<id>${ids['user']}</id>`)))
    like('14-10-group', undefined, keep('group'))
    like('14-10-link', () => ({ form: strong }), keep('link'))
    like('14-10-mail', undefined, keep('mail'))
    like('14-10-file-request')
    like('14-10-file-request-mail', undefined, keep('requests'))
    like('14-10-remote', undefined, keep('remote'))
    like('14-10-remote-group')
    like('14-10-team')
    like('14-10-talk')
    like('14-10-no-download', undefined, keep('no download'))
    like('14-11-err-user-unknown')
    like('14-11-err-user-self')
    like('14-11-err-group-unknown')
    like('14-11-err-group-again')
    like('14-11-err-mail-invalid')
    like('14-11-err-mail-again')
    like('14-11-err-label-long')
    like('14-11-err-attributes')
    like('14-11-err-file-create')
    like('14-11-err-file-drop')
    like('14-11-err-no-read')
    like('14-11-err-remote-unreachable')
    like('14-11-err-remote-unknown')
    like('14-11-err-remote-again')
    like('14-20-list-path')
    like('14-20-list-subfiles-file')
    like('14-20-list-path-gone')
    like('14-20-shared-with-me')
    like('14-34-recommended')
    like('14-34-generate-password')
  })

  describe('changes', () => {
    like('14-30-put-nothing', share('link'))
    like('14-30-put-many', share('link'))
    like('14-30-put-password', share('link', strong))
    like('14-30-put-password-off', share('link'))
    like('14-30-put-expire-past', share('link'))
    like('14-30-put-expire-bad', share('link'))
    like('14-30-put-expire-off', share('link'))
    like('14-30-put-permissions-bad', share('link'))
    like('14-30-put-permissions-2', share('link'))
    like('14-30-put-drop', share('link'))
    like('14-30-put-label-long', share('link'))
    like('14-30-put-token-off', share('link'))
    like('14-30-put-mixed-one-bad', share('link'))
    like('14-30-after-mixed', share('link'), ({ body }) => match(body, /<note>new note<\/note>/))
    like('14-31-put-user', share('user'))
    like('14-31-put-user-expire', share('user'))
    like('14-31-put-user-note', share('user'))
    like('14-31-put-user-nodl', share('no download'))
    like('14-31-put-user-99', share('user'))
    like('14-31-put-mail', share('mail'))
    like('14-31-put-mail-password', share('mail', strong))
    like('14-31-put-emails', share('requests'))
    like('14-32-put-gone')
    like('14-33-send-email-no-password', share('mail'))
    like('14-33-send-email', share('mail', strong), () =>
      equal(remote().mails.filter(({ shareId }) => shareId === ids['mail']).length, 1),
    )
    like('14-33-send-email-link', share('link'))
    like('14-33-send-email-gone')
    like('14-33-send-email-requests', share('requests'))
    like('14-60-delete', share('group'))
  })

  describe('files', () => {
    like('14-40-propfind-share-types')
    like('14-41-search')
  })

  describe('an administrator who forbids', () => {
    like('14-50-capabilities-password-enforced', set({ passwordEnforced: true }))
    like('14-50-link-password-enforced')
    like('14-50-mail-password-enforced')
    like('14-50-put-password-off-enforced', share('link'))
    like('14-50-put-label-enforced', share('link'))
    const expiry = { days: 7, enforced: true }
    like(
      '14-51-capabilities-expiry-enforced',
      set({
        passwordEnforced: false,
        linkExpiry: expiry,
        internalExpiry: expiry,
        remoteExpiry: { ...expiry, days: 5 },
      }),
    )
    like('14-51-link-expiry-too-far', tooFar)
    like('14-51-link-expiry-none-given', undefined, keep('ending'))
    like('14-51-link-expiry-refused')
    like('14-51-put-expiry-off', share('ending'))
    like('14-51-put-expiry-too-far', share('ending', { expireDate: days(90) }))
    like('14-51-user-expiry-too-far', tooFar)
    like(
      '14-52-link-upload-off',
      set({ linkExpiry: null, internalExpiry: null, remoteExpiry: null, publicUpload: false }),
    )
    like('14-52-put-upload-off', share('link'))
    like('14-53-link-off', set({ publicUpload: true, publicLinks: false }))
    like('14-53-mail-off')
    like('14-55-capabilities-sharing-off', set({ publicLinks: true, sharingEnabled: false }))
    like('14-55-link-sharing-off')
    like('14-55-list-sharing-off')
    like('14-56-capabilities-custom-tokens', set({ sharingEnabled: true, customTokens: true }))
    like('14-56-put-token', share('link'))
    like('14-56-put-token-bad', share('link'))
    like('14-57-capabilities-outgoing-off', set({ customTokens: false, outgoingFederation: false }))
    like('14-58-capabilities-federation-app-off', set({ outgoingFederation: true, federationApp: false }))
    like('14-58-remote-federation-app-off')
  })
})

describe('the test cloud as ownCloud 10', () => {
  const { remote, like } = playing('owncloud-10.15.2', (cloud) => write(cloud, ocFiles))
  const set = settingsOf(remote)

  describe('links', () => {
    like('211-link-folder-v2-xml', undefined, keep('link'))
    like('215-link-password-v2-json')
    like('222-link-with-requested-perm31')
    like('223-link-file-perm15')
    like('2300-err-unknown-sharetype-99-v1-xml')
    like('2300-err-unknown-sharetype-99-v2-xml')
    like('2303-err-missing-path-v1-xml')
    like('2306-err-nonexistent-path-v1-xml')
    like('2301-err-missing-sharetype-v2-xml')
    like('2302-err-sharetype-4-email-v2-xml')
    like('2303-err-missing-path-v2-xml')
    like('2304-err-empty-path-v2-json')
    like('2305-err-root-path-v2-json')
    like('2306-err-nonexistent-path-v2-xml')
    like('2307-err-perm-0-v2-json')
    like('2310-err-perm-2-update-only-v2-json')
    like('2311-err-filedrop-on-file-v2-json')
    like('2312-err-bad-expire-v2-json')
    like('2313-err-past-expire-v2-json')
    like('2314-err-user-missing-sharewith-v2-json')
    like('2315-err-user-unknown-v2-json')
    like('2316-err-user-self-v2-json')
    const named: Prepare = () => ({
      id: remote().createPublicLink({ owner: 'bob', path: '/Photos', label: 'Public link' }).id,
    })
    like('242-shares-by-id-v1-xml', named)
    like('242-shares-by-id-v2-xml', named)
    like('243-shares-unknown-id-v1-xml')
    like('243-shares-unknown-id-v2-xml')
    like('244-shares-unknown-path-v2-xml')
    like('245-shared-with-me-v2-xml')
    like('246-share-update-password', share('link', { expireDate: days(9) }))
    like('247-share-delete-nonexistent')
    like('248-share-delete', share('link'))
  })

  describe('federated shares', () => {
    like('501-c-share6-v2-json')
    like('506-c-share6-v1-xml')
    like('507-c-share6-v2-xml-httpprefix')
    like('512-c-share6-same-again')
    like('520-err-unknown-user')
    like('521-err-unknown-host')
    like('522-err-no-at')
    like('523-err-self')
    like('524-err-empty')
    like('525-err-unreachable-port')
    like('840-outgoing-off-bob-share6', set({ outgoingFederation: false }))
    like('846-outgoing-off-sharees')
    like('500-sharees-search-partial', set({ outgoingFederation: true }))
    like('500-sharees-search-remote')
  })

  describe('shares of each kind', () => {
    like('950-sharees-users')
    like('950-sharees-groups')
    like('950-sharees-no-type')
    like('950-sharees-short')
    like('950-sharees-recommended')
    like('951-user', undefined, keep('user'))
    like('951-user-again')
    like('951-group')
    like('951-group-again')
    like('951-link', undefined, keep('link'))
    like('951-link-password-short')
    like('951-drop')
    like('951-remote', undefined, keep('remote'))
    like('951-remote-group')
    like('951-team')
    like('951-talk')
    like('951-file-15')
    like('951-no-download')
    like('952-err-group-unknown')
    like('953-list-subfiles-file')
  })

  describe('changes', () => {
    like('954-put-nothing', share('link'))
    like('954-put-many', share('link'))
    like('954-put-password', share('link'))
    like('954-put-password-off', share('link'))
    like('954-put-expire-past', share('link'))
    like('954-put-expire-bad', share('link'))
    like('954-put-expire-off', share('link'))
    like('954-put-permissions-7', share('link'))
    like('954-put-permissions-2', share('link'))
    like('954-put-permissions-17', share('link'))
    like('954-put-drop', share('link'))
    like('954-put-name-off', share('link'))
    like('954-put-note', share('link'))
    like('954-put-user', share('user'))
    like('954-put-user-expire', share('user'))
    like('954-put-user-nothing', share('user'))
    like('954-put-user-99', share('user'))
    like('954-put-remote', share('remote'))
    like('954-put-remote-expire', share('remote'))
    like('954-put-gone')
    like('955-send-email')
    like('956-propfind-share-types')
    like('957-search')
    like('957-search-nc-way')
  })

  describe('an administrator who forbids', () => {
    like('860-links-off-create', set({ publicLinks: false }))
    like('960-capabilities-password-enforced', set({ publicLinks: true, passwordEnforced: true }))
    like('960-link-password-enforced')
    like('960-link-rw-not-enforced', undefined, keep('written'))
    like('960-put-to-read-only', share('written'))
    like('960-put-to-read-only-with-password', share('written'))
    like('960-put-password-off', share('written'))
    const expiry = { days: 7, enforced: true }
    like(
      '961-capabilities-expiry-enforced',
      set({ passwordEnforced: false, linkExpiry: expiry, remoteExpiry: { ...expiry, days: 5 } }),
    )
    like('961-link-expiry-too-far', tooFar)
    like('961-link-expiry-none', undefined, keep('ending'))
    like('961-put-expiry-off', share('ending'))
    like('961-put-expiry-too-far', share('ending', { expireDate: days(90) }))
    like('962-link-upload-off', set({ linkExpiry: null, remoteExpiry: null, publicUpload: false }))
    like('963-capabilities-sharing-off', set({ publicUpload: true, sharingEnabled: false }))
    like('963-link-sharing-off')
    like('963-list-sharing-off')
    like('964-group-off', set({ sharingEnabled: true, groupSharing: false }))
    like('970-delete', share('user'))
  })
})
