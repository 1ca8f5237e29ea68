import type { FailureCode } from '../../lib/domain/failure.ts'

/**
 * Failures that a second click on the same page cannot mend. A list of its own because the whole catalogue would weigh
 * half a kilobyte on every share page; a test holds the two together.
 */
export const hopeless: FailureCode[] = [
  'own-share',
  'pair-unsupported',
  'link-gone',
  'link-expired',
  'link-not-readable',
  'link-upload-only',
  'link-download-hidden',
  'remote-federation-off',
  'remote-too-old',
  'remote-private-address',
  'password-tries-used-up',
  'already-shared-but-missing',
  'arrival-ambiguous',
  'page-changed',
]
