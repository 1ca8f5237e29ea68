/**
 * What runs inside a tab of the user's home, beside the page and out of its scripts' reach. The browser sends these
 * functions there as text: each must stand on its own, without imports, helpers or names of this file.
 */
import type { HomeTabLook } from '../app/home-tab.ts'

/** Where the tab is, and who is signed in there: both products say so on every page for users. */
export function lookAround(): HomeTabLook & { is: 'here' } {
  const user = document.head.dataset['user']
  const signedIn = document.body?.id === 'body-user' && Boolean(document.head.dataset['requesttoken'])
  return { is: 'here', address: location.href, signedIn, ...(user ? { user } : {}) }
}

/** Posts a form as the page's own dialog would: with the page's session and request token. Never rejects. */
export async function postForm(
  url: string,
  form: Record<string, string>,
  patience: number,
): Promise<{ status: number; body: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      credentials: 'same-origin',
      redirect: 'manual',
      headers: {
        requesttoken: document.head.dataset['requesttoken'] ?? '',
        'X-Requested-With': 'XMLHttpRequest',
        Accept: 'application/json',
      },
      signal: AbortSignal.timeout(patience),
    })
    const body = (await response.text()).slice(0, 10_000)
    return { status: response.type === 'opaqueredirect' ? 302 : response.status, body }
  } catch {
    return { status: 0, body: '' }
  }
}
