import { useEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '../../lib/domain/failure.ts'
import type { KindRule } from '../../lib/domain/share-rules.ts'
import type { OutgoingShareView } from '../../lib/protocol.ts'
import { failure as failureOf } from '../../lib/domain/failure.ts'
import { useBackend, useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useBusy } from '../useBusy.ts'
import { changeOf, draftOf, type Draft, type FieldErrors } from './draft.ts'
import { fieldError } from './field-words.ts'
import { ShareFields } from './fields/ShareFields.tsx'
import { useDraft } from './useDraft.ts'

interface Props {
  share: OutgoingShareView
  rule: KindRule
  nameId: string
  /** Already typed, when it was created or before it went out of sight. */
  typed?: Draft | undefined
  /** Keeps what is typed. */
  onDraft?: (draft: Draft) => void
  /** What is already known to be wrong with it. */
  wrong?: FieldErrors
  put: (share: OutgoingShareView) => void
  /** `changed`: something was, and all of it is saved. */
  onClose: (changed: boolean) => void
}

/** A share in the making of another. Only what the user changed is sent; what is refused stays as typed. */
export function EditShare({ share, rule, nameId, typed, onDraft, wrong, put, onClose }: Props) {
  const backend = useBackend()
  const t = useText()
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, errors, setErrors } = useDraft(() => typed ?? draftOf(share), wrong)
  useEffect(() => onDraft?.(draft), [draft])
  const [failure, setFailure] = useState<Failure>()
  const [busy, run] = useBusy()
  const { accountId, id: shareId, editable } = share
  useEffect(() => {
    if (!wrong) form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  useKeys(form, ({ key }) => {
    // What was typed does not go away by one key.
    if (key === 'Escape' && Object.keys(changeOf(draft, share)).length === 0) onClose(false)
  })
  const save = async (): Promise<void> => {
    const wanted = changeOf(draft, share)
    if (Object.keys(wanted).length === 0) return onClose(false)
    setErrors({})
    setFailure(undefined)
    const request = backend.call('ui/change-share', { accountId, shareId, change: wanted })
    const result = await request.catch(() => ({ ok: false, failure: failureOf('job-interrupted') }) as const)
    if (result.ok) {
      put(result.value)
      return onClose(true)
    }
    // A part of it may stand: that is the share to compare with from now on.
    if ('share' in result && result.share) put(result.share)
    if ('field' in result && result.field && editable.includes(result.field)) {
      setErrors({ [result.field]: fieldError(t, result.failure) })
    } else setFailure(result.failure)
  }
  return (
    <form
      ref={form}
      class="share-form"
      aria-label={t('outgoing_edit_form')}
      aria-describedby={nameId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run(save)
      }}
    >
      <ShareFields
        fields={editable}
        accountId={accountId}
        draft={draft}
        change={change}
        errors={errors}
        rule={rule}
        kind={share.kind}
        itemType={share.itemType}
        passwordSet={share.hasPassword}
      />
      {failure && <FailureNotice failure={failure} alert />}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy}>
          {t('outgoing_save')}
        </Button>
        <Button onClick={() => onClose(false)}>{t('common_cancel')}</Button>
      </div>
    </form>
  )
}
