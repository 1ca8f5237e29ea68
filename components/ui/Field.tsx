import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import './Field.css'

interface Props {
  label: string
  value: string
  onInput: (value: string) => void
  type?: 'text' | 'password' | 'date'
  /** Of a date: what the browser's calendar offers. What is typed may be otherwise, the server decides. */
  min?: string | undefined
  max?: string | undefined
  /** Small print below the field. */
  hint?: ComponentChildren
  /** What is wrong with the value, in words; the field is marked and gets the focus. */
  error?: string | undefined
  placeholder?: string
  /** For password managers. */
  autocomplete?: string
  /** Set for addresses and passwords: no capital letters, no spelling corrections. */
  verbatim?: boolean
  autofocus?: boolean
  /** Can be read and copied, not changed. */
  readOnly?: boolean
  /** A button at the end of the field's line. */
  children?: ComponentChildren
}

/** A text field with its label, hint and error. */
export function Field({ label, value, onInput, type = 'text', hint, error, autofocus = false, ...rest }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (error || autofocus) input.current?.focus()
  }, [error, autofocus])
  const { children, readOnly = false, placeholder, autocomplete = 'off', verbatim = true, min, max } = rest
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          ref={input}
          id={id}
          {...(type === 'text' ? {} : { type, min, max })}
          value={value}
          readOnly={readOnly}
          dir="auto"
          {...(placeholder ? { placeholder } : {})}
          autocomplete={autocomplete}
          autocapitalize={verbatim ? 'none' : 'sentences'}
          spellcheck={!verbatim}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-error ${id}-hint`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {children}
      </div>
      <p id={`${id}-error`} class="field-error">
        {error}
      </p>
      <p id={`${id}-hint`} class="field-hint">
        {hint}
      </p>
    </div>
  )
}
