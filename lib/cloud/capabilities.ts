import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Http } from './http.ts'
import { askOcs } from './ocs.ts'
import { find, textOf, type XmlNode } from './xml.ts'

export interface Capabilities {
  /** 0 when unknown. */
  major: number
  /** Whether federated shares may come in and go out; absent when the server says nothing about it. */
  federation: { incoming?: boolean; outgoing?: boolean }
  /** Where the server believes its Open Cloud Mesh endpoint to be, e.g. `https://cloud.example.org/ocm`. */
  ocmEndPoint?: string
}

/**
 * What the home can do, as told to the account. Recorded: nextcloud-32.0.1/01-11, 04-80, 04-81, owncloud-10.15.2/111,
 * 834, 845. `incoming: false` is a hint, no proof: Nextcloud 32 says so too when only the trusted servers app is off.
 */
export async function readCapabilities(http: Http): Promise<Result<Capabilities>> {
  const answer = await askOcs(http, { method: 'GET', path: '/cloud/capabilities' })
  if (!answer.ok) return answer
  const data = answer.value
  if (!data || !find(data, 'capabilities')) return failed(failure('answer-unreadable', 'no capabilities'))
  const federation = find(data, 'capabilities', 'files_sharing', 'federation')
  const ocmEndPoint = textOf(data, 'capabilities', 'ocm', 'endPoint')
  return ok({
    major: Number.parseInt(textOf(data, 'version', 'major') ?? '', 10) || 0,
    federation: { ...flag(federation, 'incoming'), ...flag(federation, 'outgoing') },
    ...(ocmEndPoint ? { ocmEndPoint } : {}),
  })
}

/** XML writes true as `1` and false as nothing. */
function flag<K extends string>(node: XmlNode | undefined, name: K): Partial<Record<K, boolean>> {
  const value = textOf(node, name)
  return (value === undefined ? {} : { [name]: value === '1' || value === 'true' }) as Partial<Record<K, boolean>>
}
