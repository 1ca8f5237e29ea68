import { appearances, type Appearance } from '../../lib/domain/settings.ts'
import type { MessageKey } from '../../lib/domain/text.ts'
import type { SettingsView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Select } from '../ui/Select.tsx'
import { useChoices } from './useChoices.ts'

const words: Record<Appearance, MessageKey> = { system: 'looks_system', light: 'looks_light', dark: 'looks_dark' }

/** How Homeward's own pages look, and why they speak the language they do. */
export function LooksSection({ settings }: { settings: SettingsView }) {
  const t = useText()
  const { choose, lockedBy } = useChoices(settings)
  return (
    <section class="card" aria-labelledby="looks-title">
      <h2 id="looks-title">{t('looks_title')}</h2>
      <Select
        label={t('looks_appearance')}
        value={settings.values.appearance}
        options={appearances.map((value) => ({ value, label: t(words[value]) }))}
        onChoose={(appearance) => choose({ appearance })}
        locked={lockedBy('appearance')}
      />
      <p>{t('looks_language', languageName(t('language')))}</p>
      <p class="small">{t('looks_language_how')}</p>
    </section>
  )
}

/** In its own words: "Deutsch" for `de`. */
const languageName = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
