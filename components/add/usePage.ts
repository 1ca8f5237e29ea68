import { useEffect, useState } from 'preact/hooks'
import { parsePublicLink } from '../../lib/domain/public-link.ts'
import type { PageView } from '../../lib/protocol.ts'
import { useBackend } from '../context.ts'

export type Page = PageView & { tabId: number }

/** The share page the popup was opened on: at once what its address tells, a moment later what the page does. */
export function usePage(): Page | null {
  const backend = useBackend()
  const [page, setPage] = useState<Page | null>(null)
  useEffect(() => {
    const look = async (): Promise<void> => {
      const tab = await backend.activeTab()
      if (!tab) return
      const tabId = tab.id
      const link = parsePublicLink(tab.url)
      if (link) setPage({ tabId, link, needsPassword: false })
      const seen = await backend.call('ui/page', { tabId })
      if (seen) setPage({ tabId, ...seen })
    }
    look().catch(() => undefined)
  }, [backend])
  return page
}
