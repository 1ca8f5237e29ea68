import { useState } from 'preact/hooks'
import { failure as failureOf, type Failure } from '../../lib/domain/failure.ts'
import { parseServerAddress } from '../../lib/domain/server-address.ts'
import type { AccountView } from '../../lib/protocol.ts'
import { useBackend } from '../context.ts'
import { hostOf } from '../host.ts'
import { settle } from '../settle.ts'
import { useBusy } from '../useBusy.ts'

type Step =
  | { at: 'address' }
  /** Plain http in a private network: goes on only after the user said so. */
  | { at: 'confirm'; host: string; confirm: () => void }
  /** A server without a login page of its own for apps (ownCloud). */
  | { at: 'password'; base: string; userName?: string }

interface SignIn {
  address: string
  userName: string
  password: string
  kind: 'login' | 'app'
}

/** The way from an address to an account. The login in the browser itself lives in the background (`View.login`). */
export function useConnect() {
  const backend = useBackend()
  const [address, setAddress] = useState('')
  const [step, setStep] = useState<Step>({ at: 'address' })
  const [failure, setFailure] = useState<Failure>()
  const [busy, run] = useBusy()

  const start = (
    text: string,
    confirmed: boolean,
    go: (insecureConfirmed: boolean) => Promise<Failure | Step>,
    needsPermission = true,
  ): void => {
    const parsed = parseServerAddress(text)
    setFailure(parsed.ok ? undefined : parsed.failure)
    if (!parsed.ok) return
    const { candidates, needsConfirmation } = parsed.value
    if (needsConfirmation && !confirmed) {
      setStep({
        at: 'confirm',
        host: hostOf(candidates[0] ?? text),
        confirm: () => start(text, true, go, needsPermission),
      })
      return
    }
    run(async () => {
      const origins = [...new Set(candidates.map((base) => new URL(base).origin))]
      const outcome =
        !needsPermission || (await backend.requestOrigins(origins))
          ? await go(needsConfirmation)
          : failureOf('home-permission-missing')
      if ('code' in outcome) setFailure(outcome)
      else setStep(outcome)
    })
  }

  return {
    address,
    step,
    failure,
    busy,
    setAddress: (text: string) => {
      setAddress(text)
      setFailure(undefined)
    },
    connect: (text: string) => {
      setAddress(text)
      start(text, false, async (insecureConfirmed) => {
        const result = await settle(backend.call('ui/connect', { address: text.trim(), insecureConfirmed }))
        if (!result.ok) return result.failure
        const { next, base } = result.value
        return next === 'password' ? { at: 'password', base } : { at: 'address' }
      })
    },
    /** For an account that was signed out. Plain http was confirmed when it was first connected. */
    signInAgain: ({ id: accountId, base, userId }: AccountView) =>
      start(base, true, async () => {
        const result = await settle(backend.call('ui/sign-in-again', { accountId }))
        if (!result.ok) return result.failure
        return result.value.next === 'password' ? { at: 'password', base, userName: userId } : { at: 'address' }
      }),
    /** @param confirmed plain http was confirmed a step before */
    signIn: ({ address: text, ...login }: SignIn, confirmed = false) =>
      start(text, confirmed, async (insecureConfirmed) => {
        const request = { ...login, address: text.trim(), insecureConfirmed }
        const result = await settle(backend.call('ui/sign-in', request))
        if (!result.ok) return result.failure
        setAddress('')
        return { at: 'address' }
      }),
    /** Without signing in: only the address is kept, and no permission is asked for. */
    keepAddress: (text: string) => {
      const keep = async (insecureConfirmed: boolean): Promise<Failure | Step> => {
        const result = await settle(backend.call('ui/use-address', { address: text.trim(), insecureConfirmed }))
        if (!result.ok) return result.failure
        setAddress('')
        return { at: 'address' }
      }
      start(text, false, keep, false)
    },
    askPassword: (base: string, userName: string) => setStep({ at: 'password', base, userName }),
    back: () => {
      setStep({ at: 'address' })
      setFailure(undefined)
    },
  }
}

export type Connect = ReturnType<typeof useConnect>
