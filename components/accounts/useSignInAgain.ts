import { useEffect, useRef } from 'preact/hooks'
import type { View } from '../../lib/protocol.ts'
import type { Connect } from './useConnect.ts'

const wish = /^#sign-in-again=(.+)$/

/** The popup sent the user here to sign in again: the password form is open, the name filled in. */
export function useSignInAgain(view: View | null, connect: Connect): void {
  const done = useRef(false)
  useEffect(() => {
    const id = wish.exec(location.hash)?.[1]
    const account = view?.accounts.find((known) => known.id === id)
    if (!account || done.current) return
    done.current = true
    connect.askPassword(account.base, account.userId)
  }, [view, connect])
}
