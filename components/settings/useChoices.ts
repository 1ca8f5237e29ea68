import type { Settings } from '../../lib/domain/settings.ts'
import type { SettingsView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'

/** How to choose, each choice in force at once; and why one cannot be changed, where an administrator has decided. */
export function useChoices({ locked }: SettingsView) {
  const backend = useBackend()
  const t = useText()
  return {
    choose: (choice: Partial<Settings>): void => void backend.call('ui/choose-settings', choice).catch(() => undefined),
    lockedBy: (key: keyof Settings): string | undefined => (locked.includes(key) ? t('settings_locked') : undefined),
  }
}
