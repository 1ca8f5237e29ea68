import type { Product } from '../domain/account.ts'
import { ownerIdOf, type Announcement } from '../domain/announcement.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { hasNoSuchRoute, type Answer } from './answer.ts'
import type { Http } from './http.ts'
import { parseJson, textField } from './json.ts'
import { unexpected } from './refusal.ts'
import { whatCame } from './what-came.ts'
import { parseXml, textOf } from './xml.ts'

/**
 * Tells a home about a public link at the door where other servers deliver shares; the pending share it makes holds the
 * link's token. There is no place for a password, and nobody checks the link before it is accepted. Send it without
 * credentials, as a server would. Nextcloud speaks Open Cloud Mesh (recorded nextcloud-32.0.1/08-30), ownCloud the older
 * protocol, which says the remote's scheme (recorded owncloud-10.15.2/610, 616-619, 831).
 *
 * Failures: `home-federation-off`, `home-too-old` (no such door), `announce-refused` (a signature is wanted, or whatever
 * the home says), and those of every call to the home.
 */
export async function announce(http: Http, product: Product, announcement: Announcement): Promise<Result<void>> {
  const isOwncloud = product === 'owncloud'
  const result = await http.sendRaw({ method: 'POST', ...(isOwncloud ? legacy(announcement) : ocm(announcement)) })
  if (!result.ok) return result
  const answer = result.value
  if (answer.status === 429) return failed(failure('home-throttled'))
  if (hasNoSuchRoute(answer)) return failed(failure('home-too-old', whatCame(answer)))
  return isOwncloud ? readLegacy(answer) : readOcm(answer)
}

/** Bare names everywhere: one with a slash is refused (recorded 619). */
function ocm(told: Announcement) {
  const owner = ownerIdOf(told)
  return {
    path: '/index.php/ocm/shares',
    json: {
      shareWith: told.cloudId,
      name: told.name,
      description: '',
      providerId: told.remoteId,
      owner,
      ownerDisplayName: told.owner,
      sharedBy: owner,
      sharedByDisplayName: told.owner,
      shareType: 'user',
      resourceType: 'file',
      protocol: {
        name: 'webdav',
        options: {
          sharedSecret: told.link.token,
          permissions: '{http://open-cloud-mesh.org/ns}share-permissions',
        },
      },
    },
  }
}

/** The bare user id: a whole cloud id is "User does not exist" (recorded 618). */
function legacy(told: Announcement) {
  const owner = ownerIdOf(told)
  return {
    path: '/ocs/v2.php/cloud/shares',
    ocs: true,
    form: {
      shareWith: told.userId,
      token: told.link.token,
      name: told.name,
      remote: told.link.base,
      remoteId: told.remoteId,
      owner: told.owner,
      ownerFederatedId: owner,
      sharedBy: told.owner,
      sharedByFederatedId: owner,
    },
  }
}

/** The door is public: a 401 or 403 is about the announcement, never about the account. */
function readOcm(answer: Answer): Result<void> {
  const { status, text } = answer
  const body = parseJson(text)
  if (status === 201 && body !== undefined) return ok()
  const message = textField(body, 'message')
  // Switched off is a 503 with a message; maintenance one with a page.
  if (status === 501 || (status === 503 && message)) return failed(failure('home-federation-off', message))
  if (status === 503) return failed(failure('home-maintenance'))
  const isRefusal = status >= 400 && status < 500
  return failed(isRefusal ? failure('announce-refused', message ?? whatCame(answer)) : unexpected(answer))
}

function readLegacy(answer: Answer): Result<void> {
  const root = parseXml(answer.text) ?? undefined
  const code = Number(textOf(root, 'meta', 'statuscode')?.trim() || Number.NaN)
  const message = textOf(root, 'meta', 'message')?.trim() ?? ''
  if (code === 100 || code === 200) return ok()
  if (code === 501) return failed(failure('home-federation-off', message))
  if (code === 503 || answer.status === 503) return failed(failure('home-maintenance'))
  if (message.startsWith('Invalid query')) return failed(failure('home-too-old', 'Invalid query'))
  return failed(code >= 400 && code < 500 ? failure('announce-refused', message) : unexpected(answer))
}
