import browser, { type Notifications } from 'webextension-polyfill'
import type { Notification } from '../app/ports.ts'

type Options = Notifications.CreateNotificationOptions & { buttons?: { title: string }[] }

/** Safari has none: the badge counts all the same. */
const hasNotifications = (): boolean => browser.notifications !== undefined

const options = ({ title, message }: Notification): Options => ({
  type: 'basic',
  iconUrl: browser.runtime.getURL('icon/128.png'),
  title,
  message,
})

/** Firefox refuses notifications with buttons (its schema marks them unsupported), so there they go without. */
export async function showNotification(notification: Notification): Promise<void> {
  if (!hasNotifications()) return
  const { id, buttons = [] } = notification
  const plain = options(notification)
  const withButtons: Options = buttons.length > 0 ? { ...plain, buttons: buttons.map((title) => ({ title })) } : plain
  try {
    await browser.notifications.create(id, withButtons)
  } catch {
    await browser.notifications.create(id, plain)
  }
}

export const clearNotification = async (id: string): Promise<void> => void (await browser.notifications?.clear(id))

export const shownNotifications = async (): Promise<string[]> =>
  hasNotifications() ? Object.keys(await browser.notifications.getAll()) : []

/** Registers what happens when the user presses a notification or one of its buttons. */
export function onNotification(clicked: (id: string) => void, pressed: (id: string, button: number) => void): void {
  if (!hasNotifications()) return
  browser.notifications.onClicked.addListener(clicked)
  browser.notifications.onButtonClicked?.addListener(pressed)
}

/** Opens the popup; where the browser does not let us (no window, no gesture, older versions) its page in a tab. */
export async function openInbox(): Promise<void> {
  try {
    await browser.action.openPopup()
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('popup.html') })
  }
}
