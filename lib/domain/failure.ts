/**
 * The catalogue of expected failures. Each code has a title, a cause and a fix in
 * `public/_locales` (keys `failure_<code>_title|_cause|_fix`, dashes as underscores).
 */

/** Whom a failure concerns: decides where it is shown and who can mend it. */
export type Concern = 'home' | 'remote' | 'link' | 'account' | 'address' | 'file'

/** Transient: a later, identical attempt may succeed without anybody doing something. */
type Facts = `${'transient' | 'final'} ${Concern}`

// Words rather than objects made by functions: those a bundler cannot leave out of what is injected into pages.
const catalogue = {
  'home-unreachable': 'transient home',
  'home-rejected-login': 'final account',
  'home-maintenance': 'transient home',
  'home-throttled': 'transient home',
  'home-too-old': 'final home',
  'home-untrusted-address': 'final address',
  'home-federation-off': 'final home',
  'home-permission-missing': 'final home',
  'home-not-allowed': 'final address',
  'home-sign-in-missing': 'final account',
  'home-other-account': 'final account',
  'announce-refused': 'final home',
  'home-refused': 'final home',
  'home-not-secure': 'final address',
  'remote-unreachable-from-home': 'transient remote',
  'remote-cannot-reach-home': 'final home',
  'remote-private-address': 'final remote',
  'remote-too-old': 'final remote',
  'remote-federation-off': 'final remote',
  'remote-throttled': 'transient remote',
  'remote-maintenance': 'transient remote',
  'remote-refused': 'final remote',
  'not-a-link': 'final link',
  'link-gone': 'final link',
  'link-expired': 'final link',
  'link-not-readable': 'final link',
  'link-upload-only': 'final link',
  'link-download-hidden': 'final link',
  'link-not-downloadable': 'final link',
  'password-needed': 'final link',
  'password-wrong': 'final link',
  'password-tries-used-up': 'final link',
  'own-share': 'final link',
  'already-mounted': 'final link',
  'already-shared-but-missing': 'final remote',
  'pair-unsupported': 'final remote',
  'pair-needs-open-link': 'final link',
  'share-unusable': 'final link',
  'not-a-cloud': 'final address',
  'product-unsupported': 'final address',
  'answer-unreadable': 'transient home',
  'answer-too-large': 'final home',
  'server-error': 'transient home',
  'arrival-timeout': 'final remote',
  'arrival-ambiguous': 'final remote',
  'accept-gone': 'final account',
  'share-gone': 'final account',
  'name-taken': 'final account',
  'folder-gone': 'final account',
  'share-not-accepted': 'final account',
  'share-not-allowed': 'final account',
  'receiver-unknown': 'final account',
  'already-shared': 'final account',
  'file-gone': 'final account',
  'outgoing-gone': 'final account',
  'sharing-off': 'final home',
  'storage-full': 'final account',
  'copy-incomplete': 'final account',
  'copy-lost': 'transient account',
  'login-expired': 'final account',
  'login-lost': 'final account',
  'login-cancelled': 'final account',
  'not-connected': 'final account',
  'job-interrupted': 'transient account',
  'page-changed': 'final link',
  'settings-file-foreign': 'final file',
  'settings-file-newer': 'final file',
  'settings-file-invalid': 'final file',
} satisfies Record<string, Facts>

export type FailureCode = keyof typeof catalogue

export const failureCodes = /* @__PURE__ */ Object.keys(catalogue) as FailureCode[]

export interface Failure {
  code: FailureCode
  /** The server's own words or what was found instead: shown as a quotation, never as the message. */
  detail?: string
  /** Seconds the server asked us to stay away (`Retry-After`). */
  retryAfter?: number
}

/** Longest quotation kept of a server's words, in characters: they come from strangers. */
const detailLimit = 300

export function failure(code: FailureCode, detail?: string, retryAfter?: number): Failure {
  const words = detail?.trim().slice(0, detailLimit)
  return {
    code,
    ...(words ? { detail: words } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}

const factsOf = (code: FailureCode): string[] => catalogue[code].split(' ')

export const isTransient = (code: FailureCode): boolean => factsOf(code)[0] === 'transient'
export const concernOf = (code: FailureCode): Concern => factsOf(code)[1] as Concern

/** Whether trying again can help: the trouble may pass, or the user can mend it and come back. */
export const mayTryAgain = (code: FailureCode): boolean =>
  isTransient(code) || ['home', 'account'].includes(concernOf(code))
