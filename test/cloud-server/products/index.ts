import type { ProductName } from '../api.ts'
import { nextcloud30 } from './nextcloud-30.ts'
import { nextcloud32 } from './nextcloud-32.ts'
import { owncloud10 } from './owncloud-10.ts'
import type { Product } from './product.ts'

export const products: Record<ProductName, Product> = {
  'nextcloud-32': nextcloud32,
  'nextcloud-30': nextcloud30,
  'owncloud-10': owncloud10,
}
