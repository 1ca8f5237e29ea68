import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { useText } from '../context.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import './Notice.css'

interface Props {
  tone?: 'info' | 'success' | 'warning' | 'danger'
  title: ComponentChildren
  children?: ComponentChildren
  /** Read out at once. */
  alert?: boolean
  onDismiss?: (() => void) | undefined
}

const icons: Record<NonNullable<Props['tone']>, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'danger',
}

/** Something to know, in words; the tone only adds colour and a picture. */
export function Notice({ tone = 'info', title, children, alert = false, onDismiss }: Props) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const dismiss = (): void => {
    // The pressed button goes away: keep the keyboard user where it was.
    box.current?.closest<HTMLElement>('[tabindex="-1"]')?.focus()
    onDismiss?.()
  }
  return (
    <div ref={box} class={`notice notice-${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div class="notice-text">
        <p class="notice-title">{title}</p>
        {children}
      </div>
      {onDismiss && (
        <Button look="icon" label={t('common_dismiss')} onClick={dismiss}>
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}
