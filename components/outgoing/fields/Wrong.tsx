/** What is wrong with something that is no text field. */
export function Wrong({ error }: { error: string | undefined }) {
  return error ? (
    <p class="field-error" role="alert">
      {error}
    </p>
  ) : null
}
