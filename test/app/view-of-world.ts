import { viewOf, type Stored } from '../../lib/app/view.ts'
import type { View } from '../../lib/protocol.ts'

/** What popup and options would paint from what is stored in a world. */
export function viewOfWorld({ stored }: { stored: Record<string, unknown> }): View {
  const nothing = {
    accounts: [],
    inbox: {},
    mounts: {},
    copies: [],
    deletions: [],
    jobs: [],
    login: null,
    defaultAccount: null,
    settings: {},
    notices: [],
  }
  return viewOf({ ...nothing, ...stored } as Stored, {})
}
