import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import './Check.css'

interface Props {
  label: ComponentChildren
  checked: boolean
  onChange: (checked: boolean) => void
  /** Why it cannot be changed; it then cannot. */
  locked?: string | undefined
}

/** A check box with its words beside it. */
export function Check({ label, checked, onChange, locked }: Props) {
  const id = useId()
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={locked !== undefined}
        aria-describedby={locked === undefined ? undefined : `${id}-locked`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {locked !== undefined && (
        <p id={`${id}-locked`} class="small">
          {locked}
        </p>
      )}
    </div>
  )
}
