import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePublicLink, publicLinkUrl, sameBase, sameLink } from '../../lib/domain/public-link.ts'

describe('parsePublicLink', () => {
  it.each([
    ['https://cloud.example/s/AbCdEf123', 'https://cloud.example', 'AbCdEf123'],
    ['https://cloud.example/index.php/s/AbCdEf123', 'https://cloud.example', 'AbCdEf123'],
    ['https://cloud.example/sub/index.php/s/AbCdEf123/', 'https://cloud.example/sub', 'AbCdEf123'],
    ['https://CLOUD.Example:8443/s/my-token?path=/a#x', 'https://cloud.example:8443', 'my-token'],
    ['https://cloud.example/s/T/authenticate', 'https://cloud.example', 'T'],
    ['https://cloud.example/s/T/authenticate/showShare', 'https://cloud.example', 'T'],
    ['https://cloud.example/s/T/download/a%20b.txt', 'https://cloud.example', 'T'],
    ['https://cloud.example/s/sub/s/T0ken', 'https://cloud.example/s/sub', 'T0ken'],
    ['https://cloud.example/public.php?service=files&t=48c601aaf1', 'https://cloud.example', '48c601aaf1'],
    ['https://cloud.example/sub/public.php?service=files&t=T0k&path=/a#x', 'https://cloud.example/sub', 'T0k'],
    ['https://cloud.example/public.php?download&t=T0k&service=files', 'https://cloud.example', 'T0k'],
    ['https://cloud.example/s/x/public.php?%73ervice=files&%74=T0k', 'https://cloud.example/s/x', 'T0k'],
    ['https://cloud.example/index.php/s/T0k?service=files&t=other', 'https://cloud.example', 'T0k'],
    ['  http://nc.localhost:9202/s/T0ken\n', 'http://nc.localhost:9202', 'T0ken'],
  ])('reads %s', (address, base, token) => {
    expect(parsePublicLink(address)).toEqual({ base, token })
  })

  it.each([
    '',
    'cloud.example/s/T',
    'https://cloud.example/',
    'https://cloud.example/call/abc',
    'https://cloud.example/apps/forms/s/abcdef',
    'https://cloud.example/index.php/apps/forms/s/abcdef',
    'https://cloud.example/s/',
    'https://cloud.example/s/not%20a%20token',
    'https://cloud.example/s/T/other',
    'https://cloud.example/blog/s/2026/11/post',
    'https://cloud.example/public.php?service=calendar&t=T',
    'https://cloud.example/public.php?t=T',
    'https://cloud.example/public.php?service=files',
    'https://cloud.example/public.php?service=files&t=',
    'https://cloud.example/public.php?service=files&t=a/b',
    'https://cloud.example/public.php?service=files&t=T?x',
    'https://cloud.example/public.php/webdav?service=files&t=T',
    'https://cloud.example/public.phpx?service=files&t=T',
    'https://cloud.example/apps/x/public.php?service=files&t=T',
    'https://cloud.example/?service=files&t=T#/public.php',
    // PHP would see another token or service than we do.
    'https://cloud.example/public.php?service=files&t=T&t=other',
    'https://cloud.example/public.php?service=files&t=T&%20t=other',
    'https://cloud.example/public.php?service=files&t=T&+t=other',
    'https://cloud.example/public.php?service=files&t=T&t[]=other',
    'https://cloud.example/public.php?service=files&t=T&t%00x=other',
    'https://cloud.example/public.php?service=files&t=T&service=calendar',
    'https://cloud.example/public.php?service=files&t=T&%0aservice[0]=calendar',
    'ftp://cloud.example/s/T',
    'javascript:alert(1)//s/T',
    'file:///s/T',
  ])('refuses %j', (address) => {
    expect(parsePublicLink(address)).toBeNull()
  })

  it('reads back every link it writes, and never throws', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/)
    const folder = fc.constantFrom('', '/sub', '/a/b', '/s/x')
    fc.assert(
      fc.property(token, folder, (text, path) => {
        const link = { base: `https://cloud.example${path}`, token: text }
        expect(parsePublicLink(publicLinkUrl(link))).toEqual(link)
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => void parsePublicLink(text)))
  })
})

describe('sameBase', () => {
  it.each([
    ['https://cloud.example', 'http://cloud.example/', true],
    ['https://cloud.example/sub/', 'cloud.example/sub', true],
    ['https://CLOUD.example', 'https://cloud.example/index.php', true],
    ['https://cloud.example', 'https://cloud.example:8443', false],
    ['https://cloud.example/a', 'https://cloud.example/b', false],
    ['https://cloud.example', 'https://cloud.example.evil.example', false],
    ['not an address', 'not an address', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameBase(a, b)).toBe(same)
  })

  it('tells links on one server apart by their token', () => {
    const base = 'https://cloud.example'
    expect(sameLink({ base, token: 'a' }, { base, token: 'a' })).toBe(true)
    expect(sameLink({ base, token: 'a' }, { base, token: 'A' })).toBe(false)
  })
})
