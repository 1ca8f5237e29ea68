import { describe, expect, it } from 'vitest'
import { shareRefusal } from '../../lib/cloud/share-refusal.ts'

const said = (code: number, message: string, asked?: Parameters<typeof shareRefusal>[1]) => {
  const { failure, field } = shareRefusal({ code, message, data: { name: 'data', text: '', children: [] } }, asked)
  return [failure.code, field]
}

describe('a refusal', () => {
  it.each([
    [400, 'share-not-accepted'],
    [403, 'share-not-allowed'],
    [404, 'share-not-accepted'],
    [401, 'home-rejected-login'],
    [997, 'home-rejected-login'],
    [429, 'home-throttled'],
    [503, 'home-maintenance'],
    [500, 'server-error'],
    [996, 'server-error'],
    [999, 'server-error'],
  ])('with code %i in a language nobody understands is %s', (code, expected) => {
    expect(said(code, 'Das geht leider nicht')).toEqual([expected, undefined])
    expect(
      shareRefusal({ code, message: 'Warum', data: { name: 'data', text: '', children: [] } }).failure.detail,
    ).toMatch(/Warum/)
  })

  it.each([
    [404, 'Wrong share ID, share does not exist', 'outgoing-gone', undefined],
    [404, "Wrong path, file/folder doesn't exist", 'file-gone', 'path'],
    [403, 'Path already shared with this group', 'already-shared', 'with'],
    [404, 'Conversation not found', 'receiver-unknown', 'with'],
    [403, 'Path is already shared with this conversation', 'already-shared', 'with'],
    [403, 'Sharing is only allowed with group members', 'receiver-unknown', 'with'],
    [403, 'Sharing is only allowed within your own groups', 'receiver-unknown', 'with'],
    [403, 'Sharing is disabled for you', 'sharing-off', 'kind'],
    [403, 'Public link creation is only possible for certain groups', 'sharing-off', 'kind'],
    [403, 'Public upload disabled by the administrator', 'share-not-allowed', 'rights'],
    [404, 'Cannot increase permissions of /Photos', 'share-not-allowed', 'rights'],
    [404, 'Cannot set the requested share permissions for Photos', 'share-not-allowed', 'rights'],
    [404, 'You are not allowed to share Photos', 'share-not-allowed', 'path'],
    [403, 'You cannot share a folder that contains other shares', 'share-not-allowed', 'path'],
    [403, 'You can’t share your root folder', 'share-not-allowed', 'path'],
    [400, 'The password is too short. At least 8 characters are required.', 'share-not-accepted', 'password'],
    [400, 'Passwords are enforced for link shares', 'share-not-accepted', 'password'],
    [403, 'Expiration date is enforced', 'share-not-accepted', 'expires'],
  ] as const)('%i "%s" is %s at %s', (code, message, expected, field) => {
    expect(said(code, message)).toEqual([expected, field])
  })

  it('of a change is about what was to be changed', () => {
    expect(said(400, 'Failed to update share.', 'expires')).toEqual(['share-not-accepted', 'expires'])
    expect(said(404, 'Wrong share ID, share does not exist', 'expires')).toEqual(['outgoing-gone', undefined])
  })

  it.each([
    'password',
    'Expiration date',
    'token',
    'label',
    'permissions',
    'Wrong path',
    'Public upload',
    'root folder',
  ])('is not led astray by a file called "%s"', (name) => {
    const message = `Sharing ${name} failed, could not find bob@remote.example, maybe the server is currently unreachable.`
    expect(said(403, message)).toEqual(['receiver-unknown', 'with'])
    expect(said(404, `You are not allowed to share ${name}`)).toEqual(['share-not-allowed', 'path'])
  })
})
