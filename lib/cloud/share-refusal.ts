import { failure, type FailureCode } from '../domain/failure.ts'
import type { FieldResult, ShareField } from '../domain/outgoing-share.ts'
import { refusedBy, type OcsAnswer } from './ocs.ts'

type Refusal = Extract<FieldResult<never>, { ok: false }>

/**
 * What servers say in English, and which field it is about. Accounts may have another language, so this only sharpens what
 * the code and the parameter sent already tell. Recorded: nextcloud-32.0.1/02-2*, 04-9*, nextcloud-33.0.3/14-*,
 * owncloud-10.15.2/23*, 51*-52*, 95*-96*; the rest from both ShareAPI controllers and share managers.
 */
const sayings: [RegExp, FailureCode, ShareField?][] = [
  [/wrong share id/i, 'outgoing-gone'],
  [/wrong path|specify a file or folder|not a directory/i, 'file-gone', 'path'],
  [/already shared/i, 'already-shared', 'with'],
  [
    /share api is disabled|sharing is (?:disabled|not allowed|now allowed)|(?:disabled by the administrator|type \d+$)/i,
    'sharing-off',
    'kind',
  ],
  [/link creation is only|not enabled|back end does not/i, 'sharing-off', 'kind'],
  [
    /valid (?:account|user|group|team|email|federated)|could not find|cloud id|same (?:account|user)|yourself|share owner|group members|own groups|blacklisted|shareWith/i,
    'receiver-unknown',
    'with',
  ],
  [/password/i, 'share-not-accepted', 'password'],
  [/\bdate\b|expir/i, 'share-not-accepted', 'expires'],
  [/label/i, 'share-not-accepted', 'label'],
  [/token/i, 'share-not-accepted', 'token'],
  [/root folder|contains other shares|not allowed to share|shared path/i, 'share-not-allowed', 'path'],
  [/permission|public upload/i, 'share-not-allowed', 'rights'],
  [/unknown share type/i, 'sharing-off', 'kind'],
]

/** By the documented status codes: 400 something given is wrong, 403 not allowed, 404 something named is not there. */
const byCode: Record<number, FailureCode> = {
  400: 'share-not-accepted',
  403: 'share-not-allowed',
  404: 'share-not-accepted',
}

/**
 * Why a call about shares was refused, with the server's reason as quoted detail.
 * @param asked the one field the request was about, if it was about one
 */
export function shareRefusal({ code, message }: OcsAnswer, asked?: ShareField): Refusal {
  const fallback = byCode[code]
  if (!fallback) return { ok: false, failure: refusedBy(code, message) }
  const [, named, about] = sayings.find(([words]) => words.test(message)) ?? []
  const field = asked ?? about
  // "Public upload disabled by the administrator" is about the rights, whatever else is disabled.
  const isUpload = /public upload/i.test(message)
  return {
    ok: false,
    failure: failure(isUpload ? 'share-not-allowed' : (named ?? fallback), message),
    ...(isUpload && !asked ? { field: 'rights' as const } : field ? { field } : {}),
  }
}
