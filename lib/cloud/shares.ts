import type { Product } from '../domain/account.ts'
import { failure, type FailureCode } from '../domain/failure.ts'
import {
  type FieldResult,
  type NewShare,
  type OutgoingShare,
  type ShareChange,
  type ShareField,
} from '../domain/outgoing-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { isRedirect } from './answer.ts'
import { mountTimeout, type Http, type HttpRequest } from './http.ts'
import { askOcsLong, askOcsRaw, succeeded, type OcsAnswer } from './ocs.ts'
import { readOutgoingShare, readOutgoingShares } from './outgoing-shares.ts'
import { changeSteps, createParams } from './share-params.ts'
import { shareRefusal } from './share-refusal.ts'
import type { XmlNode } from './xml.ts'

const root = '/apps/files_sharing/api/v1/shares'

/** Bytes: five thousand shares of Nextcloud are about 8 MB. */
const longestList = 24_000_000

export interface SharesQuery {
  /** Only those of this item. */
  path?: string
  /** Also what others made of the account's items. */
  reshares?: boolean
  /** Those of the items in the folder `path`. */
  subfiles?: boolean
  /** Those the account received instead, from users of the same server. */
  sharedWithMe?: boolean
}

/** What became of a change whose parameters went one by one. */
export type Changed =
  | { ok: true; value: OutgoingShare }
  | (Extract<FieldResult<never>, { ok: false }> & { changed: ShareField[]; share?: OutgoingShare })

/** The OCS Share API for what the account gives to others: `/ocs/v2.php/apps/files_sharing/api/v1/shares`. */
export function sharesApi(http: Http, product: Product) {
  const home = { base: http.base, product }
  /** A share in an answer, alone or as a list of one. */
  const read = (data: XmlNode): FieldResult<OutgoingShare> => {
    const share = readOutgoingShare(home, data.children.find(({ name }) => name === 'element') ?? data)
    return share ? ok(share) : failed(failure('answer-unreadable', 'no share'))
  }

  /** Whether a link has this address. Nobody knows where no clear answer comes. */
  const isUsed = async (token: string): Promise<boolean> => {
    const answer = await http.sendRaw({ method: 'HEAD', path: `/index.php/s/${encodeURIComponent(token)}` })
    return answer.ok && (answer.value.status === 200 || isRedirect(answer.value))
  }

  return {
    /**
     * `GET /shares`. Recorded: nextcloud-33.0.3/14-20-*, owncloud-10.15.2/240, 241, 953.
     * Failures: `file-gone` (the path), `sharing-off` (Nextcloud; ownCloud then lists nothing).
     */
    async list(query: SharesQuery = {}): Promise<FieldResult<OutgoingShare[]>> {
      const flags = new URLSearchParams({
        ...(query.path === undefined ? {} : { path: query.path }),
        ...(query.reshares ? { reshares: 'true' } : {}),
        ...(query.subfiles ? { subfiles: 'true' } : {}),
        ...(query.sharedWithMe ? { shared_with_me: 'true' } : {}),
      })
      const path = flags.size > 0 ? `${root}?${flags}` : root
      const missing = query.path === undefined ? 'sharing-off' : 'file-gone'
      const listed = await askOcsLong(http, { method: 'GET', path, maxBytes: longestList })
      const answer = judge(listed, undefined, missing)
      return answer.ok ? readOutgoingShares(home, answer.value) : answer
    },

    /** `GET /shares/ID`: a list of one. Failure: `outgoing-gone`. Recorded: owncloud-10.15.2/242, 243. */
    async get(id: string): Promise<FieldResult<OutgoingShare>> {
      const answer = await ask(http, { method: 'GET', path: pathOf(id) }, undefined, 'outgoing-gone')
      return answer.ok ? read(answer.value) : answer
    },

    /**
     * `POST /shares`. A federated share is delivered while this waits. Nextcloud answers with the share there is when a
     * user or group has it already (recorded nextcloud-33.0.3/14-10-user-again). Never sent twice by itself.
     */
    async create(share: NewShare): Promise<FieldResult<OutgoingShare>> {
      const form = createParams(product, share)
      const answer = await ask(http, { method: 'POST', path: root, form, timeoutMs: mountTimeout })
      return answer.ok ? read(answer.value) : answer
    },

    /**
     * `PUT /shares/ID`, once for each parameter; ends at the first that is refused. A token somebody uses already is
     * refused here: Nextcloud 33 gives it to both (recorded nextcloud-33.0.3/14-56-put-token-taken).
     */
    async change(current: OutgoingShare, change: ShareChange): Promise<Changed> {
      let share = current
      const changed: ShareField[] = []
      for (const { field, params } of changeSteps(product, current, change)) {
        const request = { method: 'PUT', path: pathOf(current.id), form: params, timeoutMs: mountTimeout }
        const isTaken =
          params['token'] !== undefined && params['token'] !== share.token && (await isUsed(params['token']))
        const answer = isTaken ? takenToken : await ask(http, request, field)
        const now = answer.ok ? read(answer.value) : answer
        if (!now.ok) return { ...now, changed, share }
        share = now.value
        changed.push(field)
      }
      return { ok: true, value: share }
    },

    /** `DELETE /shares/ID`; a federated receiver is told. Failure: `outgoing-gone`. Recorded: owncloud-10.15.2/247, 248. */
    async remove(id: string): Promise<FieldResult<void>> {
      const request = { method: 'DELETE', path: pathOf(id), timeoutMs: mountTimeout }
      const answer = await ask(http, request, undefined, 'outgoing-gone')
      return answer.ok ? ok() : answer
    },

    /**
     * `POST /shares/ID/send-email`: a mail to the receivers of a mail share (Nextcloud 30; ten in ten minutes).
     * A protected share wants its password in clear; without it the answer is a `server-error`. With one that is the
     * likeliest trouble, though servers say the same of every other: `password-wrong` (recorded nextcloud-33.0.3/14-33-*;
     * nextcloud/server ShareAPIController::sendShareEmail).
     */
    async sendMail(id: string, password?: string): Promise<FieldResult<void>> {
      const form: Record<string, string> = password === undefined ? {} : { password }
      const answer = await ask(http, {
        method: 'POST',
        path: `${pathOf(id)}/send-email`,
        form,
        timeoutMs: mountTimeout,
      })
      if (answer.ok) return ok()
      const isWrong = password !== undefined && answer.failure.code === 'server-error'
      return isWrong ? { ...failed(failure('password-wrong', answer.failure.detail)), field: 'password' } : answer
    },
  }
}

const takenToken: FieldResult<never> = { ...failed(failure('share-not-accepted', 'in use already')), field: 'token' }

const pathOf = (id: string): string => `${root}/${encodeURIComponent(id)}`

const ask = async (
  http: Http,
  request: HttpRequest,
  field?: ShareField,
  missing?: FailureCode,
): Promise<FieldResult<XmlNode>> => judge(await askOcsRaw(http, request), field, missing)

function judge(answer: Result<OcsAnswer>, field?: ShareField, missing?: FailureCode): FieldResult<XmlNode> {
  if (!answer.ok) return answer
  return succeeded(answer.value) ? ok(answer.value.data) : shareRefusal(answer.value, field, missing)
}
