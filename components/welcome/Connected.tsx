import { useEffect, useRef } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { AccountView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { Icon } from '../ui/Icon.tsx'

/**
 * The first step, done.
 * @param news what just happened, spoken elsewhere
 */
export function Connected({ accounts, news }: { accounts: AccountView[]; news: string }) {
  const t = useText()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    // The form went away with what had the focus.
    if (news && document.activeElement === document.body) section.current?.focus()
  }, [news])
  return (
    <section ref={section} class="card" aria-labelledby="connect-title" tabIndex={-1}>
      <h2 id="connect-title">{t('connect_title')}</h2>
      {accounts.map(({ id, displayName: name, host }) => (
        <p key={id} class="status status-good">
          <Icon name="check" />
          {t('connect_done', displayName(name), host)}
        </p>
      ))}
    </section>
  )
}
