import { chunk, compress, decodePng, signature, type Box, type Pixels } from './png.ts'

export interface Frame {
  png: Buffer
  /** How long it stays, in milliseconds. */
  milliseconds: number
}

/** An animated PNG (w3.org/TR/png, 5.5) that repeats for ever. Of each frame only what has changed is kept. */
export function animate(frames: Frame[]): Buffer {
  const [first] = frames
  if (!first) throw new Error('an animation needs a frame')
  const parts: Buffer[] = []
  let before: Pixels | undefined
  let sequence = 0
  let count = 0
  for (const { png, milliseconds } of frames) {
    const pixels = decodePng(png)
    const box = before ? changed(before, pixels) : { x: 0, y: 0, width: pixels.width, height: pixels.height }
    parts.push(chunk('fcTL', control(sequence++, box, milliseconds)))
    const data = compress(pixels, box)
    parts.push(before ? chunk('fdAT', Buffer.concat([number(sequence++), data])) : chunk('IDAT', data))
    before = pixels
    count++
  }
  const { width, height } = before as Pixels
  const head = Buffer.concat([number(width), number(height), Buffer.from([8, 2, 0, 0, 0])])
  const animation = chunk('acTL', Buffer.concat([number(count), number(0)]))
  return Buffer.concat([signature, chunk('IHDR', head), animation, ...parts, chunk('IEND', Buffer.alloc(0))])
}

/** The rectangle around everything that differs; one pixel where nothing does. */
export function changed(before: Pixels, after: Pixels): Box {
  const { width, height } = after
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let at = 0; at < after.rgb.length; at++) {
    if (before.rgb[at] === after.rgb[at]) continue
    const pixel = Math.floor(at / 3)
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

function control(sequence: number, { x, y, width, height }: Box, milliseconds: number): Buffer {
  const time = Buffer.alloc(4)
  time.writeUInt16BE(milliseconds)
  time.writeUInt16BE(1000, 2)
  return Buffer.concat([...[sequence, width, height, x, y].map(number), time, Buffer.from([0, 0])])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
