import type { ComponentChildren } from 'preact'
import { displayName } from '../lib/domain/display-name.ts'
import { isTransient, type Failure } from '../lib/domain/failure.ts'
import { failureText } from '../lib/domain/text.ts'
import { useBackend, useText } from './context.ts'
import { Button } from './ui/Button.tsx'
import { Notice } from './ui/Notice.tsx'

interface Props {
  failure: Failure
  /** What the user can do about it: buttons or links. */
  children?: ComponentChildren
  /** Announced at once; off for what was already there when the page opened. */
  alert?: boolean
  onDismiss?: (() => void) | undefined
}

/** A failure in words: what happened, why, what to do; the server's own words as a quotation. */
export function FailureNotice({ failure, children, alert = false, onDismiss }: Props) {
  const backend = useBackend()
  const t = useText()
  const { title, cause, fix } = failureText(t, failure)
  return (
    <Notice
      tone={children || isTransient(failure.code) ? 'warning' : 'danger'}
      title={title}
      alert={alert}
      onDismiss={onDismiss}
    >
      <p>{cause}</p>
      <p>{fix}</p>
      {failure.detail && (
        <figure class="quotation">
          <figcaption>{t('failure_detail')}</figcaption>
          <blockquote dir="auto">{displayName(failure.detail)}</blockquote>
        </figure>
      )}
      {children && <div class="actions">{children}</div>}
      <p class="small">
        <Button look="link" onClick={() => backend.openHelp(failure.code)}>
          {t('failure_more')}
        </Button>
      </p>
    </Notice>
  )
}
