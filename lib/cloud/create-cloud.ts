import { createOnOwnCloud, revokeOnNextcloud, type AppPasswordRequest } from './app-password.ts'
import { readCapabilities } from './capabilities.ts'
import { createHttp, type HttpOptions } from './http.ts'
import { pollLogin, startLogin } from './login-flow.ts'
import { askHome, type AskForShare } from './public-link.ts'
import { accept, decline, getOne, listMounted, listPending, remove } from './remote-shares.ts'
import { readStatus } from './status.ts'
import { readUser } from './user.ts'
import { listFiles } from './webdav.ts'

export type Cloud = ReturnType<typeof createCloud>

/** Everything one server can be asked, with or without an account on it. No call throws, none is repeated here. */
export function createCloud(options: HttpOptions) {
  const http = createHttp(options)
  return {
    base: options.base,
    status: () => readStatus(http),
    capabilities: () => readCapabilities(http),
    user: () => readUser(http),
    login: {
      start: () => startLogin(http),
      poll: (pollToken: string) => pollLogin(http, pollToken),
    },
    appPassword: {
      createOnOwnCloud: (request: AppPasswordRequest) => createOnOwnCloud(http, request),
      revokeOnNextcloud: () => revokeOnNextcloud(http),
    },
    remoteShares: {
      pending: () => listPending(http),
      mounted: () => listMounted(http),
      get: (id: string) => getOne(http, id),
      accept: (id: string) => accept(http, id),
      decline: (id: string) => decline(http, id),
      remove: (id: string) => remove(http, id),
    },
    askForShare: (ask: AskForShare) => askHome(http, ask),
    files: (userId: string, path: string) => listFiles(http, userId, path),
  }
}
