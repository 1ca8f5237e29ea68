import type { APIRequestContext, APIResponse } from '@playwright/test'
import type { Access } from './servers.ts'

/**
 * Signs in on a server's web site; with a browser context's `request` the browser is signed in. The login form is sent as its page sends it and not clicked through:
 * themes and scripts differ from version to version, what is sent does not.
 */
export async function signInOnWeb(request: APIRequestContext, { base, userName, password }: Access): Promise<void> {
  const page = `${base}/index.php/login`
  const form = { user: userName, password, requesttoken: await requestTokenOf(await request.get(page)) }
  await submit(request, page, form)
  const landed = await request.get(`${base}/index.php/apps/files/`)
  if (landed.url().includes('/login')) throw new Error(`${base} did not let ${userName} in`)
}

/** Grants what a page of Login Flow v2 asks for, as the signed-in user. */
export async function grantLogin(request: APIRequestContext, base: string, loginUrl: string): Promise<void> {
  const stateToken = stateTokenIn(await (await request.get(loginUrl)).text())
  if (!stateToken) throw new Error(`${loginUrl} is no login page`)
  const page = await request.get(`${base}/index.php/login/v2/grant?stateToken=${stateToken}`)
  await submit(request, `${base}/index.php/login/v2/grant`, { stateToken, requesttoken: await requestTokenOf(page) })
}

/** In a form's hidden field, or (Nextcloud 33) among what the page's scripts begin with: base64 of JSON. */
function stateTokenIn(page: string): string | undefined {
  const states = [...page.matchAll(/id="initial-state-[^"]*" value="([^"]*)"/g)]
  const texts = [page, ...states.map(([, encoded = '']) => Buffer.from(encoded, 'base64').toString('utf8'))]
  return texts.map((text) => /stateToken"?(?:=|:"|" value=")([A-Za-z0-9]{20,})/.exec(text)?.[1]).find(Boolean)
}

async function submit(request: APIRequestContext, url: string, form: Record<string, string>): Promise<void> {
  // Nextcloud takes a login from its own page only (recorded nextcloud-32.0.1/06-20).
  const answer = await request.post(url, { form, headers: { Origin: new URL(url).origin } })
  if (answer.status() >= 400) throw new Error(`${url} answered ${answer.status()}`)
}

export async function requestTokenOf(page: APIResponse): Promise<string> {
  const found = /data-requesttoken="([^"]+)"/.exec(await page.text())?.[1]
  if (!found) throw new Error(`${page.url()} has no request token`)
  return found
}
