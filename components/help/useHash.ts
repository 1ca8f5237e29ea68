import { useEffect, useState } from 'preact/hooks'

const read = (): string => location.hash.slice(1)

/** What stands behind the `#` of the address, now and later. */
export function useHash(): string {
  const [hash, setHash] = useState(read)
  useEffect(() => {
    const changed = (): void => setHash(read())
    window.addEventListener('hashchange', changed)
    return () => window.removeEventListener('hashchange', changed)
  }, [])
  return hash
}
