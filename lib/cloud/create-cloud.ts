import type { Product } from '../domain/account.ts'
import type { Announcement } from '../domain/announcement.ts'
import type { ItemType } from '../domain/outgoing-share.ts'
import { announce } from './announce.ts'
import { createOnOwnCloud, revokeOnNextcloud, type AppPasswordRequest } from './app-password.ts'
import { readCapabilities } from './capabilities.ts'
import { createHttp, type HttpOptions } from './http.ts'
import { isLoginKnown, pollLogin, startLogin } from './login-flow.ts'
import { askHome, type AskForShare } from './public-link.ts'
import { accept, decline, getOne, listMounted, listPending, remove } from './remote-shares.ts'
import { readStatus } from './status.ts'
import { readUser } from './user.ts'
import { askShareRules } from './share-rules.ts'
import { findSharees, recommendedSharees, type ShareeQuery } from './sharees.ts'
import { sharesApi } from './shares.ts'
import { suggestPassword } from './suggest-password.ts'
import { copyFile, type Copy } from './webdav-copy.ts'
import { searchFiles, type FileSearch } from './webdav-search.ts'
import { listFiles } from './webdav.ts'
import { isToBeWiped, reportWiped } from './wipe.ts'

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
      isKnown: (loginUrl: string) => isLoginKnown(http, loginUrl),
    },
    appPassword: {
      createOnOwnCloud: (request: AppPasswordRequest) => createOnOwnCloud(http, request),
      revokeOnNextcloud: () => revokeOnNextcloud(http),
    },
    wipe: {
      isDue: (appPassword: string) => isToBeWiped(http, appPassword),
      report: (appPassword: string) => reportWiped(http, appPassword),
    },
    remoteShares: {
      pending: () => listPending(http),
      mounted: (timeoutMs?: number) => listMounted(http, timeoutMs),
      get: (id: string, timeoutMs?: number) => getOne(http, id, timeoutMs),
      accept: (id: string) => accept(http, id),
      decline: (id: string) => decline(http, id),
      remove: (id: string) => remove(http, id),
    },
    shares: (product: Product) => sharesApi(http, product),
    shareRules: (product: Product) => askShareRules(http, product),
    sharees: {
      find: (product: Product, query: ShareeQuery) => findSharees(http, product, query),
      recommended: (product: Product, itemType: ItemType) => recommendedSharees(http, product, itemType),
    },
    suggestPassword: () => suggestPassword(http),
    askForShare: (ask: AskForShare) => askHome(http, ask),
    /** Without credentials: the home hears it as from a server. */
    announce: (product: Product, announcement: Announcement) =>
      announce(createHttp({ fetch: options.fetch, base: options.base }), product, announcement),
    files: (userId: string, path: string) => listFiles(http, userId, path),
    searchFiles: (product: Product, search: FileSearch) => searchFiles(http, product, search),
    copy: (copy: Copy) => copyFile(http, copy),
  }
}
