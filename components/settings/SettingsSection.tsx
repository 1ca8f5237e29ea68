import type { Settings } from '../../lib/domain/settings.ts'
import type { MessageKey } from '../../lib/domain/text.ts'
import type { SettingsView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { Check } from '../ui/Check.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PollChoice } from './PollChoice.tsx'

type Switch = Exclude<keyof Settings, 'pollMinutes'>

const before: [Switch, MessageKey][] = [['notifications', 'settings_notifications']]
const after: [Switch, MessageKey][] = [
  ['inPageButton', 'settings_in_page'],
  ['contextMenu', 'settings_context_menu'],
  ['pasteBox', 'settings_paste'],
  ['sync', 'settings_sync'],
]

/** What the user can choose, each choice in force at once. What an administrator has decided is shown, not offered. */
export function SettingsSection({ settings }: { settings: SettingsView }) {
  const backend = useBackend()
  const t = useText()
  const { values, locked, mistakes } = settings
  const choose = (choice: Partial<Settings>): void =>
    void backend.call('ui/choose-settings', choice).catch(() => undefined)
  const lockedBy = (key: keyof Settings): string | undefined =>
    locked.includes(key) ? t('settings_locked') : undefined
  const check = ([key, label]: [Switch, MessageKey]) => (
    <Check
      key={key}
      label={t(label)}
      checked={values[key]}
      locked={lockedBy(key)}
      onChange={(checked) => choose({ [key]: checked })}
    />
  )
  return (
    <section class="card" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('settings_title')}</h2>
      {mistakes.length > 0 && <Notice tone="warning" title={t('settings_mistakes', mistakes.join(', '))} />}
      {before.map(check)}
      <PollChoice
        minutes={values.pollMinutes}
        locked={lockedBy('pollMinutes')}
        onChoose={(pollMinutes) => choose({ pollMinutes })}
      />
      {after.filter(([key]) => key !== 'contextMenu' || backend.hasMenus).map(check)}
    </section>
  )
}
