import type { Failure } from './failure.ts'

/** What every operation that can fail in an expected way returns: errors are values at each boundary. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export function ok(): Result<void>
export function ok<T>(value: T): Result<T>
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value }
}

export function failed(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure }
}
