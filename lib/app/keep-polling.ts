import { alarmFor } from './alarms.ts'
import type { Ports } from './ports.ts'

/** Pause before the first poll of an account whose alarm was lost, in milliseconds. */
const soon = 60_000

/** Browsers forget alarms when an extension is switched off or updated: whoever is to be polled gets one again. */
export async function keepPolling(ports: Ports): Promise<void> {
  const accounts = await ports.stores.accounts.read()
  for (const { id } of accounts.filter(({ state }) => state !== 'signed-out')) {
    const alarm = alarmFor('poll', id)
    if (!(await ports.alarms.has(alarm))) await ports.alarms.set(alarm, ports.now() + soon)
  }
}
