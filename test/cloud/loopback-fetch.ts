import { request as open, type ClientRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

const noBody = new Set([101, 204, 205, 304])

/**
 * `fetch` over node:http that finds every `*.localhost` name on this machine, as browsers do and Node does not.
 * Like the real one: returns real `Response`s with streamed bodies, honours abort signals until the body's end,
 * rejects with a TypeError when no answer comes. Differs: plain http only, no cookie jar (a `Cookie` header is sent as
 * given), no cache, no decompression, and `redirect: 'manual'` shows status and target, as Node does and browsers do not.
 */
export const loopbackFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const cookie = cookieOf(input, init)
  let url = new URL(request.url)
  let { method } = request
  let body = request.body === null ? null : Buffer.from(await request.arrayBuffer())
  for (let hops = 0; ; hops++) {
    const answer = await send(url, method, headersOf(request, body, cookie), body, request.signal)
    const status = answer.statusCode ?? 0
    const target = answer.headers.location
    if (status < 300 || status >= 400 || target === undefined || request.redirect === 'manual') {
      return toResponse(answer, url, hops > 0)
    }
    answer.destroy()
    if (request.redirect === 'error' || hops === 20) throw new TypeError('fetch failed: redirect')
    url = new URL(target, url)
    if (status === 303 || ((status === 301 || status === 302) && method === 'POST')) [method, body] = ['GET', null]
  }
}

function send(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: Buffer | null,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const hostname = host === 'localhost' || host.endsWith('.localhost') ? '127.0.0.1' : host
    if (url.protocol !== 'http:') throw new TypeError(`loopback fetch speaks plain http only: ${url.protocol}`)
    const outgoing: ClientRequest = open({
      hostname,
      port: url.port || 80,
      path: url.pathname + url.search,
      method,
      headers: { ...headers, host: url.host },
      agent: false,
    })
    const abort = () => outgoing.destroy(signal.reason as Error)
    outgoing.once('error', (error) => reject(signal.aborted ? signal.reason : fetchFailed(error)))
    outgoing.once('response', (answer) => {
      answer.once('close', () => signal.removeEventListener('abort', abort))
      // Without this an abort in the middle of the body would look like a lost connection.
      signal.addEventListener('abort', () => answer.destroy(signal.reason as Error), { once: true })
      resolve(answer)
    })
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    outgoing.end(body ?? undefined)
  })
}

const fetchFailed = (cause: Error): TypeError => new TypeError(`fetch failed: ${cause.message}`, { cause })

function toResponse(answer: IncomingMessage, url: URL, redirected: boolean): Response {
  const status = answer.statusCode ?? 0
  const headers = new Headers()
  for (let i = 0; i + 1 < answer.rawHeaders.length; i += 2) {
    headers.append(answer.rawHeaders[i]!, answer.rawHeaders[i + 1]!)
  }
  const bodyless = noBody.has(status)
  if (bodyless) answer.resume()
  const body = bodyless ? null : (Readable.toWeb(answer) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>)
  const response = new Response(body, { status, statusText: answer.statusMessage ?? '', headers })
  Object.defineProperties(response, { url: { value: url.href }, redirected: { value: redirected } })
  return response
}

function headersOf(request: Request, body: Buffer | null, cookie: string | null): Record<string, string> {
  const headers = Object.fromEntries(request.headers)
  if (body) headers['content-length'] = String(body.byteLength)
  return { accept: '*/*', ...headers, ...(cookie === null ? {} : { cookie }) }
}

/** `Request` drops `Cookie` as browsers do; tests play the browser, so it is taken from what they passed. */
function cookieOf(input: unknown, init?: RequestInit): string | null {
  return new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined)).get('cookie')
}
