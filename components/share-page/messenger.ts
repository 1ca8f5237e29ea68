import type { PageCalls, Request, Response } from '../../lib/protocol.ts'

export type CallBackground = <K extends keyof PageCalls>(call: K, request: Request<K>) => Promise<Response<K>>

/** Pauses before a message is sent again, in milliseconds: half a minute in all. */
const pauses = [300, 1000, 2000, 4000, 8000, 15_000]

/** Calls whose answer says nothing. */
const silent: (keyof PageCalls)[] = ['page/connect']

/**
 * Sends again what was lost because the background worker died; every page call may be repeated. Rejects with the last
 * error after half a minute, or at once when the extension itself is gone.
 */
export function persistent(
  call: CallBackground,
  isAlive: () => boolean,
  sleep: (milliseconds: number) => Promise<void>,
): CallBackground {
  return async (name, request) => {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await call(name, request)
        // A worker that dies while it answers may resolve to nothing instead of rejecting.
        if (answer || silent.includes(name)) return answer
        throw new Error('no answer')
      } catch (error) {
        const pause = pauses[tries]
        if (pause === undefined || !isAlive()) throw error
        await sleep(pause)
      }
    }
  }
}
