import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import './Check.css'

interface Props {
  label: ComponentChildren
  checked: boolean
  onChange: (checked: boolean) => void
  /** Small print below the words. */
  hint?: string | undefined
  /** Why it cannot be changed; it then cannot. */
  locked?: string | undefined
}

/** A check box with its words beside it. */
export function Check({ label, checked, onChange, hint, locked }: Props) {
  const id = useId()
  const described = [hint === undefined ? [] : `${id}-hint`, locked === undefined ? [] : `${id}-locked`].flat()
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={locked !== undefined}
        aria-describedby={described.join(' ') || undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="small">
          {hint}
        </p>
      )}
      {locked !== undefined && (
        <p id={`${id}-locked`} class="small">
          {locked}
        </p>
      )}
    </div>
  )
}
