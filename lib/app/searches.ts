import { ok, type Result } from '../domain/result.ts'
import type { Search } from '../protocol.ts'

export type Searches = ReturnType<typeof createSearches>

/** Searches as somebody types: a newer one of the same id ends the older. A search that gives null is not supported. */
export function createSearches() {
  const running = new Map<string, AbortController>()

  return async <T>(id: string, search: (signal: AbortSignal) => Promise<Result<T[] | null>>): Promise<Search<T>> => {
    running.get(id)?.abort()
    const mine = new AbortController()
    running.set(id, mine)
    const result = await search(mine.signal)
    if (mine.signal.aborted) return ok({ state: 'superseded' })
    running.delete(id)
    if (!result.ok) return result
    return ok(result.value ? { state: 'found', found: result.value } : { state: 'unsupported' })
  }
}
