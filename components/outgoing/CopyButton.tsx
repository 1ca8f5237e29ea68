import { useEffect, useRef, useState } from 'preact/hooks'
import { useText } from '../context.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { copyText } from './clipboard.ts'
import { ShareIcon } from './ShareIcon.tsx'

interface Props {
  text: string
  label: string
  look?: 'primary' | 'plain' | 'link'
  describedBy?: string | undefined
}

/** How long "Copied" stands, in milliseconds. */
const told = 3_000

/** Copies a text, and says so in its own place. Where the browser refuses, the text is shown to be copied by hand. */
export function CopyButton({ text, label, look = 'plain', describedBy }: Props) {
  const t = useText()
  const [state, setState] = useState<'copied' | 'refused'>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (state === 'refused') field.current?.select()
    const timer = state === 'copied' ? setTimeout(() => setState(undefined), told) : undefined
    return () => clearTimeout(timer)
  }, [state])
  const copy = async (): Promise<void> => setState((await copyText(text)) ? 'copied' : 'refused')
  return (
    <>
      <Button look={look} describedBy={describedBy} onClick={() => void copy()}>
        {state === 'copied' ? <Icon name="check" /> : <ShareIcon name="copy" />}
        {label}
      </Button>
      <span role="status" class={state === 'copied' ? 'small' : 'visually-hidden'}>
        {state === 'copied' && t('outgoing_copied')}
        {state === 'refused' && t('outgoing_copy_refused')}
      </span>
      {state === 'refused' && (
        <input ref={field} class="copy-by-hand" readOnly value={text} aria-label={t('outgoing_copy_by_hand')} />
      )}
    </>
  )
}
