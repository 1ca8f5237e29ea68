import { useMemo, useState } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { OutgoingShareView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import type { Draft } from './draft.ts'
import type { OutgoingState } from './useOutgoing.ts'

export interface ShareActs {
  /** What is typed, by share id: rows come and go with what is in sight. */
  drafts: Map<string, Draft>
  edit: (share: OutgoingShareView) => void
  closeEdit: (share: OutgoingShareView, changed: boolean) => void
  put: (share: OutgoingShareView) => void
  /** Can be undone for a few seconds. */
  remove: (share: OutgoingShareView) => void
  undo: (share: OutgoingShareView) => void
  /** Forgets why deleting it failed. */
  dismiss: (share: OutgoingShareView) => void
}

/** Which share is being edited, what to read out, and what the user can do with a share. */
export function useShareActs({ put, keep }: Pick<OutgoingState, 'put' | 'keep'>) {
  const backend = useBackend()
  const t = useText()
  const [editing, setEditing] = useState<string>()
  const [news, setNews] = useState('')
  const acts = useMemo((): ShareActs => {
    const refOf = ({ accountId, id: shareId }: OutgoingShareView) => ({ accountId, shareId })
    const nameOf = ({ name }: OutgoingShareView): string => displayName(name)
    const sayFailed = (share: OutgoingShareView) => () => setNews(t('outgoing_failed_name', nameOf(share)))
    const drafts = new Map<string, Draft>()
    return {
      drafts,
      put,
      edit: ({ id }) => setEditing(id),
      closeEdit(share, changed) {
        drafts.delete(share.id)
        setEditing(undefined)
        setNews(changed ? t('outgoing_saved_name', nameOf(share)) : '')
      },
      remove(share) {
        const { kind, path, with: receiver } = share
        setNews(t('outgoing_deleted_name', nameOf(share)))
        const about = { kind, path, ...(receiver ? { with: receiver.label } : {}) }
        backend.call('ui/delete-share', { ...refOf(share), ...about }).catch(sayFailed(share))
      },
      undo(share) {
        keep(share.id)
        setNews(t('outgoing_undone_name', nameOf(share)))
        backend.call('ui/undo-deletion', refOf(share)).catch(sayFailed(share))
      },
      dismiss: (share) => void backend.call('ui/dismiss-deletion', refOf(share)).catch(() => undefined),
    }
  }, [backend, t, put, keep])
  return { editing, news, acts }
}
