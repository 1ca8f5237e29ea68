import { ok, type Result } from '../domain/result.ts'
import type { Http } from './http.ts'
import { isObject, parseJson } from './json.ts'

/**
 * Whether the owner of an app password has asked for everything on its device to be removed. To be asked once, after
 * a 401: `POST /index.php/core/wipe/check`, public; `{"wipe":true}` or 404 (nextcloud/server
 * core/Controller/WipeController.php). ownCloud has no such call.
 */
export async function isToBeWiped(http: Http, appPassword: string): Promise<Result<boolean>> {
  const result = await http.sendRaw({
    method: 'POST',
    path: '/index.php/core/wipe/check',
    form: { token: appPassword },
  })
  if (!result.ok) return result
  const body = result.value.status === 200 ? parseJson(result.value.text) : undefined
  return ok(isObject(body) && body['wipe'] === true)
}

/** Tells the server that everything is gone; it then forgets the app password. Whether it has understood. */
export async function reportWiped(http: Http, appPassword: string): Promise<boolean> {
  const result = await http.sendRaw({
    method: 'POST',
    path: '/index.php/core/wipe/success',
    form: { token: appPassword },
  })
  return result.ok && result.value.status === 200
}
