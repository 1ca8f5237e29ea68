import type { Settings } from '../../lib/domain/settings.ts'
import type { SettingsView } from '../../lib/protocol.ts'
import { Check } from '../ui/Check.tsx'
import { useChoices } from './useChoices.ts'

interface Props {
  settings: SettingsView
  of: Exclude<keyof Settings, 'pollMinutes' | 'appearance'>
  label: string
  hint?: string
}

/** A setting that is on or off. */
export function Switch({ settings, of, label, hint }: Props) {
  const { choose, lockedBy } = useChoices(settings)
  return (
    <Check
      label={label}
      checked={settings.values[of]}
      locked={lockedBy(of)}
      hint={hint}
      onChange={(checked) => choose({ [of]: checked })}
    />
  )
}
