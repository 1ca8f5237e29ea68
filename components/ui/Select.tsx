import { useId } from 'preact/hooks'
import './Select.css'

interface Props<T extends string> {
  label: string
  value: T
  options: { value: T; label: string }[]
  onChoose: (value: T) => void
  /** Why it cannot be changed; it then cannot. */
  locked?: string | undefined
}

/** One of a few. */
export function Select<T extends string>({ label, value, options, onChoose, locked }: Props<T>) {
  const id = useId()
  return (
    <div class="select">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        disabled={locked !== undefined}
        aria-describedby={locked === undefined ? undefined : `${id}-locked`}
        onChange={(event) => onChoose(event.currentTarget.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      {locked !== undefined && (
        <p id={`${id}-locked`} class="small">
          {locked}
        </p>
      )}
    </div>
  )
}
