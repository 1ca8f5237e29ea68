import { useId } from 'preact/hooks'
import './Radios.css'

interface Props<T extends string> {
  legend: string
  options: { value: T; label: string; hint?: string }[]
  chosen: T
  onChoose: (value: T) => void
  /** What is wrong with the choice, in words. */
  error?: string | undefined
}

/** One of several, all seen at once. */
export function Radios<T extends string>({ legend, options, chosen, onChoose, error }: Props<T>) {
  const id = useId()
  return (
    <fieldset class="radios" role="radiogroup" aria-describedby={`${id}-error`} aria-invalid={error ? true : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <div key={value} class="radio">
          <input
            id={`${id}-${value}`}
            type="radio"
            name={id}
            value={value}
            checked={value === chosen}
            aria-describedby={hint ? `${id}-${value}-hint` : undefined}
            onChange={() => onChoose(value)}
          />
          <label for={`${id}-${value}`}>{label}</label>
          {hint && (
            <p id={`${id}-${value}-hint`} class="small">
              {hint}
            </p>
          )}
        </div>
      ))}
      <p id={`${id}-error`} class="field-error" role={error ? 'alert' : undefined}>
        {error}
      </p>
    </fieldset>
  )
}
