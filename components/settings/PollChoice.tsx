import { pollChoices } from '../../lib/domain/settings.ts'
import type { Translate } from '../../lib/domain/text.ts'
import { useText } from '../context.ts'
import { counted } from '../../lib/domain/counted.ts'
import { Select } from '../ui/Select.tsx'

interface Props {
  minutes: number
  locked: string | undefined
  onChoose: (minutes: number) => void
}

/** How often to look for new shares. */
export function PollChoice({ minutes, locked, onChoose }: Props) {
  const t = useText()
  const offered = [...new Set([...pollChoices, minutes])].sort((a, b) => a - b)
  return (
    <Select
      label={t('settings_poll')}
      value={String(minutes)}
      options={offered.map((choice) => ({ value: String(choice), label: inWords(t, choice) }))}
      onChoose={(choice) => onChoose(Number(choice))}
      locked={locked}
    />
  )
}

function inWords(t: Translate, minutes: number): string {
  if (minutes === 60) return t('settings_poll_hour')
  return minutes % 60 === 0
    ? counted(t, 'settings_poll_hours', minutes / 60)
    : counted(t, 'settings_poll_minutes', minutes)
}
