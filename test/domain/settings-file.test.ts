import { describe, expect, test } from 'vitest'
import { failure } from '../../lib/domain/failure.ts'
import { readSettingsFile, writeSettingsFile } from '../../lib/domain/settings-file.ts'
import { defaultSettings, type Settings } from '../../lib/domain/settings.ts'

const chosen: Settings = { ...defaultSettings, pollMinutes: 60, appearance: 'dark', contextMenu: false, sync: true }
const file = (change: object): string =>
  JSON.stringify({ kind: 'homeward-settings', version: 1, settings: {}, ...change })
const refused = (text: string) => {
  const read = readSettingsFile(text)
  return read.ok ? 'taken' : read.failure
}

describe('a file of settings', () => {
  test('brings back what was saved, but not the wish to synchronise', () => {
    const { sync: _, ...rest } = chosen
    expect(readSettingsFile(writeSettingsFile(chosen, []))).toEqual({ ok: true, value: rest })
  })

  test('leaves out what an administrator has decided', () => {
    const read = readSettingsFile(writeSettingsFile(chosen, ['pollMinutes']))
    expect(read.ok && Object.keys(read.value)).not.toContain('pollMinutes')
  })

  test('may hold some of the settings only', () => {
    expect(readSettingsFile(file({ settings: { appearance: 'light' } }))).toEqual({
      ok: true,
      value: { appearance: 'light' },
    })
  })

  test.each([
    '',
    'hello',
    'null',
    '[]',
    '"homeward-settings"',
    '{}',
    file({ kind: 'other' }),
    file({ version: 'x' }),
    file({ settings: [] }),
    file({ settings: null }),
    file({ settings: { appearance: 'light' } }) + ' '.repeat(100_000),
  ])('is none: %.60s', (text) => {
    expect(refused(text)).toEqual(failure('settings-file-foreign'))
  })

  test('of a later version is not guessed at', () => {
    expect(refused(file({ version: 2, settings: { whatever: 1 } }))).toEqual(failure('settings-file-newer'))
  })

  test.each([
    [{ pollMinutes: 1 }, 'pollMinutes'],
    [{ pollMinutes: '60', appearance: 'pink', pasteBox: true }, 'pollMinutes, appearance'],
    [{ notifications: 'yes' }, 'notifications'],
    [{ accounts: [] }, 'accounts'],
    [{ sync: true }, 'sync'],
    [{ constructor: true }, 'constructor'],
    [JSON.parse('{"__proto__": {"sync": true}}') as object, '__proto__'],
  ])('with %j in it is taken not at all', (settings, names) => {
    expect(refused(file({ settings }))).toEqual(failure('settings-file-invalid', names))
  })
})
