import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId } from 'preact/hooks'

interface Props {
  box: RefObject<HTMLDivElement | null>
  title: string
  why: string
  /** Id of the name of what it is about. */
  about: string
  onCancel: () => void
  children: ComponentChildren
}

/** A question inside a row. It takes the focus, so that it is read out at once; Escape takes it back. */
export function Question({ box, title, why, about, onCancel, children }: Props) {
  const id = useId()
  useEffect(() => {
    const element = box.current
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onCancel()
    }
    element?.focus()
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <div
      ref={box}
      class="question"
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${about} ${id}-why`}
    >
      <p id={`${id}-title`} class="question-title">
        {title}
      </p>
      <p id={`${id}-why`} class="small">
        {why}
      </p>
      {children}
    </div>
  )
}
