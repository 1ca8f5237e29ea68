import { addEvent, type LogEntry } from '../domain/event-log.ts'
import type { Ports } from './ports.ts'

/** Notes an event for diagnostics. A log that cannot be written must never stop what it tells of. */
export async function log(ports: Ports, entry: LogEntry): Promise<void> {
  await ports.stores.events.update((events) => addEvent(events, entry, ports.now())).catch(() => undefined)
}
