import { shareKinds } from '../../../lib/domain/outgoing-share.ts'
import type { ShareRules } from '../../../lib/domain/share-rules.ts'
import type { CloudIdCheck, Sharee } from '../../../lib/protocol.ts'
import type { Target } from './steps.ts'

/** One line of the proposals. */
export interface Receiver {
  key: string
  target: Target
  /** Full host of a federated receiver. */
  host?: string
  /** A cloud id that was typed: its server is asked before anything is sent. */
  check?: CloudIdCheck
}

const isMailAddress = (text: string): boolean => /^[^\s@/]+@[^\s@/:]+\.[^\s@/:.]+$/.test(text)

/**
 * The proposals, federated ones first, of the kinds the server lets be shared with. What was typed as a cloud id or a mail
 * address is proposed as such, also where the server has no proposal of its own.
 */
export function receiversOf(
  typed: string,
  sharees: Sharee[],
  check: CloudIdCheck | undefined,
  { kinds }: Pick<ShareRules, 'kinds'>,
): Receiver[] {
  const offered = sharees.filter(({ kind }) => kinds[kind])
  const others = check ? offered.filter(({ kind, id }) => kind !== 'remote' || !sameId(id, check.cloudId)) : offered
  const receivers = others.map(receiverOf)
  if (check && check.state !== 'own') receivers.push(federated(check))
  const mail = typed.trim()
  const hasMail = receivers.some(({ target }) => target.kind === 'mail' && sameId(target.with ?? '', mail))
  if (kinds.mail && isMailAddress(mail) && !hasMail) {
    receivers.push({ key: `mail ${mail}`, target: { kind: 'mail', with: mail, label: mail } })
  }
  const rank = ({ target, check: typedHere }: Receiver): number => (typedHere ? -1 : shareKinds.indexOf(target.kind))
  // A server may propose the same receiver twice: exactly, and among those who resemble it.
  const once = new Map(receivers.map((receiver) => [receiver.key, receiver]))
  return [...once.values()].sort((a, b) => rank(a) - rank(b))
}

const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

function receiverOf({ kind, id, label, detail, host }: Sharee): Receiver {
  return {
    key: `${kind} ${id}`,
    target: { kind, with: id, label, ...(detail ? { detail } : {}) },
    ...(host ? { host } : {}),
  }
}

function federated(check: CloudIdCheck): Receiver {
  const { cloudId, user, host } = check
  return {
    key: `remote ${cloudId}`,
    target: { kind: 'remote', with: cloudId, label: user, detail: cloudId },
    host,
    check,
  }
}
