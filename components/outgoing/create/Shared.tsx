import { useState } from 'preact/hooks'
import type { ShareRules } from '../../../lib/domain/share-rules.ts'
import type { OutgoingShareView } from '../../../lib/protocol.ts'
import { useText } from '../../context.ts'
import { Name } from '../../Name.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { CopyButton } from '../CopyButton.tsx'
import type { Draft } from '../draft.ts'
import { EditShare } from '../EditShare.tsx'
import { fieldError } from '../field-words.ts'
import { QrCode } from '../QrCode.tsx'
import { ShareFacts } from '../ShareFacts.tsx'
import { kindIcons, ShareIcon } from '../ShareIcon.tsx'
import { kindWords } from '../words.ts'
import type { Made } from './CreateShare.tsx'

interface Props {
  made: Made
  rules: ShareRules | undefined
  put: (share: OutgoingShareView) => void
  /** Another one. */
  onMore: () => void
  onClose: () => void
}

/** The new share: what it is, its link to copy or photograph, and what is left to be mended. */
export function Shared({ made, rules, put, onMore, onClose }: Props) {
  const t = useText()
  const [share, setShare] = useState(made.share)
  const [refused, setRefused] = useState(made.refused)
  const [editing, setEditing] = useState(made.refused?.field !== undefined)
  const { kind, url, name, with: receiver } = share
  const isMailed = kind === 'mail' && made.draft?.sendMail === true
  const rule = rules?.kinds[kind]
  return (
    <div class="made" tabIndex={-1}>
      <p role="status" class="status status-good">
        <Icon name="check" />
        {made.copied
          ? t('create_done_copied')
          : t(made.existing ? 'create_done_existing' : kind === 'link' ? 'create_done_link' : 'create_done')}{' '}
        {isMailed && t('outgoing_mail_sent')}
      </p>
      <p class="given-who" id="made-share">
        <ShareIcon name={kindIcons[kind]} />
        <span>
          <strong>
            <Name text={name} />
          </strong>{' '}
          {receiver && <Name text={receiver.label} />} <span class="small">{t(kindWords[kind])}</span>
        </span>
      </p>
      {url && (
        <>
          <Field label={t('outgoing_link')} value={url} readOnly onInput={() => undefined}>
            <CopyButton text={url} label={t('outgoing_copy_link')} look="primary" />
          </Field>
          {made.password && (
            <Field
              label={t('outgoing_password')}
              value={made.password}
              readOnly
              hint={t('create_password_once')}
              onInput={() => undefined}
            >
              <CopyButton text={made.password} label={t('create_copy_password')} />
            </Field>
          )}
          <QrCode text={url} describedBy="made-share" />
        </>
      )}
      <ShareFacts share={share} />
      {refused && (
        <Notice tone="warning" title={t('create_partly')} alert>
          <p>{fieldError(t, refused.failure)}</p>
        </Notice>
      )}
      {editing && rule ? (
        <EditShare
          share={share}
          rule={rule}
          nameId="made-share"
          {...(refused ? typedOf(made) : {})}
          {...(refused?.field ? { wrong: { [refused.field]: fieldError(t, refused.failure) } } : {})}
          put={(changed) => {
            setShare(changed)
            put(changed)
          }}
          onClose={(changed) => {
            setEditing(false)
            if (changed) setRefused(undefined)
          }}
        />
      ) : (
        <div class="actions">
          <Button look="primary" onClick={onClose}>
            {t('create_close')}
          </Button>
          <Button onClick={onMore}>{t('create_more')}</Button>
          {rule && share.editable.length > 0 && (
            <Button look="link" onClick={() => setEditing(true)}>
              {t('outgoing_edit')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** What was typed: of the password only if that is what was refused, for it stands otherwise. */
function typedOf({ draft, refused }: Made): { typed?: Draft } {
  if (!draft) return {}
  return { typed: refused?.field === 'password' ? draft : { ...draft, password: '' } }
}
