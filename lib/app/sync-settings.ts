import { readSettings, type Settings } from '../domain/settings.ts'
import type { Ports } from './ports.ts'
import { chooseSettings } from './settings.ts'

/** Everything but the wish to synchronise, which each browser has for itself. */
const shared = ({ sync: _, ...choices }: Partial<Settings>): Partial<Settings> => choices

/** Comparable, whatever the order of the keys. */
const inOrder = (choices: Partial<Settings>): string => JSON.stringify(Object.entries(choices).toSorted())

/** Keeps the user's choices in the browser's sync, if the user wants that. Choices only: no account, no secret. */
export async function pushSettings(ports: Ports): Promise<void> {
  const chosen = await ports.stores.settings.read()
  const known = shared(readSettings(await ports.sync.read()))
  // Without a difference nothing is written: it would come back as a change.
  if (chosen.sync && inOrder(known) !== inOrder(shared(chosen))) await ports.sync.write(shared(chosen))
}

/** Takes over what the user chose in another browser. */
export async function pullSettings(ports: Ports): Promise<void> {
  const chosen = await ports.stores.settings.read()
  const known = shared(readSettings(await ports.sync.read()))
  const after = { ...shared(chosen), ...known }
  if (chosen.sync && inOrder(after) !== inOrder(shared(chosen))) await chooseSettings(ports, known)
}
