import { useState } from 'preact/hooks'
import type { MessageKey } from '../../lib/domain/text.ts'
import { useBackend, useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { useBusy } from '../useBusy.ts'
import { saveAs } from '../save-as.ts'

/** Saves the report a user may attach to a question. It goes nowhere by itself. */
export function DiagnosticsSection() {
  const backend = useBackend()
  const t = useText()
  const [withNames, setWithNames] = useState(false)
  const [said, setSaid] = useState<MessageKey>()
  const [busy, run] = useBusy()
  const download = async (): Promise<void> => {
    try {
      saveAs('homeward-diagnostics.json', await backend.call('ui/diagnostics', { withNames }))
      setSaid('diagnostics_done')
    } catch {
      setSaid('diagnostics_failed')
    }
  }
  return (
    <section class="card" aria-labelledby="diagnostics-title">
      <h2 id="diagnostics-title">{t('diagnostics_title')}</h2>
      <p>{t('diagnostics_why')}</p>
      <Check label={t('diagnostics_names')} checked={withNames} onChange={setWithNames} />
      <div class="actions">
        <Button busy={busy} onClick={() => run(download)}>
          {t('diagnostics_download')}
        </Button>
      </div>
      <p role="status" class="small">
        {said && t(said)}
      </p>
    </section>
  )
}
