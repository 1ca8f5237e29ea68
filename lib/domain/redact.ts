/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export interface Redaction {
  /** Never to appear, in whole or inside another text: app passwords, poll tokens. */
  secrets: string[]
  /** What stands for a name: a hash for each host and cloud id. Empty when the user wants the names in. */
  names: ReadonlyMap<string, string>
}

/** Stands for a removed secret. */
export const removed = '█'

/** Fields that hold secrets by their name, whatever they hold. */
const secretField = /pass(?:word|phrase)|secret|token|authorization|cookie|credential/i

/**
 * A copy without secrets and names, wherever they stand: values, parts of values, keys. The report is made of harmless
 * fields to begin with; this is the net below.
 */
export function redact(value: Json, redaction: Redaction): Json {
  const clean = cleaner(redaction)
  const walk = (part: Json): Json => {
    if (typeof part === 'string') return clean(part)
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    const fields = Object.entries(part).map(([key, inner]) => [
      clean(key),
      secretField.test(key) ? removed : walk(inner),
    ])
    return Object.fromEntries(fields) as Json
  }
  return walk(value)
}

/** Names first: a secret must not survive in what stands for a name. Longer ones first: they may hold shorter ones. */
function cleaner({ secrets, names }: Redaction): (text: string) => string {
  const known = [...names].filter(([name]) => name !== '').sort(([a], [b]) => b.length - a.length)
  const hidden = secrets
    .flatMap((secret) => [secret, percentEncoded(secret)])
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
  return (text) => {
    const unnamed = known.reduce((so, [name, alias]) => so.replace(pattern(name), () => alias), text)
    return hidden.reduce((so, secret) => so.replace(pattern(secret), removed), unnamed)
  }
}

/** As it stands in addresses; a lone half of a character cannot stand there. */
const percentEncoded = (secret: string): string => encodeURIComponent(secret.replace(/\p{Cs}/gu, ''))

/** Hosts may be written in any case, and so may a percent-encoded secret. */
const pattern = (text: string): RegExp => new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi')
