import { ok } from '../domain/result.ts'
import type { OutgoingCalls } from '../protocol.ts'
import { undoWindow } from './answer-share.ts'
import type { App } from './app.ts'
import { changeShareOf } from './change-share.ts'
import { checkCloudId } from './check-cloud-id.ts'
import { createShare } from './create-share.ts'
import { deleteLater, dropDeletion } from './delete-share.ts'
import { openHome } from './home.ts'
import { outgoingView } from './outgoing-view.ts'
import { quickLink } from './quick-link.ts'
import { noted } from './mark-account.ts'
import { logged } from './sharing.ts'
import { suggestPassword } from './suggest-password.ts'
import type { UiHandlers } from './ui-calls.ts'

/** What the extension's pages may ask about outgoing shares. */
export function outgoingCalls({ ports, sharing, searches, sendDeletions }: App): Pick<UiHandlers, keyof OutgoingCalls> {
  return {
    async 'ui/outgoing'({ accountId, path }) {
      const opened = await sharing.open(accountId)
      if (!opened.ok) return opened
      const { account, rules, shares } = opened.value
      const listed = await shares.list(path === undefined ? {} : { path, reshares: true })
      if (!listed.ok) return noted(ports, accountId, listed)
      return ok(listed.value.map((share) => outgoingView(account, rules, share)))
    },
    'ui/share-rules': ({ accountId }) => sharing.rules(accountId),
    async 'ui/sharees'({ accountId, searchId, text, itemType, page = 1 }) {
      const home = await openHome(ports, accountId)
      if (!home.ok) return home
      const { account, cloud } = home.value
      const found = await searches(searchId, (signal) =>
        cloud.sharees.find(account.product, { text, itemType, page, signal }),
      )
      return noted(ports, accountId, found)
    },
    async 'ui/recommended-sharees'({ accountId, itemType }) {
      const home = await openHome(ports, accountId)
      if (!home.ok) return home
      const { account, cloud } = home.value
      if (account.product !== 'nextcloud') return ok([])
      return noted(ports, accountId, await cloud.sharees.recommended(account.product, itemType))
    },
    'ui/check-cloud-id': ({ accountId, cloudId }) => checkCloudId(ports, accountId, cloudId),
    'ui/create-share': ({ accountId, share }) => createShare(sharing, accountId, share),
    'ui/quick-link': (request) => quickLink(sharing, request),
    'ui/change-share': ({ change, ...ref }) => changeShareOf(sharing, ref, change),
    async 'ui/delete-share'(about) {
      await deleteLater(ports, about)
      void ports.sleep(undoWindow).then(sendDeletions)
    },
    'ui/undo-deletion': (ref) => dropDeletion(ports, ref),
    'ui/dismiss-deletion': (ref) => dropDeletion(ports, ref),
    async 'ui/send-share-mail'({ accountId, shareId, password }) {
      const home = await openHome(ports, accountId)
      if (!home.ok) return home
      const sent = await home.value.cloud.shares(home.value.account.product).sendMail(shareId, password)
      return logged(ports, accountId, 'mail', sent)
    },
    async 'ui/suggest-password'({ accountId }) {
      const home = await openHome(ports, accountId)
      return home.ok ? ok(await suggestPassword(home.value)) : home
    },
  }
}
