/** A small federated cloud for tests, the demo and benches (design.md, section 9). */

import type { Cloud, CloudOptions, Clouds } from './api.ts'
import { startCloud } from './cloud.ts'

export type {
  Cloud,
  CloudOptions,
  Clouds,
  Fault,
  Faults,
  FederatedShareOptions,
  LoggedRequest,
  ProductName,
  PublicLinkOptions,
  RemoteShareRow,
  SendResult,
  Settings,
  UserOptions,
} from './api.ts'

/** Starts all clouds in this process; they reach each other over HTTP only. */
export async function startClouds(options: CloudOptions[]): Promise<Clouds> {
  const clouds = new Map<string, Cloud>()
  for (const each of options) clouds.set(each.name, await startCloud(each))
  return {
    cloud(name) {
      const found = clouds.get(name)
      if (!found) throw new Error(`There is no cloud called ${name}`)
      return found
    },
    async stop() {
      await Promise.all([...clouds.values()].map((cloud) => cloud.stop()))
    },
  }
}
