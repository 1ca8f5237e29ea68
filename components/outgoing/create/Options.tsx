import { useEffect, useState } from 'preact/hooks'
import { failure as failureOf, type Failure } from '../../../lib/domain/failure.ts'
import { rightsFor, type ShareField } from '../../../lib/domain/outgoing-share.ts'
import { addDays, type KindRule, type ShareRules } from '../../../lib/domain/share-rules.ts'
import type { AccountView } from '../../../lib/protocol.ts'
import { useBackend, useText } from '../../context.ts'
import { FailureNotice } from '../../FailureNotice.tsx'
import { settle } from '../../settle.ts'
import { Button } from '../../ui/Button.tsx'
import { useBusy } from '../../useBusy.ts'
import { copyText } from '../clipboard.ts'
import { today } from '../days.ts'
import { newDraft, newShareOf, type Draft, type FieldErrors } from '../draft.ts'
import { fieldError } from '../field-words.ts'
import { usualDays } from '../fields/ExpiryField.tsx'
import { ShareFields } from '../fields/ShareFields.tsx'
import { Wrong } from '../fields/Wrong.tsx'
import { kindIcons } from '../ShareIcon.tsx'
import { kindWords, presetRights } from '../words.ts'
import { Chosen } from './Chosen.tsx'
import { CloudIdState } from './CloudIdState.tsx'
import type { Made } from './CreateShare.tsx'
import type { ChosenItem, Target } from './steps.ts'

interface Props {
  account: AccountView
  item: ChosenItem
  target: Target
  rules: ShareRules
  draft: Draft | undefined
  /** By a change of what is there by then: a proposed password may come while something is typed. */
  onDraft: (change: (draft: Draft | undefined) => Draft) => void
  onTarget: (target: Target) => void
  onBack: () => void
  onMade: (made: Made) => void
}

/** Asks how: rights and everything else the server lets such a share have. */
export function Options(props: Props) {
  const { rules, target } = props
  const t = useText()
  const rule = rules.kinds[target.kind]
  return rule ? <OptionsForm {...props} rule={rule} /> : <p>{t('create_not_offered')}</p>
}

function OptionsForm(props: Props & { rule: KindRule }) {
  const { account, item, target, rules, rule, draft: kept, onDraft, onTarget, onBack, onMade } = props
  const backend = useBackend()
  const t = useText()
  const draft = kept ?? startOf(item, target, rules, rule)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure>()
  const [busy, run] = useBusy()
  const isRequest = target.link === 'request'
  const isLink = target.kind === 'link'
  useEffect(() => {
    if (!kept) onDraft((there) => there ?? draft)
    if (target.link !== 'protected' || draft.password !== '') return
    void settle(backend.call('ui/suggest-password', { accountId: account.id })).then((suggested) => {
      if (suggested.ok) onDraft((there = draft) => ({ ...there, password: there.password || suggested.value }))
    })
  }, [])
  const change = (field: ShareField, values: Partial<Draft>): void => {
    onDraft((there = draft) => ({ ...there, ...values }))
    setErrors(({ [field]: _, ...others }) => others)
  }
  const create = async (): Promise<void> => {
    setErrors({})
    setFailure(undefined)
    const about = {
      ...item,
      kind: target.kind,
      with: target.with,
      fileRequest: isRequest && rule.create.includes('fileRequest'),
    }
    const request = backend.call('ui/create-share', { accountId: account.id, share: newShareOf(draft, rule, about) })
    const link = request.then(
      (result) => (result.ok && result.value.share.url) || Promise.reject(new Error('nothing to copy')),
    )
    // Begun in the click; a failed request leaves the clipboard as it is.
    const copying = isLink ? copyText(link) : (link.catch(() => undefined), undefined)
    const result = await request.catch(() => ({ ok: false, failure: failureOf('job-interrupted') }) as const)
    const copied = await copying
    if (result.ok) {
      const password = draft.hasPassword && draft.password ? { password: draft.password } : {}
      return onMade({ ...result.value, ...password, ...(copied === undefined ? {} : { copied }), draft })
    }
    if ('field' in result && result.field) setErrors({ [result.field]: fieldError(t, result.failure) })
    else setFailure(result.failure)
  }
  // Nobody sees what is there, so there is nothing to look at or to download.
  const shown = rule.create.filter((field) => !(isRequest && (field === 'rights' || field === 'hideDownload')))
  const elsewhere: ShareField[] = ['path', 'kind', 'with', ...(isRequest ? (['rights'] as const) : [])]
  const loose = Object.keys(errors).filter(
    (field) => !(shown as string[]).includes(field) && !(elsewhere as string[]).includes(field),
  )
  return (
    <form
      class="share-form"
      aria-label={t('create_how')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run(create)
      }}
    >
      <Wrong error={errors.path} />
      <Chosen
        icon={isRequest ? 'drop' : kindIcons[target.kind]}
        label={target.label ?? t(isRequest ? 'outgoing_file_request' : kindWords[target.kind])}
        detail={target.detail}
        error={errors.with ?? errors.kind}
        onChange={onBack}
      >
        <CloudIdState account={account} target={target} onTarget={onTarget} />
      </Chosen>
      {isRequest && <p class="small">{t('create_request_hint')}</p>}
      <Wrong error={isRequest ? (errors.rights ?? errors.fileRequest) : undefined} />
      <ShareFields
        fields={shown}
        accountId={account.id}
        draft={draft}
        change={change}
        errors={errors}
        rule={rule}
        kind={target.kind}
        itemType={item.itemType}
        most={item.rights}
        creating
      />
      {loose.map((field) => (
        <Wrong key={field} error={errors[field as ShareField]} />
      ))}
      {failure && <FailureNotice failure={failure} alert />}
      <div class="actions">
        <Button type="submit" look="primary" busy={busy}>
          {t(isLink ? 'create_link' : 'create_share')}
        </Button>
      </div>
    </form>
  )
}

/** What the form begins with: the server's presets, and what the chosen way stands for. */
function startOf(item: ChosenItem, target: Target, rules: ShareRules, rule: KindRule): Draft {
  const { itemType, rights: most } = item
  const byAddress = target.kind === 'link' || target.kind === 'mail'
  const usual = byAddress ? presetRights('view', itemType) : rightsFor(itemType, rules.defaultRights)
  const wanted = target.link === 'request' ? presetRights('upload', itemType) : usual
  const rights = most
    ? {
        read: wanted.read && most.read,
        update: wanted.update && most.update,
        create: wanted.create && most.create,
        delete: wanted.delete && most.delete,
        share: wanted.share && most.share,
      }
    : wanted
  const draft = newDraft(rule, rights, today())
  if (target.link !== 'protected') return draft
  return { ...draft, hasPassword: true, ends: true, expires: draft.expires || addDays(today(), usualDays) }
}
