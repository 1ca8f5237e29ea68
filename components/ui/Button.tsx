import type { ComponentChildren } from 'preact'
import { Spinner } from './Spinner.tsx'
import './Button.css'

interface Props {
  children: ComponentChildren
  onClick?: () => void
  /** `link` looks like one and is for choosing another way; `icon` has no visible words and needs a `label`. */
  look?: 'primary' | 'plain' | 'link' | 'icon'
  type?: 'button' | 'submit'
  /** Stays focusable while busy: a disabled button would throw the keyboard user to the top of the page. */
  busy?: boolean
  label?: string
  describedBy?: string | undefined
  /** -1 where arrows lead to it. */
  tabIndex?: number
  /** Of a button that shows and hides something: whether that is shown. */
  expanded?: boolean
}

/** A button. */
export function Button({
  children,
  onClick,
  look = 'plain',
  type = 'button',
  busy = false,
  label,
  describedBy,
  tabIndex,
  expanded,
}: Props) {
  return (
    <button
      type={type}
      class={`button button-${look}`}
      tabIndex={tabIndex}
      aria-disabled={busy || undefined}
      aria-label={label}
      title={label}
      aria-describedby={describedBy}
      aria-expanded={expanded}
      onClick={busy ? prevent : onClick && (() => onClick())}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}

const prevent = (event: Event): void => event.preventDefault()
