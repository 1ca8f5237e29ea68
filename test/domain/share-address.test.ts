import { describe, expect, it } from 'vitest'
import { readShareAddress } from '../../lib/domain/share-address.ts'

const base = 'https://cloud.example'
const link = { base, token: 'T0ken' }

describe('an address somebody pasted', () => {
  it.each([
    [`${base}/s/T0ken`, undefined],
    [`${base}/index.php/s/T0ken/download`, undefined],
    [`${base}/public.php?service=files&t=T0ken`, 'owncloud'],
    [`${base}/s/T0ken/Holiday/beach.jpg`, 'ocis'],
    [`${base}/files/link/public/T0ken`, 'ocis'],
    [`${base}/files/link/public/T0ken/s/x?fileId=1`, 'ocis'],
    [`${base}/link/public/T0ken`, 'ocis'],
    [`${base}/files/upload/T0ken`, 'ocis'],
    [`${base}/text-editor/public/T0ken/a.txt`, 'ocis'],
    [`${base}/#/s/T0ken`, 'ocis'],
    [`${base}/index.html#/s/T0ken/item`, 'ocis'],
    [`${base}/#/files/link/public/T0ken`, 'ocis'],
    [`  ${base}/s/T0ken/item \n`, 'ocis'],
  ])('%s', (address, product) => {
    expect(readShareAddress(address)).toEqual({ link, ...(product ? { product } : {}) })
  })

  it.each([
    '',
    'T0ken',
    base,
    `${base}/#/login`,
    `${base}/apps/forms/s/T0ken`,
    `${base}/index.php/apps/web/index.html#/s/T0ken`,
    'file:///s/T0ken/item',
    'javascript:/s/T0ken/item',
  ])('%j is none', (address) => {
    expect(readShareAddress(address)).toBeNull()
  })
})
