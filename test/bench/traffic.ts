import type { Cloud, LoggedRequest } from '../cloud-server/index.ts'

/** A request that the browser sent, and whom to. */
export interface Sent {
  cloud: Cloud
  request: LoggedRequest
}

/** What the browser has sent to these clouds, in order. What clouds say to each other has no user agent. */
export const sentByBrowser = (clouds: Cloud[]): Sent[] =>
  clouds
    .flatMap((cloud) => cloud.log.map((request) => ({ cloud, request })))
    .filter(({ request }) => request.headers['user-agent'] !== undefined)
    .sort((a, b) => a.request.at - b.request.at)

/** Documents that were shown in a tab; a redirect shows nothing. */
export const pageLoads = (sent: Sent[]): number =>
  sent.filter(({ request: { headers, status } }) => headers['sec-fetch-dest'] === 'document' && status === 200).length

/** The requests of one mount: without the inbox's own refresh, which comes after it. */
export function ofMount(sent: Sent[]): Sent[] {
  const last = sent.at(-1)?.request
  return last?.method === 'GET' && last.path.endsWith('/pending') ? ofMount(sent.slice(0, -1)) : sent
}
