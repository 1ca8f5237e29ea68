import type { Product } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { rightsOf, type ShareField, type ShareKind } from '../domain/outgoing-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { ExpiryRule, KindRule, PasswordNeed, ShareRules } from '../domain/share-rules.ts'
import type { Http } from './http.ts'
import { askOcs } from './ocs.ts'
import { find, textOf, type XmlNode } from './xml.ts'

/**
 * What the server lets the account share, and how: `GET /cloud/capabilities`. Recorded: nextcloud-32.0.1/01-11,
 * nextcloud-33.0.3/14-00, 14-5*, owncloud-10.15.2/111, 960-963.
 */
export async function askShareRules(http: Http, product: Product): Promise<Result<ShareRules>> {
  const answer = await askOcs(http, { method: 'GET', path: '/cloud/capabilities' })
  if (!answer.ok) return answer
  return answer.value && find(answer.value, 'capabilities')
    ? ok(readShareRules(product, answer.value))
    : failed(failure('answer-unreadable', 'no capabilities'))
}

type Says = (...path: string[]) => boolean

export function readShareRules(product: Product, data: XmlNode): ShareRules {
  const all = find(data, 'capabilities')
  const sharing = find(all, 'files_sharing')
  const text = (...path: string[]): string | undefined => textOf(sharing, ...path)
  const says: Says = (...path) => text(...path) === '1' || text(...path) === 'true'
  const major = Number.parseInt(textOf(data, 'version', 'major') ?? '', 10) || 0
  const number = (value: string | undefined): number | undefined => (Number(value) > 0 ? Number(value) : undefined)
  const passwordFrom = number(textOf(all, 'password_policy', 'minLength'))
  const may = says('api_enabled') && text('can_share') !== ''
  const upload = says('public', 'upload')
  const rule = product === 'owncloud' ? owncloudRule(sharing, says) : nextcloudRule(sharing, says, major)
  const offered: [ShareKind, boolean][] = [
    ['remote', sendsFederated(sharing, says)],
    ['remote-group', sendsFederated(sharing, says)],
    ['link', says('public', 'enabled') && text('public', 'can_create_public_link') !== ''],
    ['user', true],
    ['group', says('group_sharing') || says('group', 'enabled')],
    ['mail', product === 'nextcloud' && says('sharebymail', 'enabled')],
    ['team', product === 'nextcloud' && find(all, 'circles') !== undefined],
    ['talk', product === 'nextcloud' && find(all, 'spreed') !== undefined],
  ]
  const kinds = offered.flatMap(([kind, is]) => (may && is ? [[kind, withoutUpload(rule(kind), upload)] as const] : []))
  return {
    kinds: Object.fromEntries(kinds),
    resharing: says('resharing'),
    publicUpload: upload,
    defaultRights: rightsOf(number(text('default_permissions')) ?? 31),
    searchFrom: number(text('search_min_length')) ?? 1,
    ...(passwordFrom ? { passwordFrom } : {}),
  }
}

/**
 * Nextcloud also says "no" when only the app for trusted servers is off, though sharing works; then it denies expiry dates
 * too, which it grants otherwise (recorded nextcloud-33.0.3/14-57, 14-58).
 */
function sendsFederated(sharing: XmlNode | undefined, says: Says): boolean {
  const isAppOff = textOf(sharing, 'federation', 'expire_date', 'enabled') === ''
  return says('federation', 'outgoing') || isAppOff
}

/** Nobody may put files in: there is nothing to ask for. */
const withoutUpload = (rule: KindRule, upload: boolean): KindRule =>
  upload ? rule : { ...rule, create: rule.create.filter((field) => field !== 'fileRequest') }

const noNeed: PasswordNeed = { readOnly: false, readWrite: false, uploadOnly: false, readWriteDelete: false }

/**
 * Federated shares keep neither note nor attributes (nextcloud/server FederatedShareProvider::addShareToDB). Teams and
 * rooms keep what their own apps store.
 */
function nextcloudRule(sharing: XmlNode | undefined, says: Says, major: number): (kind: ShareKind) => KindRule {
  const isNewer = (than: number): boolean => major === 0 || major >= than
  const local: ShareField[] = ['rights', 'expires', 'note', 'downloadAllowed']
  const open: ShareField[] = ['rights', 'password', 'expires', 'label', 'note', 'hideDownload']
  const token: ShareField[] = says('public', 'custom_tokens') ? ['token'] : []
  const emails: ShareField[] = isNewer(31) ? ['emails'] : []
  const federated: ShareField[] = isNewer(22) ? ['rights', 'expires'] : ['rights']
  const fields: Record<ShareKind, [create: ShareField[], change: ShareField[]]> = {
    remote: [federated, federated],
    'remote-group': [federated, federated],
    link: [
      [...open, ...token, 'fileRequest'],
      [...open, ...token],
    ],
    mail: [
      [...open, ...emails, 'fileRequest', ...(isNewer(30) ? (['sendMail'] as const) : [])],
      [...open, ...token, ...emails],
    ],
    user: [local, local],
    group: [local, local],
    team: [local, local],
    talk: [
      ['rights', 'expires'],
      ['rights', 'expires'],
    ],
  }
  return (kind) => {
    const isOpen = kind === 'link' || kind === 'mail'
    const isFederated = kind === 'remote' || kind === 'remote-group'
    const date = isOpen ? 'expire_date' : isFederated ? 'expire_date_remote' : 'expire_date_internal'
    const enforced =
      says('public', 'password', 'enforced') || (kind === 'mail' && says('sharebymail', 'password', 'enforced'))
    return {
      create: fields[kind][0],
      change: fields[kind][1],
      password: !isOpen ? 'none' : says('public', 'password', 'askForOptionalPassword') ? 'asked' : 'optional',
      passwordNeeded:
        isOpen && enforced ? { readOnly: true, readWrite: true, uploadOnly: true, readWriteDelete: true } : noNeed,
      expiry: expiryOf(find(sharing, 'public', date)),
    }
  }
}

function owncloudRule(sharing: XmlNode | undefined, says: Says): (kind: ShareKind) => KindRule {
  const enforced = (what: string): boolean => says('public', 'password', 'enforced_for', what)
  return (kind) => {
    const isLink = kind === 'link'
    const change: ShareField[] = isLink ? ['rights', 'password', 'expires', 'label'] : ['rights', 'expires']
    const part = isLink ? 'public' : kind === 'remote-group' ? 'remote' : kind
    return {
      create: isLink ? [...change, 'fileRequest'] : change,
      change,
      password: isLink ? 'optional' : 'none',
      passwordNeeded: isLink
        ? {
            readOnly: enforced('read_only'),
            readWrite: enforced('read_write'),
            uploadOnly: enforced('upload_only'),
            readWriteDelete: enforced('read_write_delete'),
          }
        : noNeed,
      expiry: expiryOf(find(sharing, part, 'expire_date')),
    }
  }
}

/** `<enabled/><days/><enforced/>`: the days are the preset and, when enforced, the most. */
function expiryOf(node: XmlNode | undefined): ExpiryRule {
  const days = Number(textOf(node, 'days'))
  const isOn = textOf(node, 'enabled') === '1' && days > 0
  const enforced = isOn && textOf(node, 'enforced') === '1'
  return { enforced, ...(isOn ? { defaultDays: days } : {}), ...(enforced ? { maxDays: days } : {}) }
}
