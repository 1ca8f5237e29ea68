import browser from 'webextension-polyfill'

const name = 'stay-awake'

/** Firefox ends its background page after 30 s without an event, in milliseconds: well before that comes one of ours. */
const pause = 20_000

let pending = 0
let usedSinceAlarm = false

/**
 * A fetch whose requests keep the background alive. Firefox counts neither requests nor answers it still owes as work
 * and ends the page in the middle of them; an alarm is an event, which starts the time anew. Chromium's workers live as
 * long as they call the browser or owe an answer, and need no alarm.
 */
export function awakeFetch(send: typeof fetch): typeof fetch {
  if (!isEventPage()) return send
  return async (...request) => {
    pending++
    void stayAwake()
    return send(...request).finally(() => pending--)
  }
}

/** Sets the next alarm if there was work since the last one. */
export async function onAwakeAlarm(alarm: string): Promise<void> {
  if (alarm !== name) return
  const wanted = pending > 0 || usedSinceAlarm
  usedSinceAlarm = false
  if (wanted) await set()
}

async function stayAwake(): Promise<void> {
  usedSinceAlarm = true
  if (!(await browser.alarms.get(name))) await set()
}

const set = async (): Promise<void> => browser.alarms.create(name, { when: Date.now() + pause })

/** Chromium's background is a worker, without a window. */
const isEventPage = (): boolean => typeof document !== 'undefined'
