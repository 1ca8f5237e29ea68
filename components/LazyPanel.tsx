import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { View } from '../lib/protocol.ts'
import { useText } from './context.ts'
import { Spinner } from './ui/Spinner.tsx'

export type Panel = FunctionComponent<{ view: View }>

interface Props {
  view: View
  /** Always the same function: another one loads again. */
  load: () => Promise<Panel>
}

/** Loads a tab's code when it is first opened: most openings of the popup are about the inbox. */
export function LazyPanel({ view, load }: Props) {
  const t = useText()
  const [Panel, setPanel] = useState<Panel>()
  useEffect(() => {
    let stays = true
    void load().then((panel) => stays && setPanel(() => panel))
    return () => void (stays = false)
  }, [load])
  if (Panel) return <Panel view={view} />
  return (
    <p role="status" class="status">
      <Spinner />
      {t('inbox_checking')}
    </p>
  )
}
