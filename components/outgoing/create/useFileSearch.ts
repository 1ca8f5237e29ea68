import { useEffect, useState } from 'preact/hooks'
import { isFound } from '../../../lib/domain/search.ts'
import type { FileView, FilesView } from '../../../lib/protocol.ts'
import { useBackend } from '../../context.ts'
import { settle } from '../../settle.ts'

/** After the last key, in milliseconds. */
const pause = 350

/**
 * What a search finds: in the open folder at once, and a moment later in all of the account's files, where the server
 * can search them. Null for no search.
 */
export function useFileSearch(accountId: string, folder: FilesView | undefined, text: string) {
  const backend = useBackend()
  const [searchId] = useState(() => crypto.randomUUID())
  const [elsewhere, setElsewhere] = useState<{ text: string; found: FileView[] }>()
  const [searching, setSearching] = useState(false)
  const words = text.trim()
  useEffect(() => {
    setSearching(words !== '')
    if (words === '') return
    let stays = true
    const search = async (): Promise<void> => {
      const result = await settle(backend.call('ui/search-files', { accountId, searchId, text: words }))
      if (!stays) return
      setSearching(false)
      // What could not be searched everywhere is still searched here.
      if (result.ok && result.value.state === 'found') setElsewhere({ text: words, found: result.value.found })
    }
    const timer = setTimeout(() => void search(), pause)
    return () => {
      stays = false
      clearTimeout(timer)
    }
  }, [backend, accountId, searchId, words])
  if (words === '') return { found: null, searching: false }
  const here = (folder?.entries ?? []).filter(({ name }) => isFound(words, name))
  const known = new Set(here.map(({ path }) => path))
  const more = elsewhere?.text === words ? elsewhere.found.filter(({ path }) => !known.has(path)) : []
  return { found: [...here, ...more], searching }
}
