import { useRef } from 'preact/hooks'
import type { MountedShareView, View } from '../../lib/protocol.ts'
import { AccountNotices } from '../AccountNotices.tsx'
import { useText } from '../context.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { Grouped } from '../Grouped.tsx'
import { Checked } from '../inbox/Checked.tsx'
import { keyOf } from '../inbox/rows.ts'
import { useFocusKeeper } from '../inbox/useFocusKeeper.ts'
import { useGrowing } from '../inbox/useGrowing.ts'
import { NotConnected } from '../NotConnected.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useSearch } from '../useSearch.tsx'
import { CopyCard } from './CopyCard.tsx'
import { MountedRow } from './MountedRow.tsx'
import { useMounts } from './useMounts.ts'
import './Mounted.css'

const textsOf = ({ name, mountpoint, owner, remote }: MountedShareView): string[] => [name, mountpoint, owner, remote]

/** The shares that are in the user's clouds. Paints what is known from the last time, then asks the servers. */
export function Mounted({ view }: { view: View }) {
  const t = useText()
  const region = useRef<HTMLElement>(null)
  const { accounts, mounted, mountedChecks, copies } = view
  const { open, news, note, dismissNote, acts } = useMounts()
  const { field, found, query } = useSearch(mounted, textsOf)
  const painted = useGrowing(found.length, query)
  useFocusKeeper(region, `${mounted.map(keyOf).join()} ${open?.key} ${open?.what} ${copies.length}`)
  if (accounts.length === 0) return <NotConnected login={view.login} />
  const checked = mountedChecks.map(({ checkedAt }) => checkedAt).filter((at) => at > 0)
  return (
    <section ref={region} class="inbox">
      <header class="inbox-head">
        <h2 id="mounted-shares" tabIndex={-1}>
          {t('mounted_title')}
        </h2>
        {mounted.length > 0 && <span class="count">{mounted.length}</span>}
        <Checked at={checked.length > 0 ? Math.min(...checked) : undefined} call="ui/refresh-mounted" />
      </header>
      <p role="status" class="visually-hidden">
        {news}
      </p>
      <AccountNotices accounts={accounts.filter(({ state }) => state !== 'ready')} />
      {mountedChecks.map(({ accountId, failure, slow }) => {
        // The others have their notice above, with their name and the remedy.
        const isReady = accounts.some(({ id, state }) => id === accountId && state === 'ready')
        if (failure && isReady) return <FailureNotice key={accountId} failure={failure} />
        return slow && <Notice key={accountId} title={t('mounted_slow')} />
      })}
      {note && (
        <Notice tone="warning" title={t('mounted_row_removed')} onDismiss={dismissNote}>
          <p>{t('mounted_row_removed_why')}</p>
        </Notice>
      )}
      {copies.length > 0 && (
        <ul class="jobs" aria-label={t('copy_list')}>
          {copies.map((copy) => (
            <CopyCard key={copy.id} copy={copy} />
          ))}
        </ul>
      )}
      {field}
      {mounted.length === 0 && (
        <div class="empty">
          <p>{t(checked.length > 0 ? 'mounted_empty' : 'mounted_unknown')}</p>
          <p class="small">{t('mounted_empty_hint')}</p>
        </div>
      )}
      {found.length > 0 && (
        <Grouped
          accounts={accounts}
          items={found.slice(0, painted)}
          accountOf={({ accountId }) => accountId}
          labelledBy="mounted-shares"
        >
          {(share, heading) => {
            const key = keyOf(share)
            const what = open?.key === key ? open.what : undefined
            return <MountedRow key={key} share={share} heading={heading} open={what} acts={acts} />
          }}
        </Grouped>
      )}
    </section>
  )
}
