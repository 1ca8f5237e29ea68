import { cloudIdOf } from './cloud-id.ts'
import type { PublicLink } from './public-link.ts'

/** What a home is told about a public link without a password, as if the remote had sent a share of it. */
export interface Announcement {
  link: PublicLink
  /** The item's name, without any slash. */
  name: string
  /** The owner's user id at the remote. */
  owner: string
  /** The recipient: the account's own user id and cloud id. */
  userId: string
  cloudId: string
  /** See `announcedIdOf`. */
  remoteId: string
}

export const ownerIdOf = ({ owner, link }: Announcement): string => cloudIdOf(owner, link.base)

/** FNV-1a, 32 bit. */
const offset = 2_166_136_261
const prime = 16_777_619

/**
 * The id a job gives the share it announces, by which it finds it again among the pending ones: nobody else can know
 * it. Between 2^30 and 2^31: far from the ids of the remote's own shares, because the home will quote it to the remote
 * together with the link's token when the mount is removed, and small enough for every database.
 */
export function announcedIdOf(jobId: string): string {
  const hash = [...new TextEncoder().encode(jobId)].reduce((sum, byte) => Math.imul(sum ^ byte, prime) >>> 0, offset)
  return String(2 ** 30 + (hash >>> 2))
}
