import type { ShareField } from '../../../lib/domain/outgoing-share.ts'
import { useText } from '../../context.ts'
import { Check } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { ExpiryField } from './ExpiryField.tsx'
import type { FieldProps } from './field-props.ts'
import { PasswordField } from './PasswordField.tsx'
import { RightsField } from './RightsField.tsx'
import { Wrong } from './Wrong.tsx'

/** The fields of a share that the server takes, in its order. */
export function ShareFields({ fields, ...props }: FieldProps & { fields: ShareField[] }) {
  return (
    <>
      {fields.map((field) => (
        <OneField key={field} field={field} {...props} />
      ))}
    </>
  )
}

function OneField({ field, ...props }: FieldProps & { field: ShareField }) {
  const t = useText()
  const { draft, change, errors, kind, creating } = props
  const error = errors[field]
  if (field === 'rights') return <RightsField {...props} />
  if (field === 'password') return <PasswordField {...props} />
  if (field === 'expires') return <ExpiryField {...props} />
  if (field === 'label') {
    return (
      <Field
        label={t('outgoing_label')}
        value={draft.label}
        error={error}
        verbatim={false}
        hint={t('outgoing_label_hint')}
        onInput={(label) => change('label', { label })}
      />
    )
  }
  if (field === 'note') {
    return (
      <TextArea
        label={t('outgoing_note')}
        value={draft.note}
        error={error}
        hint={t(kind === 'link' ? 'outgoing_note_hint_link' : 'outgoing_note_hint')}
        onInput={(note) => change('note', { note })}
      />
    )
  }
  if (field === 'token') {
    return (
      <Field
        label={t('outgoing_token')}
        value={draft.token}
        error={error}
        hint={creating && t('outgoing_token_hint')}
        onInput={(token) => change('token', { token })}
      />
    )
  }
  if (field === 'emails') {
    return (
      <TextArea
        label={t(creating ? 'outgoing_emails_more' : 'outgoing_emails')}
        value={draft.emails}
        error={error}
        hint={t('outgoing_emails_hint')}
        verbatim
        onInput={(emails) => change('emails', { emails })}
      />
    )
  }
  if (field === 'downloadAllowed') {
    return (
      <>
        <Check
          label={t('outgoing_download_allowed')}
          checked={draft.downloadAllowed}
          onChange={(downloadAllowed) => change('downloadAllowed', { downloadAllowed })}
        />
        <Wrong error={error} />
      </>
    )
  }
  if (field === 'hideDownload') {
    return (
      <>
        <Check
          label={t('outgoing_hide_download')}
          checked={draft.hideDownload}
          onChange={(hideDownload) => change('hideDownload', { hideDownload })}
        />
        <Wrong error={error} />
      </>
    )
  }
  if (field === 'sendMail') {
    return (
      <>
        <Check
          label={t('outgoing_send_mail')}
          checked={draft.sendMail}
          onChange={(sendMail) => change('sendMail', { sendMail })}
        />
        <Wrong error={error} />
      </>
    )
  }
  return <Wrong error={error} />
}
