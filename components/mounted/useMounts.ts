import { useState } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { MountedShareView } from '../../lib/protocol.ts'
import { useBackend, useText } from '../context.ts'
import { keyOf } from '../inbox/rows.ts'
import { settle } from '../settle.ts'

/** What a row asks: whether to unmount, or where to put a copy. */
export type Question = 'unmount' | 'copy'

export interface MountActs {
  ask: (share: MountedShareView, what: Question) => void
  cancel: () => void
  /** Without another question. */
  unmount: (share: MountedShareView) => void
  /** Begins the copy; resolves when it has begun or could not. */
  copy: (share: MountedShareView, folder: string) => Promise<void>
}

/** Which row asks something, what to read out, and what the user can do with a mounted share. */
export function useMounts() {
  const backend = useBackend()
  const t = useText()
  const [open, setOpen] = useState<{ key: string; what: Question }>()
  const [news, setNews] = useState('')
  const [note, setNote] = useState(false)

  const unmount = async (share: MountedShareView): Promise<void> => {
    const name = displayName(share.name)
    const { accountId, id: shareId } = share
    setOpen(undefined)
    setNews(t('mounted_unmounting_name', name))
    const result = await settle(backend.call('ui/unmount', { accountId, shareId }))
    setNews(t(result.ok ? 'mounted_unmounted_name' : 'mounted_failed_name', name))
    if (result.ok && result.value === 'row-removed') setNote(true)
  }
  const acts: MountActs = {
    ask: (share, what) => setOpen({ key: keyOf(share), what }),
    cancel: () => setOpen(undefined),
    unmount: (share) => void unmount(share),
    async copy({ accountId, id: shareId, name }, folder) {
      const result = await settle(backend.call('ui/keep-copy', { accountId, shareId, folder }))
      setNews(t(result.ok ? 'copy_begun_name' : 'mounted_failed_name', displayName(name)))
      if (result.ok) setOpen(undefined)
    },
  }
  return { open, news, note, dismissNote: () => setNote(false), acts }
}
