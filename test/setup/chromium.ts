import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Path of a Chromium that loads unpacked extensions: `CHROMIUM_PATH`, one on the PATH, Playwright's own, and else one is
 * installed. Google's branded Chrome comes last: since version 137 it ignores `--load-extension`.
 */
export function findChromium(): string {
  return (known ??= candidates().find(starts) ?? install())
}

let known: string | undefined

function candidates(): string[] {
  const chosen = process.env['CHROMIUM_PATH']
  return [
    ...(chosen ? [chosen] : []),
    ...onPath(['chromium', 'chromium-browser']),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
    ...onPath(['google-chrome-for-testing', 'google-chrome', 'chrome']),
  ]
}

function onPath(names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** A downloaded browser is there and yet of no use where Linux lacks its libraries. */
const starts = (path: string): boolean =>
  existsSync(path) && (process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0)

/**
 * Playwright's own; with the libraries it misses, where those may be installed; else the distribution's. What they
 * complain about is worth reading only when all fail.
 */
function install(): string {
  console.log('Installing a Chromium...')
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const steps = [
    ['npx', 'playwright', 'install', 'chromium'],
    ...(process.platform === 'linux'
      ? [
          [...sudo, 'npx', 'playwright', 'install-deps', 'chromium'],
          [...sudo, 'apt-get', 'update'],
          [...sudo, 'apt-get', 'install', '-y', 'chromium'],
        ]
      : []),
  ]
  const complaints: string[] = []
  for (const [command = '', ...args] of steps) {
    // Libraries help a browser that is there.
    if (args.includes('install-deps') && !existsSync(chromium.executablePath())) continue
    const { stderr, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
    complaints.push(error?.message ?? stderr)
    const found = candidates().find(starts)
    if (found) return found
  }
  throw new Error(`No Chromium found. Install one, or name it in CHROMIUM_PATH.\n${complaints.join('\n')}`)
}
