import { displayName } from '../domain/display-name.ts'
import { failureText } from '../domain/text.ts'
import { declinePending, undoWindow } from './answer-share.ts'
import type { App } from './app.ts'
import type { Ports } from './ports.ts'
import { readShare, type ShareRef } from './inbox-store.ts'
import { severalId } from './notify-shares.ts'

/** A notification that tells how it went; pressing it opens this address. */
const openPrefix = 'open:'
const failedId = 'failed'

/** A notification was pressed: the inbox opens, or what was just added. */
export async function notificationClicked({ ports }: App, id: string): Promise<void> {
  await ports.notifications.clear(id)
  if (id.startsWith(openPrefix)) await ports.tabs.open(id.slice(openPrefix.length))
  else if (id === severalId || id === failedId || shareOf(id)) await ports.openInbox()
}

/** A button of a notification was pressed: the first one accepts, the second one declines. */
export async function notificationAnswered(app: App, id: string, button: number): Promise<void> {
  const { ports } = app
  const ref = shareOf(id)
  if (!ref) return
  await ports.notifications.clear(id)
  if (button === 1) {
    await declinePending(ports, ref)
    await ports.sleep(undoWindow)
    return app.sendAnswers()
  }
  const share = await readShare(ports, ref)
  const accepted = await app.accept(ref)
  if (accepted.ok) return tellAdded(ports, { name: share?.name, openUrl: accepted.value.openUrl })
  const name = displayName(share?.name ?? '') || ports.t('common_unnamed')
  const { title, fix } = failureText(ports.t, accepted.failure)
  await ports.notifications.show({
    id: failedId,
    title: ports.t('notification_failed', name),
    message: `${title}. ${fix}`,
  })
}

/** Tells that something was added while nobody looked. */
export async function tellAdded(
  ports: Ports,
  { name = '', openUrl = '' }: { name?: string | undefined; openUrl?: string },
): Promise<void> {
  const title = ports.t('notification_added', displayName(name) || ports.t('common_unnamed'))
  await ports.notifications.show({ id: openPrefix + openUrl, title, message: ports.t('notification_open') })
}

/** The share a notification is about. */
function shareOf(id: string): ShareRef | undefined {
  if (!id.startsWith('[')) return undefined
  const [accountId, shareId] = JSON.parse(id) as string[]
  return accountId !== undefined && shareId !== undefined ? { accountId, shareId } : undefined
}
