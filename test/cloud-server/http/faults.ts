/** Failures on demand: what to do instead of, or to, an answer. */

import type { Fault, Faults } from '../api.ts'
import type { Answer } from './answer.ts'
import type { Incoming } from './incoming.ts'

export interface FaultBox extends Faults {
  /** The first live fault for the request; using it costs one of its `times`. */
  take(request: Incoming): Fault | undefined
}

export function createFaults(): FaultBox {
  const live: { fault: Fault; left: number }[] = []
  return {
    add: (fault) => void live.push({ fault, left: fault.times ?? 1 }),
    clear: () => void (live.length = 0),
    take(request) {
      const found = live.find(({ fault, left }) => left > 0 && matches(fault, request))
      if (found) found.left -= 1
      return found?.fault
    },
  }
}

function matches(fault: Fault, request: Incoming): boolean {
  if (fault.method && fault.method !== request.method) return false
  return typeof fault.path === 'string' ? fault.path === request.path : fault.path.test(request.path)
}

/** The fault's own answer, or the handler's with the fault's changes. Undefined lets the request through. */
export function spoil(fault: Fault, answer?: Answer): Answer | undefined {
  const speaks =
    fault.status !== undefined ||
    fault.body !== undefined ||
    fault.headers !== undefined ||
    fault.contentType !== undefined
  if (!answer && !speaks && fault.padToBytes === undefined && fault.truncateAt === undefined) return undefined
  const headers = { ...answer?.headers, ...fault.headers }
  if (fault.contentType) headers['Content-Type'] = fault.contentType
  const body = fault.body ?? answer?.body ?? ''
  const blanks = Math.max((fault.padToBytes ?? 0) - Buffer.byteLength(body), 0)
  return { status: fault.status ?? answer?.status ?? 200, headers, body, ...(blanks > 0 ? { blanks } : {}) }
}
