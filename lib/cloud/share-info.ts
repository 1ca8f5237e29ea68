import type { Http } from './http.ts'
import { isObject, parseJson, textField } from './json.ts'

export interface ShareInfo {
  /** HTTP status; 0 when no answer came. */
  status: number
  name?: string
  /** Bit mask of what the link grants: 1 is reading. */
  permissions?: number
}

/**
 * Asks ownCloud, since 7, what a link leads to: `POST /index.php/apps/files_sharing/shareinfo`, public. 404 without the
 * password it wants, 403 with a wrong one. Recorded: owncloud-10.15.2/360-366.
 */
export async function readShareInfo(http: Http, token: string, password?: string): Promise<ShareInfo> {
  const result = await http.sendRaw({
    method: 'POST',
    path: `/index.php/apps/files_sharing/shareinfo?t=${encodeURIComponent(token)}`,
    form: password === undefined ? {} : { password },
  })
  if (!result.ok) return { status: 0 }
  const { status, text } = result.value
  const body = parseJson(text)
  const name = textField(body, 'data', 'name')
  const permissions = isObject(body) && isObject(body['data']) ? body['data']['permissions'] : undefined
  return {
    status,
    ...(name && !/[/\\]/.test(name) ? { name } : {}),
    ...(typeof permissions === 'number' ? { permissions } : {}),
  }
}
