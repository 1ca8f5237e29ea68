import type { PublicLink } from './public-link.ts'

/**
 * The request that asks a Nextcloud remote to send a public link's item to a cloud id. Public, needs no login and
 * no token; on the share page an entered password is remembered by the visitor's session.
 * Recorded: nextcloud-32.0.1/04-70 and following.
 */
export function createFederatedShareRequest(
  link: PublicLink,
  shareWith: string,
  password = '',
): { url: string; body: URLSearchParams } {
  return {
    url: `${link.base}/index.php/apps/federatedfilesharing/createFederatedShare`,
    body: new URLSearchParams({ shareWith, token: link.token, password }),
  }
}

/** The remote's answer to a mount call, unread. Status 0: no answer came. */
export interface MountAnswer {
  status: number
  /** At most 10,000 characters. */
  body: string
}
