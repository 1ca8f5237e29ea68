import { useEffect, useRef, useState } from 'preact/hooks'
import { displayName } from '../../lib/domain/display-name.ts'
import type { AccountView } from '../../lib/protocol.ts'
import { useText } from '../context.ts'

/** "Connected as ..." when an account appears, or one comes back from signed out, while the page is open. */
export function useConnectedNews(accounts: AccountView[]): string {
  const t = useText()
  const before = useRef<Set<string> | null>(null)
  const [news, setNews] = useState('')
  useEffect(() => {
    const signedIn = accounts.filter(({ state }) => state !== 'signed-out')
    const fresh = before.current && signedIn.find(({ id }) => !before.current?.has(id))
    before.current = new Set(signedIn.map(({ id }) => id))
    if (fresh) setNews(t('connect_done', displayName(fresh.displayName), fresh.host))
  }, [accounts, t])
  return news
}
