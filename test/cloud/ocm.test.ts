import { describe, expect, it } from 'vitest'
import { askOcm } from '../../lib/cloud/ask-ocm.ts'
import { readRecording, toResponse } from '../recorded/read.ts'

const base = 'https://home.example/sub'
const dialog = '/index.php/apps/contacts/ocm/invite-accept-dialog'
const full = { enabled: true, capabilities: ['invites'], inviteAcceptDialog: dialog }

/** A server that answers at some addresses; the others are not found. */
const server = (answers: Record<string, unknown>): typeof fetch => {
  const fetcher = async (input: Parameters<typeof fetch>[0]): Promise<Response> => {
    const path = String(input).slice(base.length)
    return path in answers ? Response.json(answers[path]) : new Response('<html></html>', { status: 404 })
  }
  return fetcher as typeof fetch
}

describe('what servers tell about invitations', () => {
  it.each([
    ['nextcloud-33.0.3/01-21-well-known-ocm', true],
    ['nextcloud-33.0.3/01-20-ocm-provider', true],
    ['nextcloud-32.0.1/01-20-ocm-provider', true],
    ['nextcloud-21.0.5/01-20-ocm-provider', false],
    ['owncloud-10.15.2/104-ocm-provider-remote', false],
  ])('%s: %s, and no page to accept one', async (name, knowsInvitations) => {
    const recorded = readRecording(name)
    const answered = () => Promise.resolve(toResponse(recorded))
    expect(await askOcm(answered, recorded.request.url.origin)).toEqual({ knowsInvitations })
  })

  it('asks where the draft says, then where most still answer', async () => {
    const told = { knowsInvitations: true, inviteAcceptDialog: `https://home.example${dialog}` }
    expect(await askOcm(server({ '/.well-known/ocm': full }), base)).toEqual(told)
    expect(await askOcm(server({ '/ocm-provider/': full }), base)).toEqual(told)
    expect(
      await askOcm(server({ '/.well-known/ocm': { message: 'ocm not supported' }, '/ocm-provider/': full }), base),
    ).toEqual(told)
    expect(await askOcm(server({}), base)).toBeNull()
    expect(await askOcm(() => Promise.reject(new TypeError('Failed to fetch')), base)).toBeNull()
  })

  it.each([
    ['https://home.example/a?b=c', 'https://home.example/a?b=c'],
    ['http://home.example/a', 'https://home.example/a'],
    ['a/b', 'https://home.example/sub/a/b'],
    ['https://evil.example/a', undefined],
    ['//evil.example/a', undefined],
    ['javascript:alert(1)', undefined],
    ['https://home.example@evil.example/', undefined],
    [7, undefined],
  ])('a page at %s counts as %s', async (inviteAcceptDialog, expected) => {
    const found = await askOcm(server({ '/.well-known/ocm': { ...full, inviteAcceptDialog } }), base)
    expect(found?.inviteAcceptDialog).toBe(expected)
  })

  it.each([
    [{ enabled: false, capabilities: ['invites'] }],
    [{ enabled: 'true', capabilities: ['invites'] }],
    [{ enabled: true, capabilities: 'invites' }],
    [{ enabled: true, capabilities: [['x'], null, {}] }],
    [{ enabled: true }],
  ])('%j knows none', async (told) => {
    expect(await askOcm(server({ '/.well-known/ocm': told }), base)).toEqual({ knowsInvitations: false })
  })

  it.each([[[full]], [null], ['x'.repeat(60_000)]])('no description', async (told) => {
    expect(await askOcm(server({ '/.well-known/ocm': told }), base)).toBeNull()
  })
})
