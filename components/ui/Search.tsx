import './Search.css'

interface Props {
  label: string
  value: string
  onInput: (value: string) => void
}

/** A field that filters the list below it. */
export function Search({ label, value, onInput }: Props) {
  return (
    <input
      type="search"
      class="search"
      value={value}
      dir="auto"
      aria-label={label}
      placeholder={label}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  )
}
