/**
 * The federated address of an account: `user@host[:port][/folder]`. https is left out because a cloud id
 * without a scheme means https; http is kept because servers never fall back to it (recorded 04-01/04).
 * @param userId the server's own user id (not the login name)
 * @param base the home's base URL, e.g. `https://cloud.example.org/sub`
 */
export function cloudIdOf(userId: string, base: string): string {
  return `${userId}@${base.replace(/^https:\/\//i, '').replace(/\/+$/, '')}`
}
