import { passwordLength, strongPassword } from '../domain/strong-password.ts'
import type { Home } from './home.ts'

/** A password the server's own policy made, or else a strong one of ours. */
export async function suggestPassword({ account, cloud }: Home): Promise<string> {
  const made = account.product === 'nextcloud' ? await cloud.suggestPassword() : undefined
  return made?.ok ? made.value : strongPassword(crypto.getRandomValues(new Uint8Array(passwordLength)))
}
