import { useRef, useState } from 'preact/hooks'
import { counted } from '../../lib/domain/counted.ts'
import { failure as failureOf, type Failure } from '../../lib/domain/failure.ts'
import { readSettingsFile, writeSettingsFile } from '../../lib/domain/settings-file.ts'
import { failureText } from '../../lib/domain/text.ts'
import type { SettingsView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { saveAs } from '../save-as.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useBusy } from '../useBusy.ts'
import { Switch } from './Switch.tsx'

/** Longest file that is even opened, in bytes. */
const largest = 1_000_000

/** How a file was taken: fully, but for what an administrator has decided, or not at all. */
type Outcome = { file: string } & ({ left: number } | { failure: Failure })

/** The settings in other browsers: by the browser's own sync, or as a file. */
export function KeepSection({ settings }: { settings: SettingsView }) {
  const backend = useBackend()
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Outcome>()
  const [saved, setSaved] = useState(false)
  const [busy, run] = useBusy()
  const { values, locked } = settings

  const save = (): void => {
    saveAs('homeward-settings.json', writeSettingsFile(values, locked))
    setSaved(true)
    setOutcome(undefined)
  }
  const load = async (file: File): Promise<void> => {
    setSaved(false)
    const read = readSettingsFile(file.size > largest ? '' : await file.text())
    if (!read.ok) return setOutcome({ file: file.name, failure: read.failure })
    try {
      await backend.call('ui/choose-settings', read.value)
    } catch {
      return setOutcome({ file: file.name, failure: failureOf('job-interrupted') })
    }
    const left = locked.filter((key) => key in read.value && read.value[key] !== values[key]).length
    setOutcome({ file: file.name, left })
  }

  return (
    <section class="card" aria-labelledby="keep-title">
      <h2 id="keep-title">{t('keep_title')}</h2>
      <Switch settings={settings} of="sync" label={t('settings_sync')} />
      <p>{t('keep_why')}</p>
      <div class="actions">
        <Button onClick={save}>{t('keep_save')}</Button>
        <Button busy={busy} onClick={() => input.current?.click()}>
          {t('keep_load')}
        </Button>
        <input
          ref={input}
          type="file"
          aria-label={t('keep_load')}
          accept="application/json,.json"
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) run(() => load(file))
            // The same file can be chosen again, once it is mended.
            currentTarget.value = ''
          }}
        />
      </div>
      <div role="status">
        {saved && <p class="small">{t('diagnostics_done')}</p>}
        {outcome && 'left' in outcome && (
          <Notice tone="success" title={t('keep_loaded', outcome.file)}>
            {outcome.left > 0 && <p>{counted(t, 'keep_left', outcome.left)}</p>}
          </Notice>
        )}
      </div>
      {outcome && 'failure' in outcome && <Refused {...outcome} />}
    </section>
  )
}

function Refused({ file, failure }: { file: string; failure: Failure }) {
  const t = useText()
  const { cause, fix } = failureText(t, failure)
  return (
    <Notice tone="danger" title={t('keep_refused', file)} alert>
      <p>{cause}</p>
      {failure.detail && <p>{t('keep_wrong', failure.detail)}</p>}
      <p>{fix}</p>
    </Notice>
  )
}
