import { describe, expect, it } from 'vitest'
import { createCloud } from '../../lib/cloud/index.ts'

const ask = (responses: string, base = 'https://c.example') => {
  const text = `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:oc="x" xmlns:nc="y">${responses}</d:multistatus>`
  return createCloud({ fetch: () => Promise.resolve(new Response(text, { status: 207 })), base }).files('Alice', '/')
}
const item = (href: string, props: string, status = 'HTTP/1.1 200 OK') =>
  `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${props}</d:prop><d:status>${status}</d:status></d:propstat></d:response>`

describe('a folder of the account', () => {
  it('is read with decoded paths below any web root', async () => {
    const props =
      '<d:resourcetype><d:collection/></d:resourcetype><oc:size>-1</oc:size><nc:mount-type>shared</nc:mount-type>'
    expect(await ask(item('/sub/remote.php/dav/files/alice/%C3%9Cbung%20%26%20co/', props))).toEqual({
      ok: true,
      value: [{ path: '/Übung & co', name: 'Übung & co', kind: 'folder', permissions: '', mountType: 'shared' }],
    })
  })

  it('holds nothing of other users, nothing without properties, and survives odd escapes', async () => {
    const rows =
      item('/remote.php/dav/files/bob/x', '') +
      item('/elsewhere/x', '') +
      item('/remote.php/dav/files/alice/gone', '', 'HTTP/1.1 404 Not Found') +
      item('/remote.php/dav/files/alice/100%', '<oc:size>7</oc:size>')
    expect(await ask(rows)).toMatchObject({ ok: true, value: [{ path: '/100%', kind: 'file', size: 7 }] })
  })
})
