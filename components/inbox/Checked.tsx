import { useCallback, useEffect } from 'preact/hooks'
import { useBackend, useText } from '../context.ts'
import { formatAgo } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { useBusy } from '../useBusy.ts'

/** When the list was last read. Reads it anew once when the popup opens, and on demand. */
export function Checked({ at }: { at: number | undefined }) {
  const backend = useBackend()
  const t = useText()
  const [checking, run] = useBusy()
  const refresh = useCallback(() => run(() => backend.call('ui/refresh', {})), [backend, run])
  useEffect(refresh, [refresh])
  const ago = (moment: number): string => formatAgo(moment, Date.now(), t('common_just_now'))
  return (
    <span class="checked">
      {checking && <Spinner />}
      <span>{checking ? t('inbox_checking') : at ? t('inbox_checked', ago(at)) : ''}</span>
      {!checking && (
        <Button look="icon" label={t('inbox_check')} onClick={refresh}>
          <Icon name="refresh" />
        </Button>
      )}
    </span>
  )
}
