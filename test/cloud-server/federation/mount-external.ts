/** ownCloud: a signed-in user mounts a public link of another server, at once and without asking anybody (recorded: owncloud-10.15.2/410-449, 60*, 830, 843, 870, 887). */

import { hasRequestToken } from '../auth/csrf.ts'
import type { Call } from '../cloud-state.ts'
import { empty, json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { call as send } from '../http/call.ts'
import { mount } from '../remote-shares/mountpoint.ts'
import { probe } from '../remote-shares/probe.ts'
import { isSameServer } from './cloud-id.ts'
import { isMountableName } from './receive.ts'

/** Legacy script: sees form fields only, says 200 to every failure, and nothing at all when it worked. */
export async function mountExternal(call: Call): Promise<Answer> {
  const { cloud, request, visitor } = call
  if (!hasRequestToken(call)) return refuse('Token expired. Please reload page.', { error: 'token_expired' })
  if (visitor.kind !== 'user') return refuse('Authentication error', { error: 'authentication_error' })
  if (!cloud.settings.incomingFederation) return refuse('Server to server sharing is not enabled on this server')
  const { remote: given = '', token = '', owner = '', ownerDisplayName, name = '', password = '' } = request.form
  const remote = given.replace(/[?#].*$/, '')
  if (!isMountableName(name)) return refuse('The mountpoint name contains invalid characters.')
  if (isSameServer(remote, cloud.base) && owner === visitor.user.id)
    return refuse('Not allowed to create a federated share with the same user server')
  if (ownerDisplayName === undefined) return empty(500)
  const share = {
    remote,
    remoteId: '-1',
    shareToken: token,
    password,
    name: `/${name}`,
    owner: ownerDisplayName,
    user: visitor.user.id,
  }
  const row = cloud.received.add({ ...share, fileId: cloud.files.nextId() })
  mount(cloud, row)
  // Without a scheme the script dies after storing the row (recorded: 431), which stays behind.
  if (!/^https?:\/\//.test(remote)) return empty(500)
  const problem = await problemWith(remote, async () => (await probe(cloud, row)).state)
  if (problem === undefined) return empty(200)
  cloud.received.remove(row)
  return refuse(problem)
}

async function problemWith(remote: string, look: () => Promise<string>): Promise<string | undefined> {
  const status = await statusOf(remote)
  if (status === 'unreachable') return 'Remote is unreachable'
  if (status === 'unusable') return 'Storage not valid'
  return (await look()) === 'there' ? undefined : 'Could not authenticate to federated share, password might be wrong'
}

async function statusOf(remote: string): Promise<'fine' | 'unusable' | 'unreachable'> {
  try {
    const reply = await send('GET', `${remote.replace(/\/+$/, '')}/status.php`)
    const isCloud = reply.status === 200 && reply.body.includes('"installed":true')
    if (isCloud) return reply.body.includes('"maintenance":true') ? 'unusable' : 'fine'
    return remote.includes('/index.php') ? 'unusable' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

function refuse(message: string, more: Record<string, string> = {}): Answer {
  return json(200, { data: { message, ...more }, status: 'error' })
}
