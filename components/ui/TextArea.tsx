import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import './Field.css'

interface Props {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: ComponentChildren
  /** What is wrong with the value, in words; the field is marked and gets the focus. */
  error?: string | undefined
  /** Prose is spelt and begins with a capital letter; lists of addresses do not. */
  verbatim?: boolean
}

/** A text of several lines with its label, hint and error. */
export function TextArea({ label, value, onInput, hint, error, verbatim = false }: Props) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (error) area.current?.focus()
  }, [error])
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        ref={area}
        id={id}
        value={value}
        rows={3}
        dir="auto"
        autocapitalize={verbatim ? 'none' : 'sentences'}
        spellcheck={!verbatim}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-error ${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-error`} class="field-error">
        {error}
      </p>
      <p id={`${id}-hint`} class="field-hint">
        {hint}
      </p>
    </div>
  )
}
