import { readPolicy, settingsInForce, type Policy } from '../domain/policy.ts'
import { readSettings, type Settings } from '../domain/settings.ts'
import { alarmFor } from './alarms.ts'
import { nextPollAt } from '../domain/poll-schedule.ts'
import type { Ports } from './ports.ts'

/** What the administrator has set, as far as it is valid. Read anew each time: it may come late or change. */
export const policyOf = async (ports: Ports): Promise<Policy> => readPolicy(await ports.managed()).policy

/** The settings in force: the administrator's word before the user's, the defaults for the rest. */
export async function settingsOf(ports: Ports): Promise<Settings> {
  const [chosen, managed] = await Promise.all([ports.stores.settings.read(), ports.managedSoFar()])
  return settingsInForce(chosen, readPolicy(managed).policy).settings
}

/** The pause between polls when all is well, in milliseconds. */
export const pollIntervalOf = async (ports: Ports): Promise<number> => (await settingsOf(ports)).pollMinutes * 60_000

/** Stores the user's choices; what is none, or what the administrator has set, changes nothing. */
export async function chooseSettings(ports: Ports, choices: Partial<Settings>): Promise<void> {
  const { locked } = settingsInForce({}, await policyOf(ports))
  const free = Object.entries(readSettings(choices)).filter(([key]) => !locked.includes(key as keyof Settings))
  await ports.stores.settings.update((chosen) => ({ ...chosen, ...Object.fromEntries(free) }))
}

/** After the interval has changed: accounts that are well are polled at the new pace from now on. */
export async function reschedulePolls(ports: Ports): Promise<void> {
  const interval = await pollIntervalOf(ports)
  const [accounts, inbox] = await Promise.all([ports.stores.accounts.read(), ports.stores.inbox.read()])
  const well = accounts.filter(({ id, state }) => state === 'ready' && (inbox[id]?.failures ?? 0) === 0)
  for (const { id } of well) {
    await ports.alarms.set(alarmFor('poll', id), nextPollAt({ failures: 0, interval }, ports.now(), ports.random()))
  }
}
