/** A file as it is, a folder as a zip. */

import type { Answer } from '../http/answer.ts'
import { nameOf } from './entry.ts'
import type { DavTree } from './entry.ts'
import { zip } from './zip.ts'

/** Recorded: nextcloud-32.0.1/04-61, owncloud-10.15.2/330, 331. */
export async function download(tree: DavTree, path: string, name: string): Promise<Answer> {
  const entry = await tree.stat(path)
  if (entry.kind === 'dir') {
    const files = await filesBelow(tree, path)
    return { status: 200, headers: { 'Content-Type': 'application/zip', ...named(`${name}.zip`) }, body: zip(files) }
  }
  const type = entry.mimetype.startsWith('text/') ? `${entry.mimetype};charset=UTF-8` : entry.mimetype
  const etag = { ETag: `"${entry.etag}"`, 'OC-ETag': `"${entry.etag}"` }
  return { status: 200, headers: { 'Content-Type': type, ...named(name), ...etag }, body: await tree.read(path) }
}

function named(name: string): Record<string, string> {
  const encoded = encodeURIComponent(name)
  return { 'Content-Disposition': `attachment; filename*=UTF-8''${encoded}; filename="${encoded}"` }
}

async function filesBelow(tree: DavTree, folder: string, prefix = ''): Promise<{ name: string; bytes: Uint8Array }[]> {
  const found = []
  for (const entry of await tree.list(folder)) {
    const name = prefix + nameOf(entry.path)
    if (entry.kind === 'dir') found.push(...(await filesBelow(tree, entry.path, `${name}/`)))
    else found.push({ name, bytes: await tree.read(entry.path) })
  }
  return found
}
