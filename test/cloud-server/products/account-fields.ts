/** `/cloud/user` (recorded: 01-12 of both Nextcloud folders, owncloud-10.15.2/112). */

import type { User } from '../store/users.ts'
import { now } from '../store/files.ts'
import type { Values } from './product.ts'

const quota = { free: -3, used: 0, total: -3, relative: 0, quota: -3 }
const backendCapabilities = { setDisplayName: true, setPassword: true }

const localFields = (names: string[]) =>
  Object.fromEntries(
    names.flatMap(
      (name) =>
        [
          [name, ''],
          [`${name}Scope`, 'v2-local'],
        ] as const,
    ),
  )

export function nextcloud32Account(user: User): Values {
  return {
    enabled: true,
    id: user.id,
    firstLoginTimestamp: now(),
    lastLoginTimestamp: now(),
    lastLogin: now() * 1000,
    backend: 'Database',
    subadmin: [],
    quota,
    manager: '',
    avatarScope: 'v2-federated',
    email: user.email,
    emailScope: 'v2-federated',
    additional_mail: [],
    additional_mailScope: [],
    displayname: user.displayName,
    'display-name': user.displayName,
    displaynameScope: user.published ? 'v2-published' : 'v2-federated',
    ...localFields([
      'phone',
      'address',
      'website',
      'twitter',
      'bluesky',
      'fediverse',
      'organisation',
      'role',
      'headline',
      'biography',
    ]),
    profile_enabled: '1',
    profile_enabledScope: 'v2-local',
    pronouns: '',
    pronounsScope: 'v2-federated',
    groups: [],
    language: 'en',
    locale: '',
    timezone: '',
    notify_email: null,
    backendCapabilities,
  }
}

export function nextcloud30Account(user: User): Values {
  return {
    storageLocation: `/var/data/${user.id}`,
    id: user.id,
    lastLogin: now() * 1000,
    backend: 'Database',
    subadmin: [],
    quota,
    avatarScope: 'v2-federated',
    email: user.email,
    emailScope: 'v2-federated',
    displaynameScope: user.published ? 'v2-published' : 'v2-federated',
    ...localFields(['phone', 'address', 'website', 'twitter']),
    groups: [],
    language: 'en',
    locale: '',
    backendCapabilities,
    'display-name': user.displayName,
  }
}

export function owncloudAccount(user: User): Values {
  return { id: user.id, 'display-name': user.displayName, email: user.email, language: 'en' }
}
