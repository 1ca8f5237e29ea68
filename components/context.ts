import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Translate } from '../lib/domain/text.ts'
import type { Backend } from '../lib/protocol.ts'

/** The way to the background; entrypoints provide the real one, tests a fake. */
export const BackendContext = createContext<Backend | null>(null)
export const TextContext = createContext<Translate | null>(null)

export const useBackend = (): Backend => provided(useContext(BackendContext))

/** The translator: `const t = useText()`. */
export const useText = (): Translate => provided(useContext(TextContext))

function provided<T>(value: T | null): T {
  if (value === null) throw new Error('a component was rendered outside of its providers')
  return value
}
