import type { ExpirySetting } from '../api.ts'
import type { Values } from './product.ts'

/** Days are told as a text by ownCloud, which reads the same (recorded: nextcloud-33.0.3/14-51, owncloud-10.15.2/961). */
export const expiryCapability = (setting: ExpirySetting | null): Values =>
  setting ? { enabled: true, ...setting } : { enabled: false }
