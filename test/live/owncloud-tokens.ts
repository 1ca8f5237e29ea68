import type { APIRequestContext } from '@playwright/test'
import type { Access } from './servers.ts'
import { requestTokenOf, signInOnWeb } from './web-session.ts'

export interface Token {
  id: string
  name: string
}

/** The app passwords of an account, as the server's own settings page has them. */
export interface TokenList {
  all(): Promise<Token[]>
  remove(token: Token): Promise<void>
}

/**
 * ownCloud's app passwords cannot delete themselves, only a web session can (recorded owncloud-10.15.2/705, 717): the
 * suite needs the login password for it.
 */
export async function openTokenList(request: APIRequestContext, access: Access): Promise<TokenList> {
  await signInOnWeb(request, access)
  const requesttoken = await requestTokenOf(await request.get(`${access.base}/index.php/apps/files/`))
  const list = `${access.base}/index.php/settings/personal/authtokens`
  return {
    async all() {
      const rows = (await (await request.get(list, { headers: { requesttoken } })).json()) as Row[]
      return rows.filter(({ type }) => String(type) === appPassword).map(({ id, name }) => ({ id: String(id), name }))
    },
    remove: async ({ id }) => void (await request.delete(`${list}/${id}`, { headers: { requesttoken } })),
  }
}

interface Row {
  id: number | string
  name: string
  type: number | string
}

/** The other type is a web session. */
const appPassword = '1'
