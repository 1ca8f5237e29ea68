/** PROPFIND answers. */

import { escapeXml } from '../answers/ocs-xml.ts'
import type { CloudState } from '../cloud-state.ts'
import { can } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import type { Entry } from './entry.ts'

const namespaces: Record<string, string> = {
  'DAV:': 'd',
  'http://owncloud.org/ns': 'oc',
  'http://nextcloud.org/ns': 'nc',
  'http://open-collaboration-services.org/ns': 'ocs',
  'http://open-cloud-mesh.org/ns': 'ocm',
}

/** Names of the wanted properties as `prefix:name`, with our own prefixes; undefined when the body names none. */
export function wantedProperties(body: string): string[] | undefined {
  const prop = /<(?:\w+:)?prop(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?prop>/.exec(body)?.[1]
  if (prop === undefined) return undefined
  const prefixes = new Map(
    [...body.matchAll(/xmlns:(\w+)="([^"]+)"/g)].map(([, prefix = '', uri = '']) => [prefix, uri]),
  )
  const fallback = /xmlns="([^"]+)"/.exec(body)?.[1] ?? 'DAV:'
  return [...prop.matchAll(/<(?:(\w+):)?([\w-]+)[^>]*>/g)].map(([, prefix, name = '']) => {
    const uri = prefix === undefined ? fallback : (prefixes.get(prefix) ?? '')
    return `${namespaces[uri] ?? 'x'}:${name}`
  })
}

const usualProperties = [
  'd:getlastmodified',
  'd:getcontentlength',
  'd:resourcetype',
  'd:quota-used-bytes',
  'd:quota-available-bytes',
  'd:getetag',
  'd:getcontenttype',
]

/** Without a list, servers send what they have; with one, they also say what they have not (recorded: nextcloud-32.0.1/04-20, 04-65). */
export function responseXml(cloud: CloudState, href: string, entry: Entry, wanted: string[] | undefined): string {
  const known = (wanted ?? usualProperties).map((name) => [name, valueOf(cloud, entry, name)] as const)
  const found = known.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          value === '' && name !== 'oc:permissions' && name !== 'nc:mount-type'
            ? `<${name}/>`
            : `<${name}>${value}</${name}>`,
        ],
  )
  const missing = wanted ? known.flatMap(([name, value]) => (value === undefined ? [`<${name}/>`] : [])) : []
  return `<d:response><d:href>${escapeXml(href)}</d:href>${propstat(found, '200 OK')}${propstat(missing, '404 Not Found')}</d:response>`
}

function propstat(properties: string[], status: string): string {
  return properties.length === 0
    ? ''
    : `<d:propstat><d:prop>${properties.join('')}</d:prop><d:status>HTTP/1.1 ${status}</d:status></d:propstat>`
}

function valueOf(cloud: CloudState, entry: Entry, name: string): string | undefined {
  const folder = entry.kind === 'dir'
  const isNextcloud = cloud.product.family === 'nextcloud'
  const values: Record<string, () => string | undefined> = {
    'd:resourcetype': () => (folder ? '<d:collection/>' : ''),
    'd:getlastmodified': () => new Date(entry.mtime * 1000).toUTCString(),
    'd:getcontentlength': () => (folder ? undefined : String(entry.size)),
    'd:getcontenttype': () => (folder ? undefined : entry.mimetype),
    'd:getetag': () => `&quot;${entry.etag}&quot;`,
    'd:quota-used-bytes': () => (folder ? String(entry.size) : undefined),
    'd:quota-available-bytes': () => (folder ? free(cloud) : undefined),
    'd:displayname': () => escapeXml(entry.path.split('/').pop() ?? ''),
    'oc:fileid': () => String(entry.id),
    'oc:id': () => String(entry.id).padStart(8, '0') + cloud.instanceId,
    'oc:size': () => (isNextcloud && folder && entry.isMounted ? '-1' : String(entry.size)),
    'oc:permissions': () => letters(entry, isNextcloud),
    'oc:owner-id': () => escapeXml(entry.ownerId),
    'oc:owner-display-name': () => escapeXml(entry.ownerName),
    'oc:share-types': () =>
      [...new Set(sharesOf(cloud, entry).map(({ type }) => `<oc:share-type>${type}</oc:share-type>`))].join(''),
    ...linkValues(entry),
    'nc:mount-type': () => (isNextcloud ? (entry.isMountRoot ? 'shared' : '') : undefined),
    'ocs:share-permissions': () => (isNextcloud ? undefined : String(entry.permissions)),
    'ocm:share-permissions': () => (isNextcloud ? escapeXml(words(entry.permissions)) : undefined),
  }
  return values[name]?.()
}

/** What a user gives away of their own. */
const sharesOf = (cloud: CloudState, entry: Entry): Share[] =>
  entry.isMounted ? [] : cloud.shares.live().filter(({ node }) => node.id === entry.id)

/** -3: no limit (recorded: owncloud-10.15.2/416). */
const free = ({ settings }: CloudState): string => (settings.freeBytes === Infinity ? '-3' : String(settings.freeBytes))

/** Recorded: owncloud-10.15.2/350-356. */
function linkValues({ link }: Entry): Record<string, () => string | undefined> {
  if (!link) return {}
  return {
    'oc:public-link-permission': () => String(link.permissions),
    'oc:public-link-item-type': () => (link.node.bytes ? 'file' : 'folder'),
    'oc:public-link-share-datetime': () => new Date(link.createdAt * 1000).toUTCString(),
    'oc:public-link-share-owner': () => escapeXml(link.owner),
    'oc:public-link-expiration': () => (link.expireDate ? `${link.expireDate} 00:00:00` : undefined),
  }
}

/** S mounted, R may share, G may read (Nextcloud), D delete, NV rename and move, W write a file, CK create in a folder. */
function letters({ permissions, kind, isMounted, isMountRoot }: Entry, isNextcloud: boolean): string {
  const has = (permission: number) => (permissions & permission) !== 0
  const mayRename = has(can.update) || (isMountRoot && isNextcloud)
  return [
    isMounted ? 'S' : '',
    has(can.share) ? 'R' : '',
    isNextcloud && has(can.read) ? 'G' : '',
    has(can.delete) ? 'D' : '',
    mayRename ? 'NV' : '',
    kind === 'file' && has(can.update) ? 'W' : '',
    kind === 'dir' && has(can.create) ? 'CK' : '',
  ].join('')
}

function words(permissions: number): string {
  const has = (permission: number) => (permissions & permission) !== 0
  return JSON.stringify([
    ...(has(can.share) ? ['share'] : []),
    ...(has(can.read) ? ['read'] : []),
    ...(has(can.update | can.create) ? ['write'] : []),
  ])
}
