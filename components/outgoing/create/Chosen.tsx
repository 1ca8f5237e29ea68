import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useText } from '../../context.ts'
import { Name } from '../../Name.tsx'
import { Button } from '../../ui/Button.tsx'
import { Wrong } from '../fields/Wrong.tsx'
import { ShareIcon, type ShareIconName } from '../ShareIcon.tsx'

interface Props {
  icon: ShareIconName
  label: string
  detail?: string | undefined
  /** What the server says against it. */
  error?: string | undefined
  onChange: () => void
  children?: ComponentChildren
}

/** What was chosen in an earlier step, and the way back to it. */
export function Chosen({ icon, label, detail, error, onChange, children }: Props) {
  const t = useText()
  const id = useId()
  return (
    <div class="chosen">
      <ShareIcon name={icon} />
      <p class="chosen-name">
        <strong id={id}>
          <Name text={label} />
        </strong>
        {detail && detail !== label && (
          <span class="small">
            <Name text={detail} />
          </span>
        )}
      </p>
      <Button look="link" describedBy={id} onClick={onChange}>
        {t('create_change')}
      </Button>
      <Wrong error={error} />
      {children}
    </div>
  )
}
