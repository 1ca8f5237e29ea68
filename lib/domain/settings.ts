/** What the user can choose. Stored are only the choices made, so that a default may change later. */
export interface Settings {
  /** Desktop notifications for new pending shares. */
  notifications: boolean
  /** How often pending shares are looked for when all is well, in minutes. */
  pollMinutes: number
  /** The button on share pages, where the browser's permission for them was given. */
  inPageButton: boolean
  /** The entry in the menus of links and of share pages. */
  contextMenu: boolean
  /** The box for share links in the popup. */
  pasteBox: boolean
  /** The keyword in the address bar. */
  omnibox: boolean
  /** The key that adds the share on the page in front. */
  shortcut: boolean
  /** A share that comes late, for a link the user added, is accepted by itself. */
  acceptAsked: boolean
  appearance: Appearance
  /** Keeps these choices, and nothing else, in the browser's own sync. */
  sync: boolean
}

export const defaultSettings: Settings = {
  notifications: true,
  pollMinutes: 15,
  inPageButton: true,
  contextMenu: true,
  pasteBox: true,
  omnibox: true,
  shortcut: true,
  acceptAsked: true,
  appearance: 'system',
  sync: false,
}

/** The pauses offered, in minutes; an administrator may set any in between. */
export const pollChoices = [5, 15, 30, 60, 180]
const shortestPoll = 5
const longestPoll = 24 * 60

export const isPollMinutes = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= shortestPoll && value <= longestPoll

/** `system`: as the browser and the computer are set. */
export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

const valid: Record<keyof Settings, (value: unknown) => boolean> = {
  notifications: isBoolean,
  pollMinutes: isPollMinutes,
  inPageButton: isBoolean,
  contextMenu: isBoolean,
  pasteBox: isBoolean,
  omnibox: isBoolean,
  shortcut: isBoolean,
  acceptAsked: isBoolean,
  appearance: (value) => appearances.some((known) => known === value),
  sync: isBoolean,
}

export const isSetting = (key: string): key is keyof Settings => Object.hasOwn(valid, key)

/** Whether a value may be chosen for a setting. */
export const isChoice = (key: keyof Settings, value: unknown): boolean => valid[key](value)

/** The valid choices among what was stored, synchronised or sent; everything else is left out. */
export function readSettings(value: unknown): Partial<Settings> {
  if (typeof value !== 'object' || value === null) return {}
  const known = Object.entries(value).filter(([key, choice]) => isSetting(key) && isChoice(key, choice))
  return Object.fromEntries(known) as Partial<Settings>
}
