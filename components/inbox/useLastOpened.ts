import { useState } from 'preact/hooks'

const key = 'inbox-opened'

/** When the popup was last opened before now, in milliseconds since the epoch; once per page. */
export function useLastOpened(): number {
  const [last] = useState(() => {
    const before = Number(localStorage.getItem(key) ?? Date.now())
    localStorage.setItem(key, String(Date.now()))
    return before
  })
  return last
}
