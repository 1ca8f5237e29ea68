/** A server's answer, read to its end. Nothing in it is trusted yet. */
export interface Answer {
  /** HTTP status. A redirect that the browser hides from us counts as 302. */
  status: number
  /** Lower case, without parameters; empty when the server named none. */
  contentType: string
  /** The body as UTF-8; broken sequences become U+FFFD. */
  text: string
  /** Null when absent, or when it came with a hidden redirect. */
  header(name: string): string | null
}

export const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400

/**
 * The statuses a server gives for a route it does not have: Nextcloud 404 or 405 (recorded nextcloud-32.0.1/04-79),
 * ownCloud sends every unknown `index.php` route to its login page (recorded owncloud-10.15.2/401).
 */
export const hasNoSuchRoute = (answer: Answer): boolean =>
  answer.status === 404 || answer.status === 405 || isRedirect(answer)
