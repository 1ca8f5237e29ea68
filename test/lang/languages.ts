import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Messages } from '../../lib/build/messages.ts'

const folder = join(import.meta.dirname, '../../public/_locales')

const read = (language: string): Messages =>
  JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8')) as Messages

/** By the names of their folders: the browser wants `pt_BR` where everybody else writes `pt-BR`. */
export const languages = new Map(readdirSync(folder).map((name) => [name, read(name)]))

export const english: Messages = read('en')

export const translations = [...languages].filter(([name]) => name !== 'en')

export const textOf = (messages: Messages, key: string): string => messages[key]?.message ?? ''

/** `x` of `x_one` and `x_other`, where it is a text that says a number (lib/domain/counted.ts). */
export const countedBase = (key: string): string | undefined => {
  const base = /^(.+)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1]
  return base !== undefined && english[`${base}_other`] ? base : undefined
}

/** The English text that a key of a translation is a translation of. */
export const englishOf = (key: string): string => {
  const base = countedBase(key)
  return textOf(english, english[key] || base === undefined ? key : `${base}_other`)
}
