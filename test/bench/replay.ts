import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import type { Cloud } from '../cloud-server/index.ts'
import type { Sent } from './traffic.ts'

/** Headers that belong to a connection, not to what is said over it. */
const ofConnection = new Set(['host', 'connection', 'content-length', 'accept-encoding'])

/**
 * Sends the requests of one mount again, bare from Node, for another share: the least time that mounting can take.
 * @param swap what stood in the recorded requests, and what stands there now
 * @returns milliseconds
 */
export async function replay(sent: Sent[], home: Cloud, swap: Record<string, string>): Promise<number> {
  const started = performance.now()
  for (const { cloud, request } of sent) {
    const { method, path, query, headers, body } = request
    const search = new URLSearchParams(query).toString()
    const address = put(swap, atHome(home, path)) + (search === '' ? '' : `?${put(swap, search)}`)
    const answer = await loopbackFetch(cloud.base + address, {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (ofConnection.has(name) ? [] : [[name, put(swap, value)]])),
      ),
      ...(body === '' ? {} : { body: put(swap, body) }),
    })
    await answer.arrayBuffer()
  }
  return performance.now() - started
}

function put(swap: Record<string, string>, text: string): string {
  return Object.entries(swap).reduce((after, [from, to]) => after.replaceAll(from, to), text)
}

/** The share that arrived last is the one to accept and to look at. */
function atHome(home: Cloud, path: string): string {
  return path.replace(/(?<=\/remote_shares\/(?:pending\/)?)\d+$/, () => String(home.remoteShares('alice').at(-1)?.id))
}
