import type { PublicLink } from './public-link.ts'

/** A form posted from a tab of the home, in the user's own web session. */
export interface SessionRequest {
  /** Behind the home's base. */
  path: string
  form: Record<string, string>
}

export interface SessionQuestion {
  link: PublicLink
  /** The name the mount gets; without any slash. */
  name: string
  owner: string
  password: string
}

/**
 * What ownCloud's own dialog sends; the link is mounted at once. All fields must be there, and the remote must carry its
 * scheme: without it the server dies and leaves a broken mount (recorded owncloud-10.15.2/413, 431-434, 440).
 */
export const externalRequest = ({ link, name, owner, password }: SessionQuestion): SessionRequest => ({
  path: '/index.php/apps/files_sharing/external',
  form: { remote: link.base, token: link.token, owner, ownerDisplayName: owner, name, password },
})

/** What Nextcloud's own dialog sends: its server then asks the remote (recorded nextcloud-21.0.5/04-A3 to A6). */
export const askRequest = ({ link, password }: Pick<SessionQuestion, 'link' | 'password'>): SessionRequest => ({
  path: '/index.php/apps/federatedfilesharing/askForFederatedShare',
  form: { token: link.token, remote: link.base, password, owner: '', ownerDisplayName: '', name: '' },
})

/** What a mount is called when nobody could tell the item's name: the user can rename it. */
export const nameForUnknown = ({ base }: PublicLink): string => `Shared from ${new URL(base).hostname}`

/**
 * The home's own dialog, with everything filled in: name, token and remote must not be empty, on ownCloud the owner
 * neither. A login on the way loses all of it (server-facts.md 2.8, 2.9, owncloud/core#24159).
 */
export function dialogUrl(
  homeBase: string,
  { link, name, owner, isProtected }: Omit<SessionQuestion, 'password'> & { isProtected: boolean },
): string {
  const asked = { remote: link.base, token: link.token, owner, ownerDisplayName: owner, name }
  const hash = Object.entries({ ...asked, protected: isProtected ? '1' : '0' })
  const encoded = hash.map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `${homeBase}/index.php/apps/files/#${encoded.join('&')}`
}

/** The owner of a link whose owner nobody told: servers only show it. */
export const unknownOwner = 'public'
