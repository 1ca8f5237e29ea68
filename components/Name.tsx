import { displayName } from '../lib/domain/display-name.ts'
import { useText } from './context.ts'

/** A name given by a stranger: kept from reordering or faking the text around it. */
export function Name({ text, id }: { text: string; id?: string }) {
  const t = useText()
  return (
    <bdi id={id} dir="auto">
      {displayName(text) || t('common_unnamed')}
    </bdi>
  )
}
