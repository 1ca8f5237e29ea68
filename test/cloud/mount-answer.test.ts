import { describe, expect, it } from 'vitest'
import { readMountAnswer } from '../../lib/cloud/index.ts'

const cloudId = 'alice@home.example'
const read = (status: number, body: unknown, withPassword = false) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const result = readMountAnswer({ status, body: text }, { cloudId, withPassword })
  return result.ok ? 'ok' : result.failure.code
}

describe('what a remote answers to the mount call', () => {
  it.each([
    [200, { remoteUrl: 'https://home.example' }, 'ok'],
    [200, '<!DOCTYPE html><title>Log in</title>', 'remote-too-old'],
    [200, {}, 'remote-too-old'],
    [0, '', 'job-interrupted'],
    [302, '', 'remote-too-old'],
    [404, '<html>', 'remote-too-old'],
    [405, '', 'remote-too-old'],
    [429, '<html>', 'remote-throttled'],
    [503, '<html>', 'remote-maintenance'],
    [500, '<html>', 'remote-refused'],
    [403, { message: 'no' }, 'remote-refused'],
    [400, '<html>', 'remote-refused'],
  ])('%s %j means %s', (status, body, code) => expect(read(status, body)).toBe(code))

  it.each([
    ['The requested share comes from a disabled user', 'link-gone'],
    ['Share not found', 'link-gone'],
    ['Mounting download restricted share is not allowed', 'link-not-downloadable'],
    ['Federated shares require read permissions', 'link-not-readable'],
    // Texts are quoted with the item's name: it must not be taken for the reason.
    [`Sharing file drop failed, because this item is already shared with the account ${cloudId}`, 'already-mounted'],
    [
      `Sharing Share not found failed, could not find ${cloudId}, maybe the server is currently unreachable`,
      'remote-cannot-reach-home',
    ],
    // German: "already shared with" and "could not find", which only a look at home can tell apart.
    [
      `Freigeben von file drop fehlgeschlagen, da dieses Element bereits für ${cloudId} freigegeben ist`,
      'remote-refused',
    ],
    ['Die angeforderte Freigabe existiert nicht mehr', 'remote-refused'],
  ])('400 "%s" means %s', (message, code) => expect(read(400, { message })).toBe(code))

  it('quotes what it does not understand', () => {
    const body = JSON.stringify({ message: 'Nein' })
    const result = readMountAnswer({ status: 400, body }, { cloudId, withPassword: false })
    expect(result).toEqual({ ok: false, failure: { code: 'remote-refused', detail: 'Nein' } })
  })

  it('tells a missing password from a wrong one', () => {
    const message = 'No permission to access the share'
    expect([read(400, { message }), read(400, { message }, true)]).toEqual(['password-needed', 'password-wrong'])
  })
})
