import { describe, expect, it } from 'vitest'
import { createCloud } from '../../lib/cloud/index.ts'

const base = 'https://cloud.example.org/sub'
const cloudSaying = (body: string) =>
  createCloud({
    fetch: () => Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/xml' } })),
    base,
  })
const ocs = (data: string) =>
  `<?xml version="1.0"?><ocs><meta><statuscode>200</statuscode></meta><data>${data}</data></ocs>`
const row = (fields: Record<string, string>): string =>
  `<element>${Object.entries({ id: '1', share_type: '3', path: '/a', permissions: '17', item_type: 'file', ...fields })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</element>`
const list = async (...rows: Record<string, string>[]) =>
  cloudSaying(ocs(rows.map(row).join('')))
    .shares('nextcloud')
    .list()
const only = async (fields: Record<string, string>) => {
  const listed = await list(fields)
  if (!listed.ok) throw new Error(listed.failure.code)
  return listed.value[0]
}

describe('a list of shares', () => {
  it.each<[string, Record<string, string>]>([
    ['no id', { id: '' }],
    ['an id of dots', { id: '..' }],
    ['an endless id', { id: '7'.repeat(200) }],
    ['no path', { path: '' }],
    ['a path that begins nowhere', { path: 'a' }],
    ['no kind', { share_type: '' }],
    ['no rights', { permissions: 'many' }],
    ['rights of half a bit', { permissions: '1.5' }],
  ])('leaves out a row with %s, and keeps the others', async (_, broken) => {
    expect(await list(broken, { id: '2' })).toMatchObject({ ok: true, value: [{ id: '2' }] })
  })

  it('of nothing but broken rows is unreadable; of kinds that are none of ours it is empty', async () => {
    expect(await list({ id: '' })).toMatchObject({ ok: false, failure: { code: 'answer-unreadable' } })
    expect(await list({ share_type: '12' }, { share_type: '15' })).toEqual({ ok: true, value: [] })
    const page = cloudSaying('<!DOCTYPE html><html><body>Log in</body></html>').shares('nextcloud')
    for (const result of [await page.list(), await page.get('1'), await page.remove('1')]) {
      expect(result).toMatchObject({ ok: false, failure: { code: 'answer-unreadable' } })
    }
    expect(await cloudSaying(ocs('<id>1</id>')).shares('nextcloud').list()).toMatchObject({
      failure: { code: 'answer-unreadable' },
    })
    expect(await cloudSaying(ocs('')).shares('nextcloud').get('1')).toMatchObject({
      failure: { code: 'answer-unreadable' },
    })
  })

  it('cuts names of ten megabytes', async () => {
    const long = 'x'.repeat(10_000_000)
    const share = await only({ path: `/${long}`, label: long })
    const receiver = await only({
      share_type: '0',
      share_with: 'y',
      share_with_displayname: long,
      displayname_owner: long,
    })
    expect(receiver?.with?.label.length).toBe(4_000)
    expect(JSON.stringify(share).length).toBeLessThan(30_000)
    expect(share?.path.length).toBe(4_000)
  })

  it('drops every form of a password, says only that there is one', async () => {
    for (const fields of [
      { password: 'HASH' },
      { share_with: 'HASH', share_with_displayname: 'HASH' },
      { share_with: '***redacted***' },
    ] as Record<string, string>[]) {
      const share = await only(fields)
      expect(share?.hasPassword).toBe(true)
      expect(JSON.stringify(share)).not.toMatch(/HASH|redacted/)
    }
    expect((await only({ password: '' }))?.hasPassword).toBe(false)
  })

  it.each([
    ['https://evil.example/s/TOKEN', `${base}/index.php/s/TOKEN`],
    ['javascript:alert(1)', `${base}/index.php/s/TOKEN`],
    ['//evil.example/s/TOKEN', `${base}/index.php/s/TOKEN`],
    ['https://user@cloud.example.org/s/TOKEN', `${base}/index.php/s/TOKEN`],
    ['', `${base}/index.php/s/TOKEN`],
    ['http://cloud.example.org/sub/s/TOKEN', `${base}/s/TOKEN`],
    ['https://cloud.example.org/s/TOKEN', 'https://cloud.example.org/s/TOKEN'],
  ])("trusts no address but the home's own: %s", async (url, expected) => {
    expect((await only({ token: 'TOKEN', url }))?.url).toBe(expected)
  })

  it('puts a token into an address as a token', async () => {
    expect((await only({ token: '../../evil?x#y' }))?.url).toBe(`${base}/index.php/s/..%2F..%2Fevil%3Fx%23y`)
    expect(await only({ share_type: '0', share_with: 'carol', token: 'SECRET' })).not.toHaveProperty('token')
  })

  it.each([
    ['nonsense', []],
    ['{}', []],
    ['[1, null, "x", {}, {"scope":1,"key":"k"}]', []],
    [
      '[{"scope":"permissions","key":"download","value":false}]',
      [{ scope: 'permissions', key: 'download', value: false }],
    ],
    [
      '[{"scope":"permissions","key":"download","enabled":false}]',
      [{ scope: 'permissions', key: 'download', value: false }],
    ],
    [
      '[{"scope":"__proto__","key":"toString","value":{"a":1}}]',
      [{ scope: '__proto__', key: 'toString', value: { a: 1 } }],
    ],
  ])('reads attributes %s', async (text, attributes) => {
    expect((await only({ attributes: text.replaceAll('"', '&quot;') }))?.attributes).toEqual(attributes)
  })

  it('reads attributes whole, for they are written back: a long list of receivers is not lost', async () => {
    const value = Array.from({ length: 500 }, (_, index) => `receiver-${index}@example.test`)
    const attributes = [{ scope: 'shareWith', key: 'emails', value }]
    expect((await only({ attributes: JSON.stringify(attributes).replaceAll('"', '&quot;') }))?.attributes).toEqual(
      attributes,
    )
  })

  it.each([
    ['2030-01-31 23:59:59', '2030-01-31'],
    ['2030-01-31', '2030-01-31'],
    ['soon', undefined],
    ['', undefined],
    ['<b>2030-01-31</b>', undefined],
  ])('reads an end of "%s"', async (expiration, expires) => {
    expect((await only({ expiration }))?.expires).toBe(expires)
  })

  it('never takes an id for a number', async () => {
    expect((await only({ id: '154716675737731073007' }))?.id).toBe('154716675737731073007')
  })
})

describe('receivers', () => {
  const sharee = (value: string, label = 'L') => `<element><label>${label}</label><value>${value}</value></element>`
  const find = async (exact: string, others: string) => {
    const found = await cloudSaying(
      ocs(`<exact><users>${exact}</users></exact><users>${others}</users><lookupEnabled/>`),
    ).sharees.find('nextcloud', { text: 'x', itemType: 'file' })
    return found.ok ? found.value : found.failure.code
  }
  const user = (id: string) => `<shareType>0</shareType><shareWith>${id}</shareWith>`

  it('come once, the exact one first, and without what is none', async () => {
    const others = [
      user('b'),
      user('a'),
      user('b'),
      '<shareType>3</shareType><shareWith>x</shareWith>',
      user(''),
      '<shareWith>c</shareWith>',
      user('x'.repeat(500)),
    ]
    expect(await find(sharee(user('a')), others.map((value) => sharee(value)).join(''))).toEqual([
      { kind: 'user', id: 'a', label: 'L', exact: true },
      { kind: 'user', id: 'b', label: 'L', exact: false },
    ])
  })

  it('have a name, and not an endless one', async () => {
    expect(await find('', sharee(user('a'), ''))).toMatchObject([{ label: 'a' }])
    expect(await find('', sharee(user('a'), 'x'.repeat(1_000_000)))).toMatchObject([{ label: 'x'.repeat(400) }])
  })

  it('with a federated address that is none have no host', async () => {
    const found = await find('', sharee('<shareType>6</shareType><shareWith>no address</shareWith>'))
    expect(found).toEqual([{ kind: 'remote', id: 'no address', label: 'L', exact: false }])
  })
})

describe('a list of shares in JSON', () => {
  const share = { id: '1', share_type: 3, path: '/a', permissions: 17, item_type: 'file' }
  const said = (data: unknown) =>
    cloudSaying(JSON.stringify({ ocs: { meta: { statuscode: 200 }, data } }))
      .shares('nextcloud')
      .list()

  it('is read like one in XML', async () => {
    const more = {
      ...share,
      hide_download: 1,
      can_edit: false,
      note: null,
      attributes: '[{"scope":"a","key":"b","value":1}]',
    }
    const inXml = await list({
      hide_download: '1',
      can_edit: '',
      note: '',
      attributes: '[{"scope":"a","key":"b","value":1}]',
    })
    expect(await said([more])).toEqual(inXml)
    expect(await said({ 3: more, 7: { ...more, id: '2' } })).toMatchObject({
      ok: true,
      value: [{ id: '1' }, { id: '2' }],
    })
    expect(await said([])).toEqual({ ok: true, value: [] })
  })

  it('never takes an id for another: a number too large to be held is none', async () => {
    const body = JSON.stringify({ ocs: { meta: { statuscode: 200 }, data: [share, { ...share, id: 0 }] } })
    const listed = await cloudSaying(body.replace('"id":0', '"id":9007199254740993')).shares('nextcloud').list()
    expect(listed).toMatchObject({ ok: true, value: [{ id: '1' }] })
  })

  it.each([
    ['nothing', ''],
    ['no envelope', '{"data":[]}'],
    ['an envelope without a code', '{"ocs":{"meta":{},"data":[]}}'],
    ['a strange code', '{"ocs":{"meta":{"statuscode":"2e2"},"data":[]}}'],
    ['a list for an envelope', '[{"ocs":{}}]'],
    ['rows that are no objects', '{"ocs":{"meta":{"statuscode":200},"data":[1,"x",null]}}'],
    ['text for data', '{"ocs":{"meta":{"statuscode":200},"data":{"id":"1"}}}'],
    ['what breaks off', '{"ocs":{"meta":{"statuscode":200},"data":['],
  ])('%s is unreadable', async (_, body) => {
    expect(await cloudSaying(body).shares('nextcloud').list()).toMatchObject({
      ok: false,
      failure: { code: 'answer-unreadable' },
    })
  })

  it('nested without end does no harm', async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
    const body = JSON.stringify({ ocs: { meta: { statuscode: 200 }, data: [share, 'DEEP'] } }).replace('"DEEP"', deep)
    expect(await cloudSaying(body).shares('nextcloud').list()).toMatchObject({ ok: true, value: [{ id: '1' }] })
  })
})
