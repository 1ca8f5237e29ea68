import type { SettingsView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { PollChoice } from './PollChoice.tsx'
import { Switch } from './Switch.tsx'
import { useChoices } from './useChoices.ts'

/** How shares that others send are looked for, told of and accepted. */
export function InboxSection({ settings }: { settings: SettingsView }) {
  const t = useText()
  const { choose, lockedBy } = useChoices(settings)
  return (
    <section class="card" aria-labelledby="inbox-settings-title">
      <h2 id="inbox-settings-title">{t('popup_tab_inbox')}</h2>
      <PollChoice
        minutes={settings.values.pollMinutes}
        locked={lockedBy('pollMinutes')}
        onChoose={(pollMinutes) => choose({ pollMinutes })}
      />
      <Switch settings={settings} of="notifications" label={t('settings_notifications')} />
      <Switch
        settings={settings}
        of="acceptAsked"
        label={t('settings_accept_asked')}
        hint={t('settings_accept_asked_hint')}
      />
    </section>
  )
}
