import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The oldest Firefox that the manifest admits. */
const oldest = 140

/** A Firefox to test with, or why there is none. */
export type Found = { path: string } | { missing: string }

/** `FIREFOX_PATH`, one on the PATH, and else Debian's own is installed where that can be done without asking. */
export function findFirefox(): Found {
  const present = recent()
  if ('path' in present || process.env['FIREFOX_PATH'] || !mayInstall()) return present
  console.log('Installing firefox-esr...')
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', '--no-install-recommends', 'firefox-esr'])
  return recent()
}

function recent(): Found {
  const [path] = candidates().filter((candidate) => existsSync(candidate))
  if (!path) return { missing: 'there is no Firefox on the PATH; FIREFOX_PATH may name one' }
  const said = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const version = Number(/(\d+)\./.exec(said)?.[1] ?? 0)
  return version >= oldest ? { path } : { missing: `${path} is older than Firefox ${oldest} (${said.trim()})` }
}

function candidates(): string[] {
  const chosen = process.env['FIREFOX_PATH']
  if (chosen) return [chosen]
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [
    ...['firefox', 'firefox-esr'].flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]
}

/** Root on Debian: elsewhere the package is another (Ubuntu's starts a snap) or a password is needed. */
function mayInstall(): boolean {
  const release = '/etc/os-release'
  return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
}

const run = (command: string, args: string[]): void =>
  void spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
