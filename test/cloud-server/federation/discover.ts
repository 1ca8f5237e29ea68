/** Finding out where a receiver takes shares. */

import type { CloudState } from '../cloud-state.ts'
import { call } from '../http/call.ts'

export interface Receiver {
  base: string
  endPoint: string
  /** ownCloud's discovery predates `resourceTypes`. */
  isOldDialect: boolean
}

/** Tries the given scheme, or the product's candidates for an address without one. Undefined: nobody there, or no cloud. */
export async function discover(cloud: CloudState, remote: string): Promise<Receiver | undefined> {
  const bases = /^https?:\/\//.test(remote)
    ? [remote]
    : cloud.product.federation.schemes.map((scheme) => scheme + remote)
  for (const base of bases) {
    const receiver = await ask(base)
    if (receiver) return receiver
  }
  return undefined
}

async function ask(base: string): Promise<Receiver | undefined> {
  try {
    const reply = await call('GET', `${base}/ocm-provider/`)
    const provider = JSON.parse(reply.body.toString('utf8')) as { endPoint?: unknown; resourceTypes?: unknown }
    if (reply.status !== 200 || typeof provider.endPoint !== 'string') return undefined
    return { base, endPoint: provider.endPoint, isOldDialect: provider.resourceTypes === undefined }
  } catch {
    return undefined
  }
}
