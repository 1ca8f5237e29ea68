import type { ProductName } from '../api.ts'
import { nextcloud30 } from './nextcloud-30.ts'
import { nextcloud32 } from './nextcloud-32.ts'
import { nextcloud33 } from './nextcloud-33.ts'
import { opencloud } from './opencloud.ts'
import { owncloud10 } from './owncloud-10.ts'
import { owncloud7 } from './owncloud-7.ts'
import type { Product } from './product.ts'

export const products: Record<ProductName, Product> = {
  'nextcloud-33': nextcloud33,
  'nextcloud-32': nextcloud32,
  'nextcloud-30': nextcloud30,
  'owncloud-10': owncloud10,
  'owncloud-7': owncloud7,
  opencloud,
}
