/** The smallest useful zip: every file stored as it is. */

import { crc32 } from 'node:zlib'

export function zip(files: { name: string; bytes: Uint8Array }[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const encoded = Buffer.from(name, 'utf8')
    const facts = factsOf(encoded, bytes)
    const body = Buffer.concat([numbers([0x04034b50, 4]), facts, encoded, bytes])
    directory.push(
      Buffer.concat([
        numbers([0x02014b50, 4], [20, 2]),
        facts,
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        encoded,
      ]),
    )
    bodies.push(body)
    offset += body.byteLength
  }
  const index = Buffer.concat(directory)
  const end = numbers(
    [0x06054b50, 4],
    [0, 4],
    [files.length, 2],
    [files.length, 2],
    [index.byteLength, 4],
    [offset, 4],
    [0, 2],
  )
  return Buffer.concat([...bodies, index, end])
}

/** Version, UTF-8 flag, method, time and date (1980-01-01), checksum, sizes: alike in both headers. */
function factsOf(name: Buffer, bytes: Uint8Array): Buffer {
  return numbers(
    [20, 2],
    [0x0800, 2],
    [0, 2],
    [0, 2],
    [0x21, 2],
    [crc32(bytes), 4],
    [bytes.byteLength, 4],
    [bytes.byteLength, 4],
    [name.byteLength, 2],
    [0, 2],
  )
}

function numbers(...values: [value: number, bytes: number][]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes)
      buffer.writeUIntLE(value, 0, bytes)
      return buffer
    }),
  )
}
