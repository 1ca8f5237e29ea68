import { createFederatedShareRequest } from '../../lib/domain/mount-request.ts'
import type { PublicLink } from '../../lib/domain/public-link.ts'
import type { MountAnswer } from '../../lib/protocol.ts'

/** A remote asks the home while we wait, which may take half a minute. */
const patience = 60_000

/** Longest answer read, in characters. */
const longest = 10_000

/**
 * Asks the page's own server to send the share to a cloud id, with the visitor's session, so that a password entered
 * on the page need not be entered again. Never rejects: status 0 means that no answer came.
 */
export async function askRemote(
  fetcher: typeof fetch,
  link: PublicLink,
  shareWith: string,
  password?: string,
): Promise<MountAnswer> {
  const { url, body } = createFederatedShareRequest(link, shareWith, password)
  try {
    const response = await fetcher(url, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      // Messages are matched, and servers translate them.
      headers: { Accept: 'application/json', 'Accept-Language': 'en' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    return { status: response.status, body: await readSome(response) }
  } catch {
    return { status: 0, body: '' }
  }
}

/** The beginning of a body; the rest of a huge one is not even received. */
async function readSome({ body }: Response): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (text.length < longest) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  void reader.cancel().catch(() => {})
  return text.slice(0, longest)
}
