import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../lib/cloud/answer.ts'
import { readMountAnswer } from '../../lib/cloud/mount-answer.ts'
import { readOcs } from '../../lib/cloud/ocs.ts'
import { readAsk } from '../../lib/cloud/public-link.ts'
import { readShares } from '../../lib/cloud/received-shares.ts'
import { refusalOf, unexpected } from '../../lib/cloud/refusal.ts'
import { shareRefusal } from '../../lib/cloud/share-refusal.ts'
import { readExternal, readSessionAsk } from '../../lib/cloud/session-answer.ts'
import { failureCodes } from '../../lib/domain/failure.ts'
import type { Result } from '../../lib/domain/result.ts'

const runs = { numRuns: 10_000 }
vi.setConfig({ testTimeout: 60_000 })

/** What servers and everything between them and us may say. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'The resource already shared with this user',
    'Could not find alice@home.example, maybe the server is currently unreachable or uses a self-signed certificate.',
    'No permission to access the share',
    'Share does not exist',
    'Invalid query, please check the syntax.',
    'Could not unshare',
    'Passwort falsch',
    '__proto__',
    'constructor',
  ),
)
const status = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.constantFrom(0, 200, 204, 302, 400, 401, 403, 404, 412, 429, 500, 503),
)
const json = fc
  .oneof(
    fc.jsonValue(),
    fc.record({ message: words }),
    fc.record({ remoteUrl: words }),
    fc.record({ message: words, remoteUrl: words }),
    fc.record({ data: fc.record({ message: words }), status: fc.constantFrom('error', 'success') }),
    fc.constant(JSON.parse('{"__proto__":{"remoteUrl":"x","message":"x"}}') as object),
  )
  .map((value) => JSON.stringify(value))
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const row = fc
  .dictionary(fc.constantFrom('id', 'remote', 'name', 'owner', 'accepted', 'mountpoint', 'type', 'share_token'), words)
  .map(
    (fields) =>
      `<element>${Object.entries(fields)
        .map(([key, text]) => `<${key}>${escaped(text)}</${key}>`)
        .join('')}</element>`,
  )
const envelope = fc
  .tuple(
    fc.oneof(fc.integer({ min: -1, max: 1200 }), fc.constantFrom(100, 200, 404, 997)),
    words,
    fc.array(row, { maxLength: 3 }),
  )
  .map(
    ([code, text, rows]) =>
      `<?xml version="1.0"?><ocs><meta><statuscode>${code}</statuscode><message>${escaped(text)}</message></meta><data>${rows.join('')}</data></ocs>`,
  )
const html = words.map((text) => `<!DOCTYPE html><html><head><title>${escaped(text)}</title></head></html>`)
const body = fc.oneof(
  words,
  json,
  envelope,
  html,
  fc.tuple(envelope, fc.nat(200)).map(([text, at]) => text.slice(0, at)),
)
const headers = fc.dictionary(fc.constantFrom('location', 'retry-after', 'content-type'), words)
const answer: fc.Arbitrary<Answer> = fc
  .tuple(status, fc.constantFrom('', 'text/html', 'application/json', 'application/xml', 'image/png'), body, headers)
  .map(([code, contentType, text, fields]) => ({
    status: code,
    contentType,
    text,
    header: (name) => fields[name] ?? null,
  }))

/** What is wrong with a result that is neither a success nor a failure out of the catalogue with a short quotation. */
function problemOf(result: Result<unknown>): string | undefined {
  if (result.ok) return undefined
  const { code, detail = '', retryAfter = 0 } = result.failure
  if (!failureCodes.includes(code)) return `unknown code ${code}`
  if (detail.length > 300) return 'a long quotation'
  return retryAfter < 0 || retryAfter > 86_400 ? `a wait of ${retryAfter} s` : undefined
}

describe('whatever a server answers, it is read without throwing, and every failure is a known one', () => {
  it('a remote’s answer to being asked', () => {
    fc.assert(
      fc.property(answer, fc.boolean(), words, ({ status: code, text }, withPassword, cloudId) => {
        const result = readMountAnswer({ status: code, body: text }, { cloudId, withPassword })
        expect(problemOf(result)).toBeUndefined()
        // Only one thing means yes.
        if (result.ok) expect([code, text.includes('remoteUrl')]).toEqual([200, true])
      }),
      runs,
    )
  })

  it('an OCS envelope, and the shares in it', () => {
    fc.assert(
      fc.property(answer, (came) => {
        const result = readOcs(came)
        expect(problemOf(result)).toBeUndefined()
        if (!result.ok || !result.value) return
        const shares = readShares(result.value)
        expect(problemOf(shares)).toBeUndefined()
        for (const share of shares.ok ? shares.value : []) {
          expect(share.id && share.remote && share.name).toBeTruthy()
          expect(Object.keys(share)).not.toContain('share_token')
          if (!share.accepted) expect(share.mountpoint).toBeUndefined()
        }
      }),
      runs,
    )
  })

  it('a home’s answers to being asked', () => {
    fc.assert(
      fc.property(answer, fc.boolean(), (came, withPassword) => {
        const told = { status: came.status, body: came.text }
        const results = [
          readAsk(came, withPassword),
          readSessionAsk(told, withPassword),
          readExternal(told, withPassword),
        ]
        expect(results.flatMap((result) => problemOf(result) ?? [])).toEqual([])
      }),
      runs,
    )
  })

  it('a refusal to share', () => {
    const field = fc.constantFrom(undefined, 'path', 'with', 'password', 'expires')
    const missing = fc.constantFrom(undefined, 'outgoing-gone', 'file-gone')
    const data = { name: 'data', text: '', children: [] }
    fc.assert(
      fc.property(status, body, field, missing, (code, message, asked, gone) => {
        expect(problemOf(shareRefusal({ code, message, data }, asked, gone))).toBeUndefined()
      }),
      runs,
    )
  })

  it('a refusal', () => {
    fc.assert(
      fc.property(answer, (came) => {
        expect(problemOf({ ok: false, failure: refusalOf(came) ?? unexpected(came) })).toBeUndefined()
      }),
      runs,
    )
  })
})
