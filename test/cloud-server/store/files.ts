/** Users' files: a tree per user. Shares hold nodes, not paths, so they survive renames. */

import { createHash } from 'node:crypto'

export interface FileNode {
  readonly id: number
  readonly owner: string
  parent: FileNode | undefined
  name: string
  /** Seconds since the epoch. */
  mtime: number
  bytes?: Uint8Array
  children?: Map<string, FileNode>
}

export class FileStore {
  #roots = new Map<string, FileNode>()
  #lastId = 4

  nextId(): number {
    return ++this.#lastId
  }

  root(user: string): FileNode {
    let root = this.#roots.get(user)
    if (!root) {
      root = { id: this.nextId(), owner: user, parent: undefined, name: '', mtime: now(), children: new Map() }
      this.#roots.set(user, root)
    }
    return root
  }

  find(user: string, path: string): FileNode | undefined {
    return descend(this.root(user), path)
  }

  byId(user: string, id: number): FileNode | undefined {
    const search = (node: FileNode): FileNode | undefined =>
      node.id === id ? node : [...(node.children?.values() ?? [])].map(search).find(Boolean)
    return search(this.root(user))
  }

  /** Makes parent folders; an existing file keeps its id. */
  write(user: string, path: string, bytes: Uint8Array): FileNode {
    return this.writeBelow(this.root(user), path, bytes)
  }

  writeBelow(root: FileNode, path: string, bytes: Uint8Array): FileNode {
    const parts = split(path)
    const name = parts.pop() ?? ''
    const folder = this.#makeFolders(root, parts)
    const node = folder.children?.get(name) ?? this.#adopt(folder, name)
    node.bytes = bytes
    touch(node)
    return node
  }

  makeFolder(root: FileNode, path: string): FileNode {
    return this.#makeFolders(root, split(path))
  }

  remove(node: FileNode): void {
    node.parent?.children?.delete(node.name)
    if (node.parent) touch(node.parent)
    node.parent = undefined
  }

  move(node: FileNode, folder: FileNode, name: string): void {
    this.remove(node)
    node.name = name
    node.parent = folder
    folder.children?.set(name, node)
    touch(folder)
  }

  /** False once the node or a folder above it was deleted. */
  isAttached(node: FileNode): boolean {
    return node.parent ? this.isAttached(node.parent) : node === this.#roots.get(node.owner)
  }

  #makeFolders(root: FileNode, parts: string[]): FileNode {
    let folder = root
    for (const part of parts) {
      let child = folder.children?.get(part)
      if (!child) {
        child = this.#adopt(folder, part)
        child.children = new Map()
      }
      folder = child
    }
    return folder
  }

  #adopt(folder: FileNode, name: string): FileNode {
    const node: FileNode = { id: this.nextId(), owner: folder.owner, parent: folder, name, mtime: now() }
    folder.children?.set(name, node)
    touch(folder)
    return node
  }
}

export function split(path: string): string[] {
  return path.split('/').filter(Boolean)
}

export function descend(root: FileNode, path: string): FileNode | undefined {
  return split(path).reduce<FileNode | undefined>((node, part) => node?.children?.get(part), root)
}

export function pathOf(node: FileNode): string {
  return node.parent ? `${node.parent.parent ? pathOf(node.parent) : ''}/${node.name}` : '/'
}

export function sizeOf(node: FileNode): number {
  if (node.bytes) return node.bytes.byteLength
  return [...(node.children?.values() ?? [])].reduce((sum, child) => sum + sizeOf(child), 0)
}

export function etagOf(node: FileNode): string {
  const seed = node.bytes ?? `${node.id}/${node.mtime}/${sizeOf(node)}/${node.children?.size ?? 0}`
  return createHash('md5').update(`${node.id}`).update(seed).digest('hex')
}

export function isFolder(node: FileNode): boolean {
  return node.children !== undefined
}

function touch(node: FileNode): void {
  node.mtime = now()
  if (node.parent) touch(node.parent)
}

export function now(): number {
  return Math.floor(Date.now() / 1000)
}
