import type { Failure, FailureCode } from '../domain/failure.ts'

const relabelled: Partial<Record<FailureCode, FailureCode>> = {
  'home-unreachable': 'remote-unreachable-from-home',
  'home-throttled': 'remote-throttled',
  'home-maintenance': 'remote-maintenance',
  'home-too-old': 'remote-too-old',
  'home-federation-off': 'remote-federation-off',
  'server-error': 'remote-refused',
}

/** The calls of this folder speak of the home; the same failure when the server asked was a remote. */
export const forRemote = (failure: Failure): Failure => ({ ...failure, code: relabelled[failure.code] ?? failure.code })
