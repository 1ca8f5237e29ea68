import { inspect } from 'node:util'
import type { Result } from '../../lib/domain/result.ts'

/** A result in one line, for tables. Secrets and other long words are cut. */
export function summary(result: Result<unknown>): string {
  if (!result.ok) {
    const { code, detail, retryAfter } = result.failure
    const { field } = result as { field?: string }
    return [
      code,
      field ? `at ${field}` : '',
      detail ? `(${detail})` : '',
      retryAfter === undefined ? '' : `in ${retryAfter} s`,
    ]
      .filter(Boolean)
      .join(' ')
  }
  if (result.value === undefined) return 'ok'
  const text = inspect(result.value, {
    depth: 5,
    breakLength: Infinity,
    compact: true,
    sorted: true,
    maxArrayLength: 20,
  })
  return text.replace(/[\w+/]{40,}/g, (word) => `${word.slice(0, 6)}…`)
}
