/** What the user can choose. Stored are only the choices made, so that a default may change later. */
export interface Settings {
  /** Desktop notifications for new pending shares. */
  notifications: boolean
  /** How often pending shares are looked for when all is well, in minutes. */
  pollMinutes: number
  /** The button on share pages, where the browser's permission for them was given. */
  inPageButton: boolean
  /** The entry in the menu of links. */
  contextMenu: boolean
  /** The box for share links in the popup. */
  pasteBox: boolean
  /** Keeps these choices, and nothing else, in the browser's own sync. */
  sync: boolean
}

export const defaultSettings: Settings = {
  notifications: true,
  pollMinutes: 15,
  inPageButton: true,
  contextMenu: true,
  pasteBox: true,
  sync: false,
}

/** The pauses offered, in minutes; an administrator may set any in between. */
export const pollChoices = [5, 15, 30, 60, 180]
const shortestPoll = 5
const longestPoll = 24 * 60

export const isPollMinutes = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= shortestPoll && value <= longestPoll

/** The valid choices among what was stored, synchronised or sent; everything else is left out. */
export function readSettings(value: unknown): Partial<Settings> {
  if (typeof value !== 'object' || value === null) return {}
  const known = Object.entries(value).filter(([key, choice]) =>
    key === 'pollMinutes' ? isPollMinutes(choice) : Object.hasOwn(defaultSettings, key) && typeof choice === 'boolean',
  )
  return Object.fromEntries(known) as Partial<Settings>
}
