/** A real server and the account on it that the suite may use. */
export interface Access {
  /** Base URL, no trailing slash, no `/index.php`. */
  base: string
  /** What the account signs in with: user name or e-mail address. */
  userName: string
  /** The login password; with an app password the sign-in tests are skipped. */
  password: string
}

export type Role = 'home' | 'remote'

const names = (role: Role) => ({
  base: `LIVE_${role.toUpperCase()}_URL`,
  userName: `LIVE_${role.toUpperCase()}_USER`,
  password: `LIVE_${role.toUpperCase()}_PASSWORD`,
})

/** The two servers named by `LIVE_HOME_*` and `LIVE_REMOTE_*`. Throws, naming every variable that is missing. */
export function serversFromEnvironment(env: NodeJS.ProcessEnv = process.env): Record<Role, Access> {
  const missing: string[] = []
  const value = (name: string): string => {
    const found = env[name]?.trim() ?? ''
    if (found === '') missing.push(name)
    return found
  }
  const read = (role: Role): Access => {
    const { base, userName, password } = names(role)
    return { base: value(base).replace(/\/+$/, ''), userName: value(userName), password: value(password) }
  }
  const servers = { home: read('home'), remote: read('remote') }
  if (missing.length > 0) throw new Error(`Missing: ${missing.join(', ')}. See test/live/README.md.`)
  return servers
}
