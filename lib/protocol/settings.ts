/** Messages about settings and what the user is told once. Types only. */
import type { Settings } from '../domain/settings.ts'

/** The settings in force, and what an administrator has decided. */
export interface SettingsView {
  values: Settings
  /** Set by an administrator, not to be changed here. */
  locked: (keyof Settings)[]
  /** The organisation's cloud. */
  homeAddress?: string
  /** No other cloud may be connected. */
  homeAddressLocked: boolean
  /** Nobody is to be welcomed after the installation. */
  hidesWelcome: boolean
  /** Names of the administrator's settings that are not valid. */
  mistakes: string[]
}

export interface SettingsCalls {
  'ui/choose-settings': { request: Partial<Settings>; response: void }
  'ui/dismiss-notice': { request: { id: string }; response: void }
}
