/** The OCS envelope, in both versions and both formats (rules: recorded/README.md, "General" and "OCS conventions"). */

import type { CloudState } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import type { Incoming } from '../http/incoming.ts'
import { ocsXml } from './ocs-xml.ts'
import { phpJson } from './php-json.ts'

export interface OcsReply {
  /** 200, or what went wrong: a HTTP status or one of OCS' own 996…999. */
  code: number
  /** Undefined: what the product says when all is well. */
  message?: string | undefined
  data: unknown
  /** Written by code outside the framework: no totals, other XML type. */
  isBare?: boolean
  /** Nothing at all, as a page: what Nextcloud's rate limit says (recorded: nextcloud-32.0.1/02-99). */
  isEmpty?: boolean
  headers?: Record<string, string>
}

export function ok(data: unknown = [], message?: string): OcsReply {
  return { code: 200, data, message }
}

export function failure(code: number, message: string): OcsReply {
  return { code, message, data: [] }
}

export function renderOcs(cloud: CloudState, request: Incoming, version: 1 | 2, reply: OcsReply): Answer {
  if (reply.isEmpty) return { status: reply.code, headers: { 'Content-Type': 'text/html; charset=UTF-8' }, body: '' }
  const isJson = wantsJson(cloud, request)
  const meta = metaOf(cloud, version, reply)
  const xmlType = reply.isBare ? 'text/xml; charset=UTF-8' : 'application/xml; charset=utf-8'
  return {
    status: httpStatus(cloud, version, reply.code),
    headers: { ...reply.headers, 'Content-Type': isJson ? 'application/json; charset=utf-8' : xmlType },
    body: isJson ? phpJson({ ocs: { meta, data: emptyAsList(reply.data) } }) : ocsXml(meta, reply.data),
  }
}

/** 405 has no envelope at all (recorded: nextcloud-32.0.1/04-14-get-pending-by-pending-id, owncloud-10.15.2/555). */
export function ocsMethodNotAllowed(cloud: CloudState, request: Incoming): Answer {
  const type = wantsJson(cloud, request) ? 'application/json; charset=utf-8' : 'text/xml; charset=UTF-8'
  return { status: 405, headers: { 'Content-Type': type }, body: '' }
}

function wantsJson(cloud: CloudState, request: Incoming): boolean {
  const format = request.query.get('format')
  if (format !== null) return format === 'json'
  return cloud.product.ocs.heedsAccept && (request.headers['accept'] ?? '').includes('application/json')
}

function metaOf(cloud: CloudState, version: 1 | 2, reply: OcsReply): Record<string, unknown> {
  const isOk = reply.code === 200
  const { okMessage, totals, bareTotals } = cloud.product.ocs
  const statuscode = isOk && version === 1 ? 100 : reply.code
  const meta = { status: isOk ? 'ok' : 'failure', statuscode, message: reply.message ?? (isOk ? okMessage : '') }
  const hasTotals = (totals === 'both' || version === 1) && (bareTotals || !reply.isBare)
  return hasTotals ? { ...meta, totalitems: '', itemsperpage: '' } : meta
}

/** Version 1 says 200 to nearly everything. */
function httpStatus(cloud: CloudState, version: 1 | 2, code: number): number {
  if (code === 997 || (code === 403 && version === 1 && cloud.product.ocs.v1HidesForbidden)) return 401
  if (version === 1 && code !== 503 && code !== 429) return 200
  return { 996: 500, 998: 404, 999: 500 }[code] ?? code
}

/** PHP cannot tell an empty object from an empty list. */
function emptyAsList(data: unknown): unknown {
  return typeof data === 'object' && data !== null && Object.keys(data).length === 0 ? [] : data
}
