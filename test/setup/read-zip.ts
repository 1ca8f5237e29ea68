import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const entrySignature = 0x02014b50
const endSignature = 0x06054b50

/** The files of a zip archive by name. Reads what zip tools write today: no spanning, no encryption, under 4 GB. */
export function readZip(path: string): Map<string, Buffer> {
  const bytes = readFileSync(path)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || bytes.readUInt32LE(end) !== endSignature) throw new Error(`${path} is no zip archive`)
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new Error(`${path} is damaged`)
    const method = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 20)
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const stored = bytes.subarray(start, start + size)
    if (!name.endsWith('/')) files.set(name, method === 0 ? stored : inflateRawSync(stored))
    at += 46 + nameLength + extra + comment
  }
  return files
}
