import { useEffect, useRef } from 'preact/hooks'
import type { FailureCode } from '../../lib/domain/failure.ts'
import { helpCauses } from '../../lib/domain/help.ts'
import { failureText } from '../../lib/domain/text.ts'
import { useText } from '../context.ts'
import { Coded } from './Coded.tsx'

/** One failure; the one that was asked for is marked, and reading goes on there. */
export function HelpEntry({ code, isHere }: { code: FailureCode; isHere: boolean }) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const { title, cause, fix } = failureText(t, { code })
  const more = helpCauses[code] ?? []
  useEffect(() => {
    if (!isHere) return
    heading.current?.scrollIntoView({ block: 'center' })
    heading.current?.focus()
  }, [isHere])
  return (
    <article id={code} class={isHere ? 'help-entry here' : 'help-entry'}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>
        <Coded text={cause} />
      </p>
      <p>
        <strong>{t('help_fix')}</strong> <Coded text={fix} />
      </p>
      {more.length > 0 && (
        <ul>
          {more.map((key) => (
            <li key={key}>
              <Coded text={t(key)} />
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        <code>{code}</code>
      </p>
    </article>
  )
}
