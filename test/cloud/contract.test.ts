import { equal, match } from 'node:assert/strict'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cloud } from '../cloud-server/index.ts'
import { playing } from './contract-stage.ts'
import type { Prepare } from './contract-steps.ts'
import { loopbackFetch } from './loopback-fetch.ts'
import { replay } from './replay.ts'

/**
 * The test cloud must answer like the real servers: recorded requests are sent to it again, and status, content type,
 * notable headers, envelope, keys and value types must be those of the recording. Steps build on each other.
 */

/** What alice has received by that name. */
const received = (home: Cloud, named: string) =>
  home.remoteShares('alice').find(({ name }) => name.replace(/^\//, '') === named)

/** Steps about one of her received shares. */
const receivedBy =
  (home: () => Cloud) =>
  (named: string): Prepare =>
  () => ({ id: received(home(), named)?.id ?? 0 })

/** Tokens of the public links on Nextcloud, by what they are. */
const links: Record<string, string> = {}
const link =
  (key: string): Prepare =>
  () => ({ form: { token: links[key] ?? '' } })

function makeLinks(remote: Cloud): void {
  for (const name of ['Photos', 'Docs', 'Upload', 'Secret', 'Hidden', 'Third', 'Übung & co'])
    remote.writeFile('bob', `/${name}/a.txt`, 'a')
  remote.writeFile('bob', '/single.txt', 'Hello from bob here!\n')
  const make = (path: string, more = {}) => remote.createPublicLink({ owner: 'bob', path, ...more }).token
  Object.assign(links, {
    folder: make('/Photos'),
    'folder again': make('/Photos'),
    file: make('/single.txt'),
    docs: make('/Docs'),
    umlauts: make('/Übung & co'),
    third: make('/Third'),
    hidden: make('/Hidden', { hideDownload: true }),
    protected: make('/Secret', { password: 'right-password' }),
    drop: make('/Upload', { permissions: 4 }),
  })
}

describe('the test cloud as Nextcloud 32', () => {
  const { home, remote, stage, like } = playing('nextcloud-32.0.1', makeLinks)
  const share = receivedBy(home)
  // What is throttled, and when, is a step of its own.
  beforeAll(() => {
    home().settings.bruteForce = false
    remote().settings.bruteForce = false
  })

  describe('who is there', () => {
    like('01-01-status')
    like('01-11-capabilities-auth-v1-xml')
    like('01-11-capabilities-auth-v2-json')
    like('01-11-capabilities-auth-v2-xml')
    like('01-12-user-v1-json')
    like('01-12-user-v1-xml')
    like('01-12-user-v2-json')
    like('01-12-user-v2-xml')
    like('01-13-user-anon-v1-json')
    like('01-13-user-anon-v1-xml')
    like('01-13-user-anon-v2-json')
    like('01-13-user-anon-v2-xml')
    like('01-14-user-badcred-v1-json')
    like('01-14-user-badcred-v2-xml')
    like('01-15-capabilities-noocsheader-anon')
    like('01-16-capabilities-noocsheader-auth')
    like('01-17-user-noocsheader-auth-json')
    like('01-18-user-accept-json')
    like('01-41-ocs-bogus-route-v2')
    like('01-42-ocs-bogus-route-v1')
    like('06-01-401-nonexistent-user')
    like('06-01-401-ocs-xrw')
    like('06-01-401-ocs')
    like('06-01-401-dav')
    like('06-01-401-dav-anon')
    like('06-01-401-dav-anon-xrw')
  })

  describe('nothing received', () => {
    like('04-00-list-empty-json')
    like('04-00-list-empty-xml')
    like('04-00-pending-empty-json')
    like('04-00-pending-empty-xml')
    like('04-02-pending-after-create-v1-xml')
  })

  describe('the mount call on the remote', () => {
    like('04-01-createFederatedShare-folder', link('folder'))
    like('04-05-createFederatedShare-pretty-url-json-body', link('umlauts'))
    like('04-70-a-missing-password', link('protected'))
    like('04-70-a-wrong-password', link('protected'))
    like('04-71-a-wrong-token')
    like('04-72-a-upload-only', link('drop'))
    like('04-73-a-unknown-user', link('folder'))
    like('04-74-a-own-server', link('folder'))
    like('04-74-a-own-server-other-user', link('folder'))
    like('04-75-a-empty-cloudid', link('folder'))
    like('04-75-a-invalid-cloudid', link('folder'))
    like('04-76-a-unresolvable-host', link('folder'))
    like('04-77-a-host-without-nextcloud', link('folder'))
    like('04-78-a-no-params')
    like('04-79-a-GET-method')
    like('04-81-a-incoming-disabled-on-home', () => {
      home().settings.incomingFederation = false
      return { form: { token: links['file'] ?? '' } }
    })
    like('04-04-createFederatedShare-http-prefix', () => {
      home().settings.incomingFederation = true
      return { form: { token: links['file'] ?? '' } }
    })
    like('04-10-a-createFederatedShare-folder', link('folder'))
    like('04-12-a-createFederatedShare-folder-again', link('folder'))
    like('13-03-mount-second-link-of-same-folder', link('folder again'))
    like('04-79-a-trailing-slash-cloudid', link('docs'))
    like('04-80-a-outgoing-disabled', () => {
      remote().settings.outgoingFederation = false
      return { form: { token: links['third'] ?? '' } }
    })
    like('04-80-b-outgoing-disabled-on-remote', link('third'))
    like('04-80-capabilities-outgoing-disabled')
    like('04-81-b-incoming-disabled', () => {
      remote().settings.outgoingFederation = true
      home().settings.incomingFederation = false
      return { form: { token: links['third'] ?? '' } }
    })
    like('04-81-list-incoming-disabled')
    like('04-81-pending-incoming-disabled')
    like('04-81-capabilities-incoming-disabled')
  })

  describe('pending and mounted', () => {
    like('04-11-pending-json', () => {
      home().settings.incomingFederation = true
    })
    like('04-11-pending-v1-json')
    like('04-11-pending-xml')
    like('04-14-get-pending-by-id-on-remote_shares', share('Photos'))
    like('04-14-get-pending-by-pending-id', share('Photos'))
    like('04-67-other-user-cannot-see', share('Photos'))
    like('04-68-other-user-accept', share('Photos'))
    like('04-69-other-user-unshare', share('Photos'))
    like('04-15-accept-json', share('Photos'))
    like('04-15-accept-again-json', share('Photos'), () => {
      equal(received(home(), 'Photos')?.mountpoint, '/Photos (2)')
    })
    like('04-16-accept-file-xml', share('single.txt'))
    like('04-17-list-json')
    like('04-17-list-v1-json')
    like('04-17-list-xml')
    like('04-18-get-by-id-json', share('Photos'))
    like('04-18-get-by-id-xml', share('Photos'))
    like('04-20-propfind-root')
    like('04-20-propfind-Photos')
    like('04-57-decline-pending-json', share('Docs'))
    like('04-57-decline-again', () => ({ id: 99999 }))
    for (const call of ['accept', 'decline', 'get', 'unshare']) {
      like(`04-19-${call}-404-v1`)
      like(`04-19-${call}-404-v2`)
    }
    like('04-19-get-nonnumeric')
    like('04-30-unshare-mounted-json', share('single.txt'))
    like('04-30-unshare-mounted-xml', share('Photos'))
    like('04-30-unshare-again', () => ({ id: 99999 }))
  })

  describe('the mount call on the home', () => {
    like('04-42-b-no-ocs-header', link('folder'))
    like('04-43-b-no-auth', link('folder'))
    like('04-44-b-bad-auth', link('folder'))
    like('04-47-b-remote-without-scheme', link('folder'))
    like('04-48-b-missing-token')
    like('04-49-b-missing-remote', link('folder'))
    like('04-51-b-password-wrong', link('protected'))
    like('04-52-b-password-missing', link('protected'))
    like('04-53-b-wrong-token')
    like('04-54-b-upload-only', link('drop'))
    like('04-55-b-unreachable-remote', link('folder'))
    like('04-56-b-remote-not-a-nextcloud', link('folder'))
    like('08-01-nc-ask-for-oc-public-link')
    like('08-30-ocm-shares-crafted-for-oc-public-link')
    like('04-40-b-askForFederatedShare-basic+ocsheader', link('folder'))
    like('04-41-b-again-dup', link('folder'))
    like('04-46-b-remote-trailing-slash', link('file'))
    like('04-45-b-min-params-pretty-json', link('docs'))
    like('04-50-b-password-ok', link('protected'))
    like('06-01-401-ask')
  })

  describe('logging in', () => {
    let pollToken = ''
    let loginUrl = ''
    like('05-01-loginv2-init-GET')
    like('05-01-loginv2-init-with-ocs-header')
    like('05-01-loginv2-init', undefined, ({ body }) => {
      const flow = JSON.parse(body) as { poll: { token: string }; login: string }
      pollToken = flow.poll.token
      loginUrl = flow.login
    })
    like('05-02-poll-bad-token')
    like('05-02-poll-no-token')
    like('05-02-poll-not-yet', () => ({ form: { token: pollToken } }))
    like(
      '05-11-poll-granted',
      async () => {
        await grant(loginUrl, home().logInCookie('alice'))
        return { form: { token: pollToken } }
      },
      ({ body }) => {
        stage.secrets['alice:app-password'] = (JSON.parse(body) as { appPassword: string }).appPassword
      },
    )
    like('05-12-poll-second-time', () => ({ form: { token: pollToken } }))
    like('05-13-user-with-apppassword')
    like('05-14-ask-with-apppassword')
    like('05-16-getapppassword-with-apppassword')
    like('05-16-getapppassword-with-login-password')
    like('05-18-delete-apppassword-with-login-password')
    like('05-21-delete-apppassword')
    like('05-22-after-delete-401')
    like('05-23-delete-again')
    like('05-24-delete-v1')
  })

  describe('out of order', () => {
    like('06-30-maintenance-status', () => {
      home().settings.maintenance = true
    })
    like('06-30-maintenance-ask')
    like('06-30-maintenance-capabilities')
    like('06-30-maintenance-capabilities-xml')
    like('06-30-maintenance-dav')
    like('06-30-maintenance-loginv2')
    like('06-30-maintenance-pending')
    like('06-30-maintenance-share-page')
    like('12-01-trusted-create', () => {
      home().settings.maintenance = false
      home().settings.trustedServers = [remote().base]
      return { form: { token: links['third'] ?? '' } }
    })
    like('12-03-trusted-list')
    like('06-02-bruteforce-00', () => {
      home().settings.bruteForce = true
    })
    like('06-02-bruteforce-12', async () => {
      for (let tries = 0; tries < 12; tries++) await replay('nextcloud-32.0.1/06-02-bruteforce-00', stage)
    })
    like('06-02-bruteforce-good-password-after')
    like('06-02-loginv2-init-while-throttled')
  })
})

describe('the test cloud as Nextcloud 33', () => {
  const { home, stage, like } = playing('nextcloud-33.0.3', makeLinks)
  const share = receivedBy(home)

  describe('who is there', () => {
    like('01-01-status')
    like('01-11-capabilities-auth-v2-json')
    like('01-11-capabilities-auth-v2-xml')
    like('01-12-user-v2-json')
    like('01-12-user-v2-xml')
    like('01-13-user-anon-v2-json')
    like('01-13-user-anon-v2-xml')
    like('01-15-capabilities-noocsheader-anon')
    like('01-20-ocm-provider')
    like('01-21-well-known-ocm')
    like('01-41-ocs-bogus-route-v2')
    like('06-01-401-ocs')
  })

  describe('the mount call on the remote', () => {
    for (const form of ['json', 'xml']) {
      like(`04-00-pending-empty-${form}`)
      like(`04-00-list-empty-${form}`)
    }
    like('04-70-a-missing-password', link('protected'))
    like('04-70-a-wrong-password', link('protected'))
    like('04-71-a-wrong-token')
    like('04-72-a-upload-only', link('drop'))
    like('04-72-a-download-hidden', link('hidden'))
    like('04-73-a-unknown-user', link('folder'))
    like('04-74-a-own-server', link('folder'))
    like('04-75-a-invalid-cloudid', link('folder'))
    like('04-04-createFederatedShare-file', link('file'))
    like('04-10-a-createFederatedShare-folder', link('folder'))
    like('04-12-a-createFederatedShare-folder-again', link('folder'))
    like('04-10-a-createFederatedShare-docs', link('docs'))
  })

  describe('pending and mounted', () => {
    like('04-11-pending-json')
    like('04-11-pending-xml')
    it('has ids that no number can hold', () => {
      const id = String(received(home(), 'Photos')?.id)
      expect(String(Number(id))).not.toBe(id)
    })
    like('04-14-get-pending-by-id-json', share('Photos'))
    like('04-14-get-pending-by-id-xml', share('Photos'))
    like('04-15-accept-json', share('Photos'))
    like('04-15-accept-again-json', share('Photos'), () => {
      equal(received(home(), 'Photos')?.mountpoint, '/Photos (2)')
    })
    like('04-16-accept-file-xml', share('single.txt'))
    for (const form of ['json', 'xml']) {
      like(`04-17-list-${form}`)
      like(`04-18-get-by-id-${form}`, share('Photos'))
    }
    like('04-20-propfind-root')
    like('04-21-copy-mounted-folder')
    like('04-22-copy-name-taken')
    like('04-23-copy-folder-gone')
    like('04-24-copy-source-gone')
    for (const call of ['accept', 'decline', 'get', 'unshare']) like(`04-19-${call}-404-v2`)
    like('04-30-unshare-mounted-json', share('single.txt'))
    like('04-30-unshare-mounted-xml', share('Photos'))
    like('04-57-decline-pending-json', share('Docs'))
    like('04-57-decline-again', () => ({ id: 999999 }))
  })

  describe('the mount call on the home', () => {
    like('04-42-b-no-ocs-header', link('third'))
    like('04-51-b-password-wrong', link('protected'))
    like('04-52-b-password-missing', link('protected'))
    like('04-53-b-wrong-token')
    like('04-54-b-upload-only', link('drop'))
    like('08-01-nc-ask-for-oc-public-link')
    like('04-40-b-askForFederatedShare-basic+ocsheader', link('third'))
    like('04-41-b-again-dup', link('third'))
  })

  describe('logging in', () => {
    like('05-01-loginv2-init')
    like('05-02-poll-bad-token')
    like('05-16-getapppassword-with-login-password', undefined, ({ body }) => {
      const { ocs } = JSON.parse(body) as { ocs: { data: { apppassword: string } } }
      stage.secrets['alice:app-password'] = ocs.data.apppassword
    })
    like('05-13-user-with-apppassword')
    like('05-18-delete-apppassword-with-login-password')
    like('05-21-delete-apppassword')
    like('05-22-after-delete-401')
  })
})

describe('the test cloud as Nextcloud 33, of which a group gets shares', () => {
  const { home, remote, stage, like } = playing('nextcloud-33.0.3', (cloud) => {
    for (const folder of ['Team folder', 'Unwanted']) cloud.writeFile('bob', `/${folder}/a.txt`, 'a')
  })
  const ids: Record<string, string> = {}
  const idsIn = (body: string) => {
    for (const row of body.split('<element>').slice(1))
      ids[/<name>\/([^<]*)/.exec(row)?.[1] ?? ''] = /<id>([^<]*)/.exec(row)?.[1] ?? ''
  }
  const id = (name: string) => () => ({ id: ids[name] ?? '' })
  like('16-01-sharees-remote-group', () => {
    for (const cloud of [home(), remote()]) cloud.settings.groupFederation = true
  })
  like('16-02-share-remote-group')
  like('16-03-share-remote-group-again', async () => {
    await replay('nextcloud-33.0.3/16-03-share-remote-group-again', stage)
  })
  like('16-04-share-remote-group-unknown')
  like('16-05-pending-group', undefined, ({ body }) => idsIn(body))
  like('16-06-accept-group', id('Team folder'))
  like('16-07-get-group-accepted', id('Team folder'))
  like('16-16-unshare-group', id('Team folder'))
  like('16-11-decline-group', id('Unwanted'))
  like('16-12-pending-group-declined', undefined, ({ body }) => idsIn(body))
  like('16-13-decline-group-again', id('Unwanted'))
  like('16-14-pending-group-declined-again')
  like('16-08-list-group-accepted', undefined, ({ body }) => idsIn(body))
  like('16-15-get-group-member', id('Team folder'))
  like('16-17-unshare-group-member', id('Team folder'))
  like('16-18-pending-group-unshared')
  like('16-19-get-group-unshared', id('Team folder'))
})

describe('the test cloud as ownCloud 10', () => {
  const { home, remote, stage, like } = playing('owncloud-10.15.2', (cloud) => {
    for (let n = 1; n <= 7; n++) cloud.writeFile('bob', `/Fed${n}/a.txt`, 'a')
    cloud.writeFile('bob', '/Auto1/a.txt', 'a')
    cloud.writeFile('bob', '/single.txt', 'one')
  })
  const share = receivedBy(home)
  const send = (path: string) => remote().sendFederatedShare({ owner: 'bob', path, shareWith: home().cloudId('alice') })

  describe('who is there', () => {
    like('101-status.php-home')
    for (const form of ['v1-json', 'v1-xml', 'v2-json', 'v2-xml']) {
      like(`110-capabilities-anon-${form}`)
      like(`112-user-${form}`)
      like(`730-401-ocs-wrongpw-${form}`)
    }
    like('111-capabilities-v2-json')
    like('111-capabilities-v2-xml')
    like('115-user-without-ocs-header')
    like('116-user-accept-json-header-only')
    like('117-unknown-ocs-route-v1')
    like('118-unknown-ocs-route-v2')
    like('124-login-by-email')
    like('125-login-case')
    like('119-unknown-ocs-route-anon-v2')
    like('401-a-createFederatedShare-GET')
    like('401-a-createFederatedShare-POST')
    like('731-401-ocs-wrongpw-xhr')
    like('732-401-ocs-anon-xhr')
    like('733-401-ocs-wrongpw-no-ocs-header')
    like('735-401-remote_shares')
    like('737-401-dav-wrongpw')
    like('738-401-dav-anon')
    like('739-401-dav-wrongpw-xhr')
  })

  describe('nothing received', () => {
    for (const form of ['v1-json', 'v1-xml', 'v2-json', 'v2-xml']) {
      like(`400-empty-remote_shares-${form}`)
      like(`400-empty-remote_shares-pending-${form}`)
      like(`400-empty-remote_shares-all-${form}`)
    }
  })

  describe('pending and mounted', () => {
    it('receives a share', async () => expect(await send('/Fed1')).toMatchObject({ ok: true }))
    for (const form of ['v1-json', 'v1-xml', 'v2-json', 'v2-xml']) {
      like(`502-c-one-pending-remote_shares-pending-${form}`)
      like(`503-c-one-pending-accepted-list-remote_shares-${form}`)
      like(`505-c-get-pending-by-id-${form}`, share('Fed1'))
    }
    like('513-c-many-pending-remote_shares-pending-v2-json', async () => {
      for (const path of ['/Fed2', '/Fed3', '/Fed4', '/Fed5', '/Fed6', '/Fed7', '/single.txt']) await send(path)
    })
    like('513-c-many-pending-remote_shares-pending-v2-xml')
    like('540-accept-v2-json', share('Fed1'))
    like('542-accept-v1-xml', share('Fed2'))
    like('541-accept-again-v2-json', share('Fed2'), ({ body }) => match(body, /Fed2 \(2\)/))
    like('543-accept-v2-xml', share('Fed3'))
    like('544-accept-v1-json', share('Fed4'))
    like('545-accept-no-ocs-header', share('Fed5'))
    like('546-accept-single-file', share('single.txt'))
    like('547-decline-v2-json', share('Fed6'))
    like('548-decline-again-v2-json', () => ({ id: 99999 }))
    for (const form of ['v1-json', 'v1-xml', 'v2-json', 'v2-xml']) {
      like(`550-404-get-${form}`)
      like(`551-404-accept-${form}`)
      like(`552-404-decline-${form}`)
      like(`553-404-delete-${form}`)
      like(`560-accepted-remote_shares-${form}`)
    }
    like('554-get-nonnumeric')
    like('555-put-by-id', share('Fed1'))
    like('556-post-list')
    like('557-trailing-slash-pending')
    like('571-unmount-v2-json', share('Fed3'))
    like('572-unmount-v1-xml', share('Fed4'))
    like('574-delete-remote_shares-on-pending', share('Fed7'))
    like('539b-decline-an-ACCEPTED-share', share('Fed5'))
  })

  describe('app passwords', () => {
    like(
      '710-token-generate',
      () => ({ form: { password: 'alice-password' } }),
      ({ body }) => {
        stage.secrets['alice:app-password'] = (JSON.parse(body) as { token: string }).token
      },
    )
    like('711-token-generate-wrongpw')
    like('712-token-generate-missing')
    like('714-token-basic')
    like('718-revoked-token', () => home().revokeAppPasswords('alice'))
  })

  describe('out of order', () => {
    like('832-incoming-off-pending', () => {
      home().settings.incomingFederation = false
    })
    like('831-incoming-off-s2s-v1')
    like('831-incoming-off-s2s-v2')
    like('834-incoming-off-capabilities')
    like('845-outgoing-off-capabilities', () => {
      remote().settings.outgoingFederation = false
    })
    like('902-auto-accept-share6', () => {
      home().settings.incomingFederation = true
      home().settings.trustedServers = [remote().base]
      remote().settings.outgoingFederation = true
    })
    like('903-auto-accept-list')
    like('903b-auto-accept-pending')
    like('760-maint-status.php', () => {
      home().settings.maintenance = true
    })
    for (const form of ['v1-json', 'v1-xml', 'v2-json', 'v2-xml']) like(`761-maint-ocs-${form}`)
    like('762-maint-remote_shares')
    like('763-maint-dav')
    like('765-maint-page')
  })

  describe('a link announced to the home, and one added without a session', () => {
    like('610-s2s-create-from-link-token', () => {
      Object.assign(home().settings, { incomingFederation: true, maintenance: false, trustedServers: [] })
    })
    like('615-s2s-v1-xml')
    like('616-s2s-unknown-user-v2')
    like('616b-s2s-unknown-user-v1')
    like('617-s2s-missing-params')
    like('617b-s2s-no-params')
    like('618-s2s-fullcloudid')
    like('619-s2s-bad-name')
    like('410-b-external-basic-ocsheader-no-requesttoken')
    like('411-b-external-anon')
  })
})

/** What the user's browser does between opening the login page and "Account connected" (recorded 05-03 to 05-10). */
async function grant(loginUrl: string, cookie: string): Promise<void> {
  const open = async (url: string) => (await loopbackFetch(url, { headers: { Cookie: cookie } })).text()
  const page = await open(loginUrl)
  const stateToken = /stateToken["=](?:\s*value=")?([\w-]+)/.exec(page)?.[1] ?? ''
  const grantUrl = loginUrl.replace(/\/flow\/.*$/, '/grant')
  const grantPage = await open(`${grantUrl}?stateToken=${stateToken}`)
  const requesttoken = /name="requesttoken"\s+value="([^"]+)"|data-requesttoken="([^"]+)"/.exec(grantPage)
  const body = new URLSearchParams({ stateToken, requesttoken: requesttoken?.[1] ?? requesttoken?.[2] ?? '' })
  await loopbackFetch(grantUrl, { method: 'POST', body, headers: { Cookie: cookie } })
}
