import type { StoredNotice } from '../../lib/domain/stored-notice.ts'
import type { Translate } from '../../lib/domain/text.ts'
import { useBackend, useText } from '../context.ts'
import { Notice } from '../ui/Notice.tsx'

/** What happened while nobody was looking, until it is dismissed. Trouble with several stored items is told once. */
export function StoredNotices({ notices }: { notices: StoredNotice[] }) {
  const backend = useBackend()
  const t = useText()
  const dismiss = (ids: string[]): void => {
    for (const id of ids) void backend.call('ui/dismiss-notice', { id }).catch(() => undefined)
  }
  return (
    <>
      {grouped(notices).map(({ first, ids }) => {
        const { title, text } = words(t, first)
        return (
          <Notice key={first.id} tone="warning" title={title} onDismiss={() => dismiss(ids)}>
            <p>{text}</p>
          </Notice>
        )
      })}
    </>
  )
}

function grouped(notices: StoredNotice[]): { first: StoredNotice; ids: string[] }[] {
  const groups = new Map<string, { first: StoredNotice; ids: string[] }>()
  for (const notice of notices) {
    const key = notice.kind === 'wiped' ? notice.id : notice.kind
    const group = groups.get(key)
    if (group) group.ids.push(notice.id)
    else groups.set(key, { first: notice, ids: [notice.id] })
  }
  return [...groups.values()]
}

function words(t: Translate, notice: StoredNotice): { title: string; text: string } {
  switch (notice.kind) {
    case 'storage-unreadable':
      return { title: t('notice_storage_unreadable'), text: t('notice_storage_unreadable_fix') }
    case 'storage-full':
      return { title: t('notice_storage_full'), text: t('notice_storage_full_fix') }
    case 'wiped':
      return { title: t('notice_wiped', notice.host), text: t('notice_wiped_cause') }
  }
}
