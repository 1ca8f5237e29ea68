// Plain JavaScript for any Node >= 20.
const names = ['HOME', 'REMOTE'].flatMap((role) => ['URL', 'USER', 'PASSWORD'].map((what) => `LIVE_${role}_${what}`))

/** Ends the run unless the two servers are named. */
export function requireServers() {
  const missing = names.filter((name) => !process.env[name])
  if (missing.length === 0) return
  console.error(`Two real servers and an account on each are needed. Missing: ${missing.join(', ')}.`)
  console.error('How to get servers with Docker: test/live/README.md')
  process.exit(2)
}
