/** Who am I, and app passwords (recorded: nextcloud-32.0.1/01-12, 05-16..24; owncloud-10.15.2/112, 113). */

import type { Call } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { randomToken } from '../store/shares.ts'
import { now } from '../store/files.ts'
import { userOf } from './route.ts'

export function capabilities({ cloud, visitor }: Call): OcsReply {
  return ok(cloud.product.capabilities(cloud, visitor.kind === 'user' ? visitor.user : undefined), 'OK')
}

export function account(call: Call): OcsReply {
  return ok(call.cloud.product.accountFields(userOf(call)), 'OK')
}

export function accountById(call: Call): OcsReply {
  const { cloud, part } = call
  const user = cloud.users.byId(part['id'] ?? '')
  if (!user || user !== userOf(call)) return failure(404, 'User does not exist')
  if (cloud.product.family === 'nextcloud') return ok(cloud.product.accountFields(user))
  const quota = { free: '-3', used: '0', total: '-3', relative: '0', definition: 'default' }
  const data = {
    quota,
    email: user.email,
    displayname: user.displayName,
    two_factor_auth_enabled: 'false',
    last_login: String(now()),
    language: 'en',
  }
  return { ...ok(data), isBare: true }
}

/** Nextcloud, with the login password only. */
export function makeAppPassword(call: Call): OcsReply {
  const { cloud, visitor, request } = call
  if (visitor.kind !== 'user' || typeof visitor.via === 'object')
    return failure(403, 'You cannot request an new apppassword with an apppassword')
  const { token } = cloud.users.addAppPassword(
    visitor.user.id,
    visitor.loginName,
    request.headers['user-agent'] ?? 'unknown',
    randomToken(72),
  )
  return ok({ apppassword: token })
}

export function rotateAppPassword({ cloud, visitor }: Call): OcsReply {
  if (visitor.kind !== 'user' || typeof visitor.via !== 'object') return failure(403, 'no app password in use')
  const old = visitor.via
  cloud.users.removeAppPasswords((entry) => entry === old)
  return ok({ apppassword: cloud.users.addAppPassword(old.user, old.loginName, old.name, randomToken(72)).token })
}

export function deleteAppPassword({ cloud, visitor }: Call): OcsReply {
  if (visitor.kind !== 'user' || typeof visitor.via !== 'object') return failure(403, 'no app password in use')
  const used = visitor.via
  cloud.users.removeAppPasswords((entry) => entry === used)
  return ok()
}
