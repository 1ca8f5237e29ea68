import type { View } from '../../lib/protocol.ts'
import { Outgoing } from './Outgoing.tsx'

/** The popup's tab. */
export function OutgoingPanel({ view }: { view: View }) {
  return <Outgoing view={view} />
}
