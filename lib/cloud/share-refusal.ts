import { failure, type FailureCode } from '../domain/failure.ts'
import type { FieldResult, ShareField } from '../domain/outgoing-share.ts'
import { refusedBy, type OcsAnswer } from './ocs.ts'

type Refusal = Extract<FieldResult<never>, { ok: false }>

/**
 * What servers say in English, and which field it is about. Accounts may have another language, so this only sharpens what
 * the code and the parameter sent already tell. Mostly by how the sentence begins, for names of files and people stand in
 * the middle. Recorded: nextcloud-32.0.1/02-2*, 04-9*, nextcloud-33.0.3/14-*, owncloud-10.15.2/23*, 51*-52*, 95*-96*; the
 * rest from both ShareAPI controllers and share managers.
 */
const sayings: [RegExp, FailureCode, ShareField?][] = [
  [/^wrong share id/i, 'outgoing-gone'],
  [/^could not (?:delete|update|create|lock) /i, 'share-not-allowed'],
  [/^wrong path|^please specify a file|^not a directory/i, 'file-gone', 'path'],
  [/already shared with/i, 'already-shared', 'with'],
  [
    /could not find .*, maybe|^please specify a valid|^conversation not found|^invalid cloud id|recipient should not be empty$|same (?:account|user)$|with yourself$|share owner$|group members$|own groups$|is blacklisted|^sharewith /i,
    'receiver-unknown',
    'with',
  ],
  [
    /back end does not|^unknown share type|^share api is|^sharing is|^(?:public )?link (?:sharing|creation) is|^group sharing is|if the app is not enabled$/i,
    'sharing-off',
    'kind',
  ],
  [/^(?:the )?passwords? /i, 'share-not-accepted', 'password'],
  [/^expiration date|^invalid date|^cannot set expiration/i, 'share-not-accepted', 'expires'],
  [/^maximum label/i, 'share-not-accepted', 'label'],
  [/^tokens must|^custom share link tokens/i, 'share-not-accepted', 'token'],
  [/root folder$|contains other shares$|^you are not allowed to share|^shared path/i, 'share-not-allowed', 'path'],
  [
    /^public upload|^cannot increase|^cannot remove all|^cannot set the requested|^share must|^(?:in)?valid permissions|^files? (?:shares )?cannot|^can.t change permissions|^shares need/i,
    'share-not-allowed',
    'rights',
  ],
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
 * @param missing what is not there when the code is 404 and the words say nothing
 */
export function shareRefusal({ code, message }: OcsAnswer, asked?: ShareField, missing?: FailureCode): Refusal {
  const fallback = code === 404 && missing ? missing : byCode[code]
  if (!fallback) return { ok: false, failure: refusedBy(code, message) }
  const [, named = fallback, about] = sayings.find(([words]) => words.test(message)) ?? []
  const field = named === 'outgoing-gone' ? undefined : (asked ?? about)
  return { ok: false, failure: failure(named, message), ...(field ? { field } : {}) }
}
