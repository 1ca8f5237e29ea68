import type { Rights, ShareField } from '../../lib/domain/outgoing-share.ts'
import type { KindRule, ShareRules } from '../../lib/domain/share-rules.ts'
import type { CloudIdCheck, FileView, OutgoingShareView, Sharee } from '../../lib/protocol.ts'

export const viewing: Rights = { read: true, update: false, create: false, delete: false, share: false }
export const editing: Rights = { read: true, update: true, create: true, delete: true, share: false }
export const everything: Rights = { ...editing, share: true }

const linkFields: ShareField[] = ['rights', 'password', 'expires', 'label', 'note', 'hideDownload', 'token']

export const share = (over: Partial<OutgoingShareView> = {}): OutgoingShareView => ({
  accountId: 'a1',
  id: '1',
  kind: 'remote',
  path: '/Work/Holiday photos',
  name: 'Holiday photos',
  itemType: 'folder',
  with: { id: 'bob@remote.example:8443/cloud', label: 'bob' },
  rights: editing,
  hasPassword: false,
  downloadAllowed: true,
  hideDownload: false,
  fileRequest: false,
  createdAt: 1_760_000_000_000,
  openUrl: 'https://home.example/index.php/apps/files/?dir=%2FWork%2FHoliday%20photos',
  otherSide: { host: 'remote.example:8443/cloud', insecure: false, delivery: 'taken', trusted: false },
  editable: ['rights', 'expires', 'note'],
  mayDelete: true,
  ...over,
})

export const link = (over: Partial<OutgoingShareView> = {}): OutgoingShareView => {
  const { with: _, otherSide: __, ...rest } = share()
  return {
    ...rest,
    id: '2',
    kind: 'link',
    url: 'https://home.example/s/AbCdEfGh',
    token: 'AbCdEfGh',
    rights: viewing,
    editable: linkFields,
    ...over,
  }
}

const nobody = { readOnly: false, readWrite: false, uploadOnly: false, readWriteDelete: false }

export const kindRule = (over: Partial<KindRule> = {}): KindRule => ({
  create: ['rights', 'expires', 'note'],
  change: ['rights', 'expires', 'note'],
  password: 'none',
  passwordNeeded: nobody,
  expiry: { enforced: false },
  ...over,
})

export const linkRule = (over: Partial<KindRule> = {}): KindRule =>
  kindRule({
    create: ['rights', 'password', 'expires', 'label', 'note'],
    change: linkFields,
    password: 'optional',
    ...over,
  })

export const rules = (over: Partial<ShareRules> = {}): ShareRules => ({
  kinds: {
    remote: kindRule(),
    link: linkRule(),
    user: kindRule(),
    group: kindRule(),
    mail: linkRule({ create: ['rights', 'password', 'expires', 'note', 'sendMail'] }),
  },
  resharing: true,
  publicUpload: true,
  defaultRights: everything,
  searchFrom: 0,
  ...over,
})

export const file = (name: string, over: Partial<FileView> = {}): FileView => ({
  path: `/${name}`,
  name,
  itemType: name.includes('.') ? 'file' : 'folder',
  ...(name.includes('.') ? { size: 123_456 } : {}),
  changedAt: 1_760_000_000_000,
  mayShare: true,
  rights: everything,
  received: false,
  shared: false,
  ...over,
})

export const sharee = (over: Partial<Sharee> = {}): Sharee => ({
  kind: 'user',
  id: 'carol',
  label: 'Carol Home',
  exact: false,
  ...over,
})

/** What was found out about the server of a federated receiver. */
export const checked = (over: Partial<CloudIdCheck> = {}): CloudIdCheck => ({
  cloudId: 'bob@remote.example',
  user: 'bob',
  base: 'https://remote.example',
  host: 'remote.example',
  insecure: false,
  state: 'federates',
  provider: 'Nextcloud',
  ...over,
})
