import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Eight bits each of red, green and blue, row by row. */
export interface Pixels {
  width: number
  height: number
  rgb: Uint8Array
}

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Reads what browsers write: eight bits, with or without alpha (which is dropped), not interlaced. */
export function decodePng(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const channels = png[25] === 6 ? 4 : 3
  if (png[24] !== 8 || (png[25] !== 2 && png[25] !== 6) || png[28] !== 0) throw new Error('unexpected kind of PNG')
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const raw = inflateSync(Buffer.concat(data))
  const stride = width * channels
  const rgb = new Uint8Array(width * height * 3)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1)
    const row = new Uint8Array(raw.subarray(start + 1, start + 1 + stride))
    unfilter(raw[start] ?? 0, row, above, channels)
    for (let x = 0; x < width; x++) rgb.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3)
    above = row
  }
  return { width, height, rgb }
}

function unfilter(kind: number, row: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < row.length; at++) {
    const left = at < step ? 0 : (row[at - step] ?? 0)
    const corner = at < step ? 0 : (above[at - step] ?? 0)
    row[at] = ((row[at] ?? 0) + predicted(kind, left, above[at] ?? 0, corner)) & 255
  }
}

/** The five filters of PNG (w3.org/TR/png, 9.2). */
function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The compressed data of a rectangle, each row with the filter that leaves the least. */
export function compress({ width, rgb }: Pixels, box: Box): Buffer {
  const stride = box.width * 3
  const lines: Uint8Array[] = []
  let above: Uint8Array = new Uint8Array(stride)
  for (let y = box.y; y < box.y + box.height; y++) {
    const start = (y * width + box.x) * 3
    const row = rgb.subarray(start, start + stride)
    lines.push(bestLine(row, above))
    above = row
  }
  return deflateSync(Buffer.concat(lines), { level: 9 })
}

function bestLine(row: Uint8Array, above: Uint8Array): Uint8Array {
  let best = new Uint8Array()
  let least = Infinity
  for (const kind of [0, 1, 2, 4]) {
    const line = new Uint8Array(row.length + 1)
    line[0] = kind
    let sum = 0
    for (let at = 0; at < row.length; at++) {
      const left = at < 3 ? 0 : (row[at - 3] ?? 0)
      const value = ((row[at] ?? 0) - predicted(kind, left, above[at] ?? 0, at < 3 ? 0 : (above[at - 3] ?? 0))) & 255
      line[at + 1] = value
      sum += value < 128 ? value : 256 - value
    }
    if (sum < least) [best, least] = [line, sum]
  }
  return best
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
