import {
  isUploadOnly,
  rightNames,
  type ItemType,
  type Right,
  type Rights,
  type ShareKind,
} from '../../lib/domain/outgoing-share.ts'
import type { MessageKey, Translate } from '../../lib/domain/text.ts'

/** What a share of that kind is called. */
export const kindWords: Record<ShareKind, MessageKey> = {
  remote: 'outgoing_kind_remote',
  'remote-group': 'outgoing_kind_remote_group',
  link: 'outgoing_kind_link',
  user: 'outgoing_kind_user',
  group: 'outgoing_kind_group',
  mail: 'outgoing_kind_mail',
  team: 'outgoing_kind_team',
  talk: 'outgoing_kind_talk',
}

/** The filter for that kind. */
export const kindFilters: Record<ShareKind, MessageKey> = {
  remote: 'outgoing_filter_remote',
  'remote-group': 'outgoing_filter_remote_group',
  link: 'outgoing_filter_link',
  user: 'outgoing_filter_user',
  group: 'outgoing_filter_group',
  mail: 'outgoing_filter_mail',
  team: 'outgoing_filter_team',
  talk: 'outgoing_filter_talk',
}

export const rightWords: Record<Right, MessageKey> = {
  read: 'outgoing_right_read',
  update: 'outgoing_right_update',
  create: 'outgoing_right_create',
  delete: 'outgoing_right_delete',
  share: 'outgoing_right_share',
}

const viewing: Rights = { read: true, update: false, create: false, delete: false, share: false }
const uploading: Rights = { ...viewing, read: false, create: true }

export type Preset = 'view' | 'edit' | 'upload'

/** The usual sets of rights; whether it may be shared on is asked apart. */
export function presetRights(preset: Preset, itemType: ItemType): Rights {
  if (preset === 'view') return viewing
  if (preset === 'upload') return uploading
  const inFolder = itemType === 'folder'
  return { ...viewing, update: true, create: inFolder, delete: inFolder }
}

/** Which of the usual sets these rights are; undefined for any other. */
export function presetOf(rights: Rights, itemType: ItemType): Preset | undefined {
  if (isUploadOnly(rights) && !rights.update && !rights.delete) return 'upload'
  const isSet = (preset: Preset): boolean => {
    const wanted = presetRights(preset, itemType)
    return rightNames.every((name) => name === 'share' || rights[name] === wanted[name])
  }
  return (['view', 'edit'] as const).find(isSet)
}

const presetWords: Record<Preset, MessageKey> = {
  view: 'outgoing_rights_view',
  edit: 'outgoing_rights_edit',
  upload: 'outgoing_rights_upload',
}

export const presetWord = (preset: Preset): MessageKey => presetWords[preset]

/** "View and edit", or one by one. That it may be shared on is said apart. */
export function rightsInWords(t: Translate, rights: Rights, itemType: ItemType): string {
  const preset = presetOf(rights, itemType)
  if (preset) return t(presetWords[preset])
  const words = rightNames.filter((name) => name !== 'share' && rights[name]).map((name) => t(rightWords[name]))
  return words.length === 0 ? t('outgoing_rights_none') : lister().format(words)
}

const listers = new Map<string, Intl.ListFormat>()

function lister(): Intl.ListFormat {
  const language = document.documentElement.lang || 'en'
  const made = listers.get(language) ?? new Intl.ListFormat(language, { type: 'unit', style: 'short' })
  listers.set(language, made)
  return made
}
