import type { ComponentChildren, TargetedKeyboardEvent } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import './Combobox.css'

export interface Option {
  key: string
  content: ComponentChildren
}

interface Props<T extends Option> {
  label: string
  value: string
  onInput: (value: string) => void
  options: T[]
  onChoose: (option: T) => void
  placeholder?: string
  hint?: ComponentChildren
  /** What is going on or what came of it, read out. */
  status?: ComponentChildren
  /** Name of the list. */
  listLabel: string
  autofocus?: boolean
}

/**
 * A text field with a list of proposals, by the ARIA pattern "combobox with list autocomplete": the focus stays in the
 * field, arrows walk the list, Enter chooses, Escape closes it.
 */
export function Combobox<T extends Option>({ label, value, onInput, options, onChoose, ...rest }: Props<T>) {
  const { placeholder, hint, status, listLabel, autofocus = false } = rest
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(true)
  const [active, setActive] = useState<string>()
  const at = options.findIndex(({ key }) => key === active)
  const shown = open && options.length > 0
  useEffect(() => {
    if (autofocus) input.current?.focus()
  }, [])
  const move = (index: number): void => {
    const next = (index + options.length) % options.length
    setOpen(true)
    setActive(options[next]?.key)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const { key } = event
    if (key === 'ArrowDown' && options.length > 0) move(at + 1)
    else if (key === 'ArrowUp' && options.length > 0) move(at < 0 ? -1 : at - 1)
    else if (key === 'Enter' && shown && at >= 0 && options[at]) onChoose(options[at])
    else if (key === 'Escape' && shown) setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div class="combobox">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        value={value}
        dir="auto"
        placeholder={placeholder}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-hint`}
        onInput={(event) => {
          setOpen(true)
          setActive(undefined)
          onInput(event.currentTarget.value)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} class="small">
        {hint}
      </p>
      <p role="status" class="status small">
        {status}
      </p>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={listLabel} class="combobox-list" hidden={!shown}>
        {options.map((option, index) => (
          <button
            key={option.key}
            type="button"
            id={`${id}-${index}`}
            role="option"
            class="combobox-option"
            tabIndex={-1}
            aria-selected={index === at}
            // The focus stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            {option.content}
          </button>
        ))}
      </div>
    </div>
  )
}
