import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '../lib/domain/failure.ts'
import type { FilesView } from '../lib/protocol.ts'
import { useBackend } from './context.ts'
import { settle } from './settle.ts'

/** The folder the user stands in, beginning at the top of their files. One that cannot be opened leaves the last. */
export function useFiles(accountId: string) {
  const backend = useBackend()
  const [folder, setFolder] = useState<FilesView>()
  const [failure, setFailure] = useState<Failure>()
  const [loading, setLoading] = useState(true)
  const latest = useRef(0)
  const go = useCallback(
    async (path: string): Promise<void> => {
      const turn = ++latest.current
      setLoading(true)
      const result = await settle(backend.call('ui/files', { accountId, path }))
      // The user may have gone on meanwhile.
      if (turn !== latest.current) return
      setLoading(false)
      setFailure(result.ok ? undefined : result.failure)
      if (result.ok) setFolder(result.value)
    },
    [backend, accountId],
  )
  useEffect(() => void go('/'), [go])
  return { folder, failure, loading, go: (path: string) => void go(path) }
}
