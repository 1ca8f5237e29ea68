import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { failureCodes } from '../../lib/domain/failure.ts'
import { failureKey } from '../../lib/domain/text.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }

interface Entry {
  message: string
  description?: string
  placeholders?: Record<string, { content: string; example?: string }>
}

const all = Object.entries(messages as Record<string, Entry>)
const keys = new Set(all.map(([key]) => key))

describe('texts', () => {
  test.each(failureCodes)('failure %s has a title, a cause and a fix', (code) => {
    for (const part of ['title', 'cause', 'fix'] as const) expect(keys).toContain(failureKey(code, part))
  })

  test('no failure text without its failure', () => {
    const known = new Set(
      failureCodes.flatMap((code) => (['title', 'cause', 'fix'] as const).map((part) => failureKey(code, part))),
    )
    const texts = [...keys].filter((key) => /^failure_.*_(title|cause|fix)$/.test(key))
    expect(texts.filter((key) => !known.has(key as ReturnType<typeof failureKey>))).toEqual([])
  })

  test('every text but those of share pages is used, by its whole key', () => {
    const files = globSync(['{components,entrypoints,lib}/**/*.{ts,tsx}', 'wxt.config.ts'])
    const code = files.map((file) => readFileSync(file, 'utf8')).join('\n')
    const ours = [...keys].filter((key) => !/^(failure_.*_(title|cause|fix)|page_.*)$/.test(key))
    // Counted texts are named without their plural form (lib/domain/counted.ts).
    const named = (key: string): string =>
      keys.has(key.replace(/_one$/, '_other')) ? key.replace(/_(one|other)$/, '') : key
    expect(ours.filter((key) => !code.includes(`'${named(key)}'`) && !code.includes(`__MSG_${key}__`))).toEqual([])
  })

  test('each tells translators what it is for', () => {
    expect(all.filter(([, { description }]) => !description).map(([key]) => key)).toEqual([])
  })

  test.each(all.filter(([, { message }]) => message.includes('$')))('%s: each placeholder is declared', (_, entry) => {
    const used = [...entry.message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase())
    expect(used.toSorted()).toEqual(Object.keys(entry.placeholders ?? {}).toSorted())
  })
})
