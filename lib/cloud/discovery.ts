import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { createHttp } from './http.ts'
import type { Fetch } from './exchange.ts'
import { isObject, parseJson, textField } from './json.ts'
import { whatCame } from './what-came.ts'

/** Where servers say that they take federated shares: the old place, which all know, and that of Open Cloud Mesh 1.1. */
const places = ['/ocm-provider/', '/.well-known/ocm']

/** Milliseconds: somebody waits for it. */
const patience = 10_000

/**
 * Asks a server whether it takes federated shares, anonymously. Recorded: nextcloud-32.0.1/01-20, owncloud-10.15.2/104.
 * Failures: `not-a-cloud` (nothing there says so; the detail tells what came), `remote-federation-off`.
 */
export async function discover(fetch: Fetch, base: string): Promise<Result<{ provider?: string }>> {
  const http = createHttp({ fetch, base })
  let detail: string | undefined
  for (const path of places) {
    const answer = await http.sendRaw({ method: 'GET', path, timeoutMs: patience, maxBytes: 100_000 })
    if (!answer.ok) return failed(failure('not-a-cloud', answer.failure.detail))
    const body = answer.value.status === 200 ? parseJson(answer.value.text) : undefined
    if (textField(body, 'endPoint')) return readDiscovery(body)
    detail ??= whatCame(answer.value)
  }
  return failed(failure('not-a-cloud', detail))
}

function readDiscovery(body: unknown): Result<{ provider?: string }> {
  if (isObject(body) && body['enabled'] === false) return failed(failure('remote-federation-off'))
  const provider = textField(body, 'provider')?.slice(0, 100)
  return ok(provider ? { provider } : {})
}
