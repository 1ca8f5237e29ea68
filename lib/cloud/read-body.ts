/** Longest answer read, in bytes. A list of a thousand received shares is about 0.5 MB. */
export const defaultMaxBytes = 5_000_000

/**
 * Reads a body as UTF-8, and stops reading as soon as it is longer than allowed: servers are not trusted to be brief.
 * @returns null when the body is (or declares itself) longer than `maxBytes`; the connection is then dropped
 * @throws what the stream throws: aborts and lost connections
 */
export async function readBody(response: Response, maxBytes: number): Promise<string | null> {
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await response.body?.cancel().catch(() => undefined)
    return null
  }
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
