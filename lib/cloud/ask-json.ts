import type { Fetch } from './exchange.ts'
import { isObject, parseJson, type JsonObject } from './json.ts'
import { readBody } from './read-body.ts'

const patience = 10_000

/**
 * Asks a server for an object that it tells everybody, without anything that would tell who asks. Null when it does not:
 * there is nobody, no permission to read the answer, or the answer is something else.
 *
 * @param longest bytes that are read at most
 */
export async function askJson(fetch: Fetch, url: string, longest: number): Promise<JsonObject | null> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    })
    const body = parseJson((await readBody(response, longest)) ?? '')
    return response.status === 200 && isObject(body) ? body : null
  } catch {
    return null
  }
}
