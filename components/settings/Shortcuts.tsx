import { useEffect, useState } from 'preact/hooks'
import type { MessageKey } from '../../lib/domain/text.ts'
import type { Installation, Shortcut } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { useBusy } from '../useBusy.ts'
import './Settings.css'

const words: Record<Shortcut['does'], MessageKey> = { open: 'shortcut_open', 'add-page': 'command_add_page' }

/** The keys as they are now. The browser itself changes and removes them, so this only leads there. */
export function Shortcuts({ installation }: { installation: Installation }) {
  const t = useText()
  const shortcuts = useShortcuts(installation)
  const [lost, setLost] = useState(false)
  const [busy, run] = useBusy()
  if (shortcuts.length === 0) return null
  return (
    <div class="stack">
      <h3 id="shortcuts-title" class="subhead">
        {t('shortcuts_title')}
      </h3>
      <dl class="shortcuts">
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{t(words[does])}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="small">{t('shortcut_none')}</span>}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <Button
          busy={busy}
          describedBy="shortcuts-title"
          onClick={() => run(() => installation.openShortcuts().then((opened) => setLost(!opened)))}
        >
          {t('shortcuts_change')}
        </Button>
      </div>
      <p role="status" class="small">
        {lost && t('shortcuts_where')}
      </p>
    </div>
  )
}

/** Looked up again when the user comes back from the browser's own page. */
function useShortcuts(installation: Installation): Shortcut[] {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([])
  useEffect(() => {
    const look = (): void => void installation.shortcuts().then(setShortcuts, () => undefined)
    look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [installation])
  return shortcuts
}
