import { useState } from 'preact/hooks'
import { failure as failureOf, type Failure } from '../../lib/domain/failure.ts'
import { parseServerAddress } from '../../lib/domain/server-address.ts'
import { useBackend } from '../context.ts'
import { hostOf } from '../host.ts'
import { settle } from '../settle.ts'
import { useBusy } from '../useBusy.ts'

type Step =
  | { at: 'address' }
  /** Plain http in a private network: goes on only after the user said so. */
  | { at: 'confirm'; host: string; confirm: () => void }
  /** A server without a login page of its own for apps (ownCloud). */
  | { at: 'password'; base: string }

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
  ): void => {
    const parsed = parseServerAddress(text)
    setFailure(parsed.ok ? undefined : parsed.failure)
    if (!parsed.ok) return
    const { candidates, needsConfirmation } = parsed.value
    if (needsConfirmation && !confirmed) {
      setStep({ at: 'confirm', host: hostOf(candidates[0] ?? text), confirm: () => start(text, true, go) })
      return
    }
    run(async () => {
      const origins = [...new Set(candidates.map((base) => new URL(base).origin))]
      const outcome = (await backend.requestOrigins(origins))
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
    /** @param confirmed plain http was confirmed when this account was first connected */
    connect: (text: string, confirmed = false) => {
      setAddress(text)
      start(text, confirmed, async (insecureConfirmed) => {
        const result = await settle(backend.call('ui/connect', { address: text.trim(), insecureConfirmed }))
        if (!result.ok) return result.failure
        const { next, base } = result.value
        return next === 'password' ? { at: 'password', base } : { at: 'address' }
      })
    },
    signIn: ({ address: text, ...login }: SignIn, confirmed = false) =>
      start(text, confirmed, async (insecureConfirmed) => {
        const request = { ...login, address: text.trim(), insecureConfirmed }
        const result = await settle(backend.call('ui/sign-in', request))
        if (!result.ok) return result.failure
        setAddress('')
        return { at: 'address' }
      }),
    back: () => {
      setStep({ at: 'address' })
      setFailure(undefined)
    },
  }
}

export type Connect = ReturnType<typeof useConnect>
