import { afterAll, beforeAll } from 'vitest'
import { startClouds, type Cloud, type Clouds, type ProductName, type UserOptions } from '../cloud-server/index.ts'
import { steps } from './contract-steps.ts'
import type { Stage } from './replay.ts'

const alice = { password: 'alice-password', displayName: 'Alice Home' }
const carol = { password: 'carol-password', displayName: 'Carol', groups: ['staff'] }
const bob = { password: 'bob-password', displayName: 'Bob Remote', email: 'bob@example.test', groups: ['staff'] }
const admin = { password: 'admin-password' }

/** The servers of each set of recordings: their names, their ports then, who lived there. */
const casts = {
  'nextcloud-32.0.1': { kind: 'nc', product: 'nextcloud-32', ports: [9201, 9202], residents: { alice } },
  'nextcloud-33.0.3': {
    kind: 'nc',
    product: 'nextcloud-33',
    ports: [9201, 9202],
    residents: { alice: { ...alice, groups: ['staff'] } },
  },
  'owncloud-10.15.2': {
    kind: 'oc',
    product: 'owncloud-10',
    ports: [9101, 9102],
    residents: { alice: { ...alice, displayName: 'Alice', email: 'alice@example.test' } },
  },
} satisfies Record<
  string,
  { kind: string; product: ProductName; ports: number[]; residents: Record<string, UserOptions> }
>

/**
 * While the describe block runs that calls this, test clouds play the servers of those recordings. `furnish` puts what
 * the recorded requests are about into the remote. `like` declares a step, see `steps`.
 */
export function playing(recordings: keyof typeof casts, furnish: (remote: Cloud) => void) {
  const { kind, product, ports, residents } = casts[recordings]
  let clouds: Clouds
  const stage: Stage = { hosts: {}, secrets: {} }
  const home = (): Cloud => clouds.cloud(`${kind}-home`)
  const remote = (): Cloud => clouds.cloud(`${kind}-remote`)
  beforeAll(async () => {
    const owners = { bob, carol, admin }
    clouds = await startClouds([
      { name: `${kind}-home`, product, users: { ...residents, carol } },
      { name: `${kind}-remote`, product, users: owners, ...(kind === 'nc' ? { teams: { t1: 'Team' } } : {}) },
      ...(kind === 'nc' ? [{ name: 'oc-remote', product: 'owncloud-10' as const, users: owners }] : []),
    ])
    const hostOf = (name: string): string => new URL(clouds.cloud(name).base).host
    Object.assign(stage.hosts, {
      [`${kind}-home.localhost:${ports[0]}`]: hostOf(`${kind}-home`),
      [`${kind}-remote.localhost:${ports[1]}`]: hostOf(`${kind}-remote`),
      'oc-remote.localhost:9102': hostOf('oc-remote'),
      // Nothing listened there, and nothing listens here.
      '127.0.0.1:2024': '127.0.0.1:9',
    })
    Object.assign(stage.secrets, {
      'alice:login-password': alice.password,
      'alice@example.test:login-password': alice.password,
      'ALICE:login-password': alice.password,
      'bob:login-password': bob.password,
      'carol:login-password': carol.password,
    })
    furnish(remote())
  })
  afterAll(() => clouds.stop())
  return { home, remote, stage, like: steps(recordings, () => stage) }
}
