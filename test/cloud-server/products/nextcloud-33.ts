import { nextcloud33Messages } from './messages.ts'
import { nextcloud32 } from './nextcloud-32.ts'
import { nextcloudCapabilities } from './nextcloud-capabilities.ts'
import { nextcloud33OcmProvider, publicKey } from './ocm-provider.ts'
import type { Product } from './product.ts'
import { nextcloud33ReceivedFields } from './received-fields.ts'

const version = { major: 33, micro: 3, string: '33.0.3' }

/** Ids hold the time and count up in leaps: too large for a number since the first one. */
const firstId = 154_716_675_737_731_073n
const idStep = 4_194_304n

/** Follows nextcloud-33.0.3/, and 32 where that says nothing. */
export const nextcloud33: Product = {
  ...nextcloud32,
  name: 'nextcloud-33',
  rewrites: false,
  hasWellKnownOcm: true,
  status: (maintenance) => ({ ...nextcloud32.status(maintenance), version: '33.0.3.2', versionstring: version.string }),
  capabilities: (cloud, user) => nextcloudCapabilities(nextcloud33, version, cloud, user),
  receivedShareFields: nextcloud33ReceivedFields,
  ocmProvider: (cloud) => ({ ...nextcloud33OcmProvider(cloud), publicKey: publicKey(cloud) }),
  ocs: { ...nextcloud32.ocs, sendsUserId: 'everywhere' },
  links: { ...nextcloud32.links, drawsPrompt: true },
  federation: { ...nextcloud32.federation, receivedId: (count) => String(firstId + idStep * BigInt(count)) },
  messages: nextcloud33Messages,
}
