import { describe, expect, it } from 'vitest'
import { animate, changed } from '../store/apng.ts'
import { chunk, compress, decodePng, signature, type Pixels } from '../store/png.ts'

const size = { width: 7, height: 5 }
const whole = { x: 0, y: 0, ...size }

function pixels(seed: number): Pixels {
  const rgb = Uint8Array.from({ length: size.width * size.height * 3 }, (_, at) => (at * seed * 31 + at) % 256)
  return { ...size, rgb }
}

function png(picture: Pixels): Buffer {
  const head = Buffer.from([0, 0, 0, size.width, 0, 0, 0, size.height, 8, 2, 0, 0, 0])
  const parts = [chunk('IHDR', head), chunk('IDAT', compress(picture, whole)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

describe('animated pictures', () => {
  it('what is compressed is read back', () => {
    for (const seed of [0, 1, 3, 7]) expect(decodePng(png(pixels(seed))).rgb).toEqual(pixels(seed).rgb)
  })

  it('keep of each frame what has changed', () => {
    const [before, after] = [pixels(1), pixels(1)]
    after.rgb[(2 * size.width + 3) * 3] = 9
    after.rgb[(4 * size.width + 5) * 3 + 2] = 9
    expect(changed(before, after)).toEqual({ x: 3, y: 2, width: 3, height: 3 })
    expect(changed(before, pixels(1))).toEqual({ x: 0, y: 0, width: 1, height: 1 })
    const frames = [before, after].map((picture) => ({ png: png(picture), milliseconds: 40 }))
    const text = animate(frames).toString('latin1')
    const order = [...text.matchAll(/IHDR|acTL|fcTL|IDAT|fdAT|IEND/g)].map(([type]) => type)
    expect(order).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND'])
  })
})
