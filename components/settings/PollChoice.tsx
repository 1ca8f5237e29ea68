import { useId } from 'preact/hooks'
import { counted } from '../../lib/domain/counted.ts'
import { pollChoices } from '../../lib/domain/settings.ts'
import type { Translate } from '../../lib/domain/text.ts'
import { useText } from '../context.ts'
import './Settings.css'

interface Props {
  minutes: number
  locked: string | undefined
  onChoose: (minutes: number) => void
}

/** How often to look for new shares. */
export function PollChoice({ minutes, locked, onChoose }: Props) {
  const t = useText()
  const id = useId()
  const offered = [...new Set([...pollChoices, minutes])].sort((a, b) => a - b)
  return (
    <div class="setting">
      <label for={id}>{t('settings_poll')}</label>
      <select
        id={id}
        value={String(minutes)}
        disabled={locked !== undefined}
        aria-describedby={locked === undefined ? undefined : `${id}-locked`}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {offered.map((choice) => (
          <option key={choice} value={String(choice)} selected={choice === minutes}>
            {inWords(t, choice)}
          </option>
        ))}
      </select>
      {locked !== undefined && (
        <p id={`${id}-locked`} class="small">
          {locked}
        </p>
      )}
    </div>
  )
}

function inWords(t: Translate, minutes: number): string {
  if (minutes === 60) return t('settings_poll_hour')
  return minutes % 60 === 0
    ? counted(t, 'settings_poll_hours', minutes / 60)
    : counted(t, 'settings_poll_minutes', minutes)
}
