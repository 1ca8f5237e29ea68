import { useCallback, useEffect } from 'preact/hooks'
import { useBackend, useText } from '../context.ts'
import { formatAgo } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useBusy } from '../useBusy.ts'

interface Props {
  at: number | undefined
  call?: 'ui/refresh' | 'ui/refresh-mounted'
}

/** When the list was last read. Reads it anew once when it is first shown, and on demand. */
export function Checked({ at, call = 'ui/refresh' }: Props) {
  const backend = useBackend()
  const [checking, run] = useBusy()
  const refresh = useCallback(() => run(() => backend.call(call, {})), [backend, call, run])
  useEffect(refresh, [refresh])
  return <CheckedLine at={at} checking={checking} onCheck={refresh} />
}

interface LineProps {
  /** Milliseconds since the epoch; absent for never. */
  at: number | undefined
  checking: boolean
  onCheck: () => void
}

/** When a list was last read, or that it is being read; and the button to read it again. */
export function CheckedLine({ at, checking, onCheck }: LineProps) {
  const t = useText()
  const ago = (moment: number): string => formatAgo(moment, Date.now(), t('common_just_now'))
  return (
    <span class="checked">
      <span role="status">{checking ? t('inbox_checking') : at ? t('inbox_checked', ago(at)) : ''}</span>
      <Button look="icon" label={t('inbox_check')} busy={checking} onClick={onCheck}>
        {!checking && <Icon name="refresh" />}
      </Button>
    </span>
  )
}
