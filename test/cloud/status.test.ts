import { describe, expect, it } from 'vitest'
import { createCloud } from '../../lib/cloud/index.ts'

const known = { installed: true, maintenance: false, needsDbUpgrade: false }
const ask = (body: unknown) =>
  createCloud({ fetch: () => Promise.resolve(Response.json(body)), base: 'https://c.example' }).status()

describe('what a server is', () => {
  it.each([
    [
      'a themed Nextcloud',
      { version: '31.0.9.1', edition: '', productname: 'ownCloud of Ours', extendedSupport: false },
      'nextcloud',
      31,
    ],
    ['an old Nextcloud', { version: '19.0.0.12', edition: '', productname: 'Nextcloud' }, 'nextcloud', 19],
    ['ownCloud 9', { version: '9.1.8.2', versionstring: '9.1.8', edition: '' }, 'owncloud', 9],
    ['ownCloud 7', { installed: 'true', version: '7.0.15.2', versionstring: '7.0.15', edition: '' }, 'owncloud', 7],
    [
      'an ownCloud that hides its version',
      { version: '', versionstring: '', edition: '', productname: '', product: '' },
      'owncloud',
      0,
    ],
    ['a themed ownCloud', { version: '10.0.3.3', edition: 'Community', productname: 'Nextcloud' }, 'owncloud', 10],
    [
      'oCIS',
      {
        version: '10.11.0.0',
        edition: 'Community',
        productname: 'Infinite Scale',
        product: 'Infinite Scale',
        productversion: '7.1.0',
      },
      'ocis',
      10,
    ],
    [
      'OpenCloud',
      { version: '10.11.0', edition: '', productname: 'OpenCloud', product: 'OpenCloud', productversion: '3.0.0' },
      'ocis',
      10,
    ],
  ])('%s', async (_, keys, product, major) => {
    expect(await ask({ ...known, ...keys })).toMatchObject({ ok: true, value: { product, major, maintenance: false } })
  })

  it.each([
    [[]],
    [{}],
    ['x'],
    [{ installed: true }],
    [{ installed: 'yes', version: '7.0' }],
    [{ version: '1.2.3' }],
    [null],
  ])('%j is none', async (body) => {
    expect(await ask(body)).toMatchObject({ ok: false, failure: { code: 'not-a-cloud' } })
  })
})
