import { failure } from './failure.ts'
import { failed, ok, type Result } from './result.ts'
import { isChoice, isSetting, type Settings } from './settings.ts'

/** What says that a file is ours. */
const kind = 'homeward-settings'
/** Of the file's shape: a higher one was written by a later Homeward. */
const version = 1
/** Longest file read, in characters: ours have some hundred. */
const longest = 100_000

/**
 * The settings as a file's text: choices only, no account and no secret. The wish to synchronise stays behind, for each
 * browser has its own, and so does what an administrator has set.
 */
export function writeSettingsFile(values: Settings, locked: readonly (keyof Settings)[]): string {
  const taken = Object.entries(values).filter(([key]) => key !== 'sync' && !locked.includes(key as keyof Settings))
  return `${JSON.stringify({ kind, version, settings: Object.fromEntries(taken) }, null, 2)}\n`
}

/**
 * The settings in a file's text, all of them or none.
 * Failures: `settings-file-foreign`, `settings-file-newer`, `settings-file-invalid` (with the names that are wrong).
 */
export function readSettingsFile(text: string): Result<Partial<Settings>> {
  const file = text.length > longest ? undefined : parse(text)
  if (!isObject(file) || file['kind'] !== kind || !Number.isInteger(file['version']) || !isObject(file['settings'])) {
    return failed(failure('settings-file-foreign'))
  }
  if (Number(file['version']) > version) return failed(failure('settings-file-newer'))
  const settings = Object.entries(file['settings'])
  const wrong = settings.filter(([key, value]) => !isSetting(key) || key === 'sync' || !isChoice(key, value))
  if (wrong.length > 0) return failed(failure('settings-file-invalid', wrong.map(([key]) => key).join(', ')))
  return ok(Object.fromEntries(settings))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
