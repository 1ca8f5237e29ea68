import './Spinner.css'

/** Something is under way; always beside words that say what. */
export function Spinner() {
  return <span class="spinner" aria-hidden="true" />
}
