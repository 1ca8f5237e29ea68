import type { Cloud, Fault } from '../cloud-server/index.ts'

type Spoiling = (cloud: Cloud, path: string) => Omit<Fault, 'path' | 'method'>

/** One way in which a single request goes wrong. */
export interface Disturbance {
  /** Heading of its column. */
  name: string
  how: Spoiling | 'answered late' | 'never answered'
}

const page = (title: string): string => `<!DOCTYPE html><html><head><title>${title}</title></head><body></body></html>`

/** The server itself refuses, in the words of the interface that was asked, and has done nothing. */
const refusal =
  (status: number, code: number, message: string): Spoiling =>
  (_, path) => ({
    status,
    ...(path.startsWith('/ocs/')
      ? {
          contentType: 'application/xml; charset=utf-8',
          body: `<?xml version="1.0"?><ocs><meta><status>failure</status><statuscode>${code}</statuscode><message>${message}</message></meta><data/></ocs>`,
        }
      : { contentType: 'application/json; charset=utf-8', body: JSON.stringify({ message }) }),
  })

const html =
  (status: number, title: string): Spoiling =>
  () => ({ status, contentType: 'text/html; charset=utf-8', body: page(title) })

/** `<`: the server has not acted. `>`: it has, only its answer suffers. */
export const disturbances: Disturbance[] = [
  { name: 'drop<', how: () => ({ drop: true }) },
  { name: 'drop>', how: () => ({ drop: true, before: false }) },
  { name: 'hang<', how: 'never answered' },
  { name: '30s>', how: 'answered late' },
  { name: 'cut>', how: () => ({ truncateAt: 12 }) },
  { name: 'html', how: html(200, 'Welcome') },
  { name: '401', how: refusal(401, 997, 'Current user is not logged in') },
  { name: '403', how: refusal(403, 403, 'Forbidden') },
  { name: '404', how: refusal(404, 404, 'Not found') },
  {
    name: '412',
    how: () => ({ status: 412, contentType: 'application/json', body: '{"message":"CSRF check failed"}' }),
  },
  { name: '429', how: html(429, 'Too many requests') },
  { name: '500<', how: html(500, 'Internal Server Error') },
  { name: '500>', how: (...request) => ({ ...html(500, 'Internal Server Error')(...request), before: false }) },
  { name: '503', how: html(503, 'Maintenance mode') },
  { name: 'login', how: ({ base }) => ({ status: 302, headers: { Location: `${base}/login` }, body: '' }) },
  { name: 'type>', how: () => ({ before: false, contentType: 'image/png' }) },
  { name: '50MB>', how: () => ({ padToBytes: 50_000_000 }) },
]
