import type { Installation, SettingsView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { SharePages } from './SharePages.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { Switch } from './Switch.tsx'

/** All ways in which a share gets added, each of which can be switched off. */
export function WaysSection({ settings, installation }: { settings: SettingsView; installation: Installation }) {
  const t = useText()
  return (
    <section class="card" aria-labelledby="ways-title">
      <h2 id="ways-title">{t('ways_title')}</h2>
      <Switch settings={settings} of="inPageButton" label={t('settings_in_page')} />
      {settings.values.inPageButton && <SharePages />}
      {installation.hasMenus && <Switch settings={settings} of="contextMenu" label={t('settings_menus')} />}
      <Switch settings={settings} of="pasteBox" label={t('settings_paste')} />
      {installation.hasOmnibox && <Switch settings={settings} of="omnibox" label={t('settings_omnibox')} />}
      {installation.hasShortcuts && <Switch settings={settings} of="shortcut" label={t('settings_shortcut')} />}
      <Shortcuts installation={installation} />
    </section>
  )
}
