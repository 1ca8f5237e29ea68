/** Whom one can share with (recorded: nextcloud-33.0.3/14-01-*, 14-34-recommended, 16-01; owncloud-10.15.2/500, 846, 950-*). */

import type { Call } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { parseCloudId } from '../federation/cloud-id.ts'
import { text } from '../http/incoming.ts'
import { userOf } from '../routes/route.ts'
import { shareType } from '../store/shares.ts'
import type { ShareType } from '../store/shares.ts'

interface Found {
  list: string
  isExact: boolean
  entry: Record<string, unknown> & { value: { shareType: ShareType; shareWith: string } }
}

const owncloudLists = ['users', 'groups', 'remotes']
const nextcloudLists = [...owncloudLists, 'remote_groups', 'emails', 'lookup', 'circles', 'rooms']

export function findSharees(call: Call): OcsReply {
  const { cloud, request } = call
  const search = (text(request, 'search') ?? '').trim().toLowerCase()
  if (text(request, 'itemType') === undefined) return failure(400, 'Missing itemType')
  const isNextcloud = cloud.product.family === 'nextcloud'
  const perPage = Number(text(request, 'perPage') ?? 25)
  const start = perPage * (Number(text(request, 'page') ?? 1) - 1)
  const isTooShort = !isNextcloud && search.length < 2
  const found = isTooShort ? [] : everybody(call, search)
  const page = (list: string, isExact: boolean) =>
    found
      .filter((one) => one.list === list && one.isExact === isExact)
      .slice(isExact ? 0 : start, isExact ? undefined : start + perPage)
      .map(({ entry }) => entry)
  const lists = isNextcloud ? nextcloudLists : owncloudLists
  const exact = lists.filter((list) => list !== 'lookup').map((list) => [list, page(list, true)])
  const others = lists.map((list) => [list, page(list, false)])
  const lookup = isNextcloud ? { lookupEnabled: false } : {}
  return ok({ exact: Object.fromEntries(exact), ...Object.fromEntries(others), ...lookup }, 'OK')
}

function everybody(call: Call, search: string): Found[] {
  const { cloud } = call
  const isNextcloud = cloud.product.family === 'nextcloud'
  const fits = (...names: (string | null)[]): boolean => names.some((name) => name?.toLowerCase().includes(search))
  const is = (...names: (string | null)[]): boolean => names.some((name) => name?.toLowerCase() === search)
  const users = cloud.users
    .all()
    .filter((user) => user !== userOf(call) && fits(user.id, user.displayName, user.email))
    .map((user): Found => {
      const value = { shareType: shareType.user, shareWith: user.id }
      const entry = isNextcloud
        ? {
            label: user.displayName,
            subline: '',
            icon: 'icon-user',
            value,
            shareWithDisplayNameUnique: user.email ?? user.id,
            status: [],
          }
        : { label: user.displayName, value: { ...value, userType: 0 } }
      return { list: 'users', isExact: is(user.id, user.displayName, user.email), entry }
    })
  const named = (list: string, type: ShareType, names: Record<string, string>): Found[] =>
    Object.entries(names)
      .filter(([, name]) => fits(name))
      .map(([id, name]) => ({
        list,
        isExact: is(name),
        entry: { label: name, value: { shareType: type, shareWith: id } },
      }))
  const groups = cloud.settings.groupSharing ? Object.fromEntries(cloud.users.groups().map((id) => [id, id])) : {}
  return [
    ...users,
    ...named('groups', shareType.group, groups),
    ...(isNextcloud ? named('circles', shareType.team, cloud.teams) : []),
    ...(isNextcloud ? named('rooms', shareType.room, cloud.rooms) : []),
    ...addresses(call, text(call.request, 'search')?.trim() ?? ''),
  ]
}

/** What looks like a federated address or a mail address is one, without anybody being asked. */
function addresses({ cloud }: Call, search: string): Found[] {
  const isNextcloud = cloud.product.family === 'nextcloud'
  const id = cloud.settings.outgoingFederation && search.includes('@') ? parseCloudId(search) : undefined
  const value = { shareType: shareType.remote, shareWith: search }
  const remote = isNextcloud
    ? {
        label: `${id?.user} (${id?.remote})`,
        uuid: id?.user,
        name: id?.user,
        value: { ...value, server: id?.remote, isTrustedServer: false },
      }
    : { label: search, value }
  const group = {
    label: `${id?.user} (${id?.remote})`,
    guid: id?.user,
    name: id?.user,
    value: { shareType: shareType.remoteGroup, shareWith: search, server: id?.remote },
  }
  const isMail = isNextcloud && cloud.settings.publicLinks && /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(search)
  const mail = { label: search, uuid: search, value: { shareType: shareType.mail, shareWith: search } }
  return [
    ...(id ? [{ list: 'remotes', isExact: true, entry: remote }] : []),
    ...(id && isNextcloud && cloud.settings.groupFederation
      ? [{ list: 'remote_groups', isExact: true, entry: group }]
      : []),
    ...(isMail ? [{ list: 'emails', isExact: true, entry: mail }] : []),
  ]
}

const recommendedLists: Partial<Record<ShareType, string>> = {
  [shareType.user]: 'users',
  [shareType.group]: 'groups',
  [shareType.remote]: 'remotes',
  [shareType.remoteGroup]: 'remote_groups',
  [shareType.mail]: 'emails',
}

/** The five a user shares with most. */
export function recommendSharees(call: Call): OcsReply {
  const counts = new Map<string, { count: number; type: ShareType; shareWith: string }>()
  for (const { type, shareWith, by } of call.cloud.shares.live()) {
    if (by !== userOf(call).id || !shareWith || !recommendedLists[type]) continue
    const count = (counts.get(`${type} ${shareWith}`)?.count ?? 0) + 1
    counts.set(`${type} ${shareWith}`, { count, type, shareWith })
  }
  const top = [...counts.values()].toSorted((a, b) => b.count - a.count).slice(0, 5)
  const lists = Object.values(recommendedLists)
  const entriesOf = (list: string) =>
    top
      .filter(({ type }) => recommendedLists[type] === list)
      .map(({ count, type, shareWith }) => {
        const label = call.cloud.users.byId(shareWith)?.displayName ?? shareWith
        return { count, label: type === shareType.user ? label : shareWith, value: { shareType: type, shareWith } }
      })
  const exact = Object.fromEntries(lists.map((list) => [list, entriesOf(list)]))
  return ok({ exact, ...Object.fromEntries(lists.map((list) => [list, []])) })
}
