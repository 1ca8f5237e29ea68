import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../setup/install.mjs'
import { sizes } from '../store/icons.ts'

const folder = join(root, 'public/icon')

it('there is one logo, and a picture of it in every size', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...sizes.map(({ size }) => `${size}.png`), 'logo.svg'].toSorted())
})

it.each(sizes)('$size.png is that large', ({ size }) => {
  const png = readFileSync(join(folder, `${size}.png`))
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', size, size])
})
