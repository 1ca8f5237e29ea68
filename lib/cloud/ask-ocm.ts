import { askJson } from './ask-json.ts'
import type { Fetch } from './exchange.ts'
import { textField, type JsonObject } from './json.ts'
import { ownUrl } from './own-url.ts'

/** What a server tells of itself by Open Cloud Mesh discovery, as far as invitations go. */
export interface OcmServer {
  /** People of other servers can be invited to share with people of this one. */
  knowsInvitations: boolean
  /** The page of this very server where its users accept an invitation. */
  inviteAcceptDialog?: string
}

const longest = 50_000

/** The draft's address, and the one most servers still answer at (server-facts.md 5.1, 5.3). */
const places = ['/.well-known/ocm', '/ocm-provider/']

/** As the draft has it, and as Nextcloud spells it: with a slash up to 32 (recorded 01-20 of both versions). */
const invitations = ['invites', 'invite-accepted', '/invite-accepted']

/** Asks a server about invitations. Null when it does not say. */
export async function askOcm(fetch: Fetch, base: string): Promise<OcmServer | null> {
  for (const place of places) {
    const told = await askJson(fetch, base + place, longest)
    if (told && told['enabled'] !== undefined) return read(told, base)
  }
  return null
}

function read(told: JsonObject, base: string): OcmServer {
  const capabilities: unknown[] = Array.isArray(told['capabilities']) ? told['capabilities'] : []
  const knowsInvitations = told['enabled'] === true && capabilities.some((one) => invitations.includes(String(one)))
  const dialog = dialogOf(textField(told, 'inviteAcceptDialog'), base)
  return { knowsInvitations, ...(dialog ? { inviteAcceptDialog: dialog } : {}) }
}

/** Absolute, or relative to the server; elsewhere it is none of this server's. */
function dialogOf(text: string | undefined, base: string): string | undefined {
  if (text === undefined || !URL.canParse(text, `${base}/`)) return undefined
  return ownUrl(new URL(text, `${base}/`).href, base)?.href
}
