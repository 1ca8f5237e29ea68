import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Path of a Chromium that loads unpacked extensions: `CHROMIUM_PATH`, one on the PATH, Playwright's own, and else one is
 * installed. Google's branded Chrome comes last: since version 137 it ignores `--load-extension`.
 */
export function findChromium(): string {
  const found = candidates().find((path) => existsSync(path))
  return found ?? install()
}

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

function install(): string {
  console.log('Installing a Chromium...')
  run('npx', ['playwright', 'install', 'chromium'])
  if (!existsSync(chromium.executablePath()) && process.platform === 'linux') {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    for (const step of ['update', 'install -y chromium']) {
      const [command = '', ...args] = [...sudo, 'apt-get', ...step.split(' ')]
      run(command, args)
    }
  }
  const found = candidates().find((path) => existsSync(path))
  if (!found) throw new Error('No Chromium found. Install one, or name it in CHROMIUM_PATH.')
  return found
}

const run = (command: string, args: string[]): void =>
  void spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
