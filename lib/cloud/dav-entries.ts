import { child, find, textOf, type XmlNode } from './xml.ts'

export interface DavEntry {
  /** In the account's Files, decoded, no trailing slash: `/Photos (2)/a.jpg`; `/` is the root. */
  path: string
  name: string
  kind: 'folder' | 'file'
  /** Bytes; absent when unknown (a mount that was not scanned yet). */
  size?: number
  /** Milliseconds since the epoch. */
  mtime?: number
  fileId?: string
  /** Letters such as `SRGDNVCK`: S shared, M mounted, W writable file, CK folder that can be written into. */
  permissions: string
  /** Nextcloud only: `shared` for a mounted share, `group`, `external`, or absent. */
  mountType?: string
  /** The user shares it with somebody. */
  shared?: boolean
  /** Bytes that still fit into this folder; absent where there is no limit or none is known. */
  free?: number
}

/** Reads a WebDAV multistatus. Answers outside the user's own files are left out. */
export function readEntries(multistatus: XmlNode, userId: string): DavEntry[] {
  return multistatus.children.flatMap((response) => (response.name === 'response' ? readEntry(response, userId) : []))
}

function readEntry(response: XmlNode, userId: string): DavEntry[] {
  const path = pathOf(textOf(response, 'href') ?? '', userId)
  const found = response.children.find(
    (node) => node.name === 'propstat' && / 200\b/.test(textOf(node, 'status') ?? ''),
  )
  const prop = child(found, 'prop')
  if (path === null || !prop) return []
  const isFolder = find(prop, 'resourcetype', 'collection') !== undefined
  const size = Number.parseInt(textOf(prop, 'size') || textOf(prop, 'getcontentlength') || '', 10)
  const mtime = Date.parse(textOf(prop, 'getlastmodified') ?? '')
  const fileId = textOf(prop, 'fileid')
  const mountType = textOf(prop, 'mount-type')
  const shareTypes = child(prop, 'share-types')?.children ?? []
  const free = Number.parseInt(textOf(prop, 'quota-available-bytes') ?? '', 10)
  return [
    {
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      kind: isFolder ? 'folder' : 'file',
      ...(size >= 0 ? { size } : {}),
      ...(Number.isNaN(mtime) ? {} : { mtime }),
      ...(fileId ? { fileId } : {}),
      permissions: textOf(prop, 'permissions') ?? '',
      ...(mountType ? { mountType } : {}),
      ...(shareTypes.length > 0 ? { shared: true } : {}),
      // Negative: not computed, unknown or unlimited (recorded owncloud-10.15.2/416).
      ...(free >= 0 ? { free } : {}),
    },
  ]
}

/** `[https://host][/sub]/remote.php/dav/files/UID/a%20b/` to `/a b`; null when it is not below the user's files. */
function pathOf(href: string, userId: string): string | null {
  const [, inside = ''] = /\/remote\.php\/dav\/files\/(.*)$/s.exec(href) ?? []
  const [owner, ...segments] = inside.split('/').map(decode)
  if (owner?.toLowerCase() !== userId.toLowerCase()) return null
  return `/${segments.filter(Boolean).join('/')}`
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
