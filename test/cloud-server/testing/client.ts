/** What the tests of this folder speak to a cloud with. */

import type { Cloud } from '../api.ts'
import { basic, call, formBody } from '../http/call.ts'
import type { CallOptions, Reply } from '../http/call.ts'

export const password = 'alice-pass-1'

export interface OcsBody<Data> {
  ocs: { meta: { status: string; statuscode: number; message: string | null; totalitems?: string }; data: Data }
}

export interface OcsAnswer<Data> extends Reply {
  meta: OcsBody<Data>['ocs']['meta']
  data: Data
}

export const remoteShares = '/apps/files_sharing/api/v1/remote_shares'

/** OCS v2 as JSON, as `alice` unless told otherwise. */
export async function ocs<Data = unknown>(
  cloud: Cloud,
  method: string,
  path: string,
  options: { user?: string; form?: Record<string, string> } = {},
): Promise<OcsAnswer<Data>> {
  const { headers, body } = options.form ? formBody(options.form) : {}
  const sent = { ...headers, ...basic(options.user ?? 'alice', password), 'OCS-APIRequest': 'true' }
  const reply = await call(method, `${cloud.base}/ocs/v2.php${path}?format=json`, {
    headers: sent,
    ...(body === undefined ? {} : { body }),
  })
  const { meta, data } = (JSON.parse(reply.body.toString('utf8')) as OcsBody<Data>).ocs
  return { ...reply, meta, data }
}

export type Row = { id: number | string; name: string; remote: string; mountpoint: string }

/** Accepts alice's pending share of that name. */
export async function mountPending(at: Cloud, name: string): Promise<Row> {
  const pending = await ocs<Row[]>(at, 'GET', `${remoteShares}/pending`)
  const row = pending.data.find((candidate) => candidate.name === name)
  if (!row) throw new Error(`${name} is not pending`)
  await ocs(at, 'POST', `${remoteShares}/pending/${row.id}`)
  return row
}

export async function createFederatedShare(
  remote: Cloud,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; message?: string; remoteUrl?: string }> {
  const form = formBody(fields)
  const reply = await call('POST', `${remote.base}/index.php/apps/federatedfilesharing/createFederatedShare`, {
    ...form,
    headers: { ...form.headers, ...headers },
  })
  return {
    status: reply.status,
    ...(JSON.parse(reply.body.toString('utf8')) as { message?: string; remoteUrl?: string }),
  }
}

/** Follows nothing, keeps cookies, finds the request token of the last page. */
export class Browser {
  #cookies = new Map<string, string>()
  page = ''

  async go(method: string, url: string, options: CallOptions = {}): Promise<Reply> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await call(method, url, { ...options, headers: { ...options.headers, Cookie: cookie } })
    for (const [, name = '', value = ''] of (reply.headers['set-cookie'] ?? '').matchAll(
      /(?:^|,)\s*([\w-]+)=([^;,]*);/g,
    ))
      this.#cookies.set(name, value)
    this.page = reply.body.toString('utf8')
    return reply
  }

  get token(): string {
    return /data-requesttoken="([^"]+)"/.exec(this.page)?.[1] ?? ''
  }

  async logIn(cloud: Cloud, user = 'alice'): Promise<Reply> {
    await this.go('GET', `${cloud.base}/login`)
    return this.post(
      `${cloud.base}/login`,
      { user, password, requesttoken: this.token },
      { Origin: new URL(cloud.base).origin },
    )
  }

  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
    const form = formBody(fields)
    return this.go('POST', url, { ...form, headers: { ...form.headers, ...headers } })
  }
}
