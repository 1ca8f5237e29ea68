import { useState } from 'preact/hooks'
import type { ShareField } from '../../lib/domain/outgoing-share.ts'
import type { Draft, FieldErrors } from './draft.ts'

/** A draft in the making, and what is wrong with its fields: forgotten as soon as the field is changed. */
export function useDraft(initial: () => Draft, wrong: FieldErrors = {}) {
  const [draft, setDraft] = useState(initial)
  const [errors, setErrors] = useState(wrong)
  const change = (field: ShareField, values: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...values }))
    setErrors(({ [field]: _, ...others }) => others)
  }
  return { draft, setDraft, change, errors, setErrors }
}
