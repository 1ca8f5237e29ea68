/**
 * What runs inside the tab that shows a share page, beside the page and out of its scripts' reach. The browser sends
 * these functions there as text: each must stand on its own, without imports, helpers or names of this file.
 */

/** Where the tab is, as scheme, host and port. */
export function originOf(): string {
  return location.origin
}

/** Posts a form with the visitor's session, so that a password entered on the page need not be entered again. */
export async function postFromPage(
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
      // Messages are matched, and servers translate them.
      headers: { Accept: 'application/json', 'Accept-Language': 'en' },
      signal: AbortSignal.timeout(patience),
    })
    return { status: response.status, body: (await response.text()).slice(0, 10_000) }
  } catch {
    return { status: 0, body: '' }
  }
}
