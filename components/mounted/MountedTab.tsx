import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { View } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Spinner } from '../ui/Spinner.tsx'

/** Loads the tab's code when it is first opened: most openings of the popup are about the inbox. */
export function MountedTab({ view }: { view: View }) {
  const t = useText()
  const [Panel, setPanel] = useState<FunctionComponent<{ view: View }>>()
  useEffect(() => {
    let stays = true
    void import('./Mounted.tsx').then(({ Mounted }) => stays && setPanel(() => Mounted))
    return () => void (stays = false)
  }, [])
  if (Panel) return <Panel view={view} />
  return (
    <p role="status" class="status">
      <Spinner />
      {t('inbox_checking')}
    </p>
  )
}
