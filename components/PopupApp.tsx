import { sameLink } from '../lib/domain/public-link.ts'
import type { View } from '../lib/protocol.ts'
import { AccountNotices } from './AccountNotices.tsx'
import { AddBox } from './add/AddBox.tsx'
import { JobCard } from './add/JobCard.tsx'
import { PageOffer } from './add/PageOffer.tsx'
import { usePage, type Page } from './add/usePage.ts'
import { useBackend, useText } from './context.ts'
import { Inbox } from './inbox/Inbox.tsx'
import { useLastOpened } from './inbox/useLastOpened.ts'
import { LazyPanel } from './LazyPanel.tsx'
import { NotConnected } from './NotConnected.tsx'
import { StoredNotices } from './notices/StoredNotices.tsx'
import { SharePagesPrompt } from './SharePagesPrompt.tsx'
import { Button } from './ui/Button.tsx'
import { Icon } from './ui/Icon.tsx'
import { Tabs, type Tab } from './ui/Tabs.tsx'
import { useView } from './useView.ts'
import './ui/tokens.css'
import './PopupApp.css'

const mounted = () => import('./mounted/Mounted.tsx').then(({ Mounted }) => Mounted)
const outgoing = () => import('./outgoing/OutgoingPanel.tsx').then(({ OutgoingPanel }) => OutgoingPanel)

/** The popup. Paints what is stored; nothing here waits for a server. */
export function PopupApp() {
  const backend = useBackend()
  const t = useText()
  const view = useView()
  const lastOpened = useLastOpened()
  const page = usePage()
  const tabs: Tab[] = [
    {
      id: 'inbox',
      label: t('popup_tab_inbox'),
      panel: () => view && <InboxPanel view={view} page={page} lastOpened={lastOpened} />,
    },
    {
      id: 'mounted',
      label: t('popup_tab_mounted'),
      panel: () => view && <LazyPanel key="mounted" view={view} load={mounted} />,
    },
    {
      id: 'outgoing',
      label: t('popup_tab_outgoing'),
      panel: () => view && <LazyPanel key="outgoing" view={view} load={outgoing} />,
    },
  ]
  return (
    <main class="popup">
      <h1 class="visually-hidden">{t('extension_short_name')}</h1>
      <Tabs
        label={t('popup_tabs')}
        tabs={tabs}
        end={
          <Button look="icon" label={t('popup_settings')} onClick={() => backend.openOptions()}>
            <Icon name="settings" />
          </Button>
        }
      />
    </main>
  )
}

function InboxPanel({ view, page, lastOpened }: { view: View; page: Page | null; lastOpened: number }) {
  const t = useText()
  if (view.accounts.length === 0 && view.homeAddress) {
    return (
      <>
        {page && <PageOffer page={page} accounts={[]} />}
        <AddBox accounts={[]} byDialog />
      </>
    )
  }
  const told = <StoredNotices notices={view.notices} />
  if (view.accounts.length === 0) {
    return (
      <>
        {told}
        <NotConnected login={view.login} />
      </>
    )
  }
  // What ended badly is offered again.
  const onPage = view.jobs.find(({ link, state }) => page && sameLink(link, page.link) && state !== 'failed')
  const others = view.jobs.filter((job) => job !== onPage)
  return (
    <>
      {told}
      {onPage ? (
        <ul class="jobs" aria-label={t('here_title')}>
          <JobCard key={onPage.id} job={onPage} />
        </ul>
      ) : (
        page && <PageOffer page={page} accounts={view.accounts} />
      )}
      <AccountNotices accounts={view.accounts} />
      {view.settings.values.pasteBox && <AddBox accounts={view.accounts} />}
      {others.length > 0 && (
        <ul class="jobs" aria-label={t('add_jobs')}>
          {others.map((job) => (
            <JobCard key={job.id} job={job} />
          ))}
        </ul>
      )}
      <Inbox view={view} lastOpened={lastOpened} />
      <SharePagesPrompt />
    </>
  )
}
