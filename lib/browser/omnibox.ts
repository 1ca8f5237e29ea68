import browser from 'webextension-polyfill'
import { readShareAddress } from '../domain/share-address.ts'
import { openInbox } from './notifications.ts'
import { translate } from './page-backend.ts'

/** A keyword cannot be taken back while the extension runs: switched off, it says so. */
let wanted = true

export const showOmnibox = (on: boolean): void => void (wanted = on)

/** Registers what happens after the keyword in the address bar. Phones have no such thing. */
export function onOmnibox(entered: (address: string) => void): void {
  const { omnibox } = browser
  if (!omnibox) return
  omnibox.onInputStarted.addListener(() => suggest(''))
  omnibox.onInputChanged.addListener((text, others) => {
    suggest(text)
    others([])
  })
  omnibox.onInputEntered.addListener((text) => {
    if (!wanted) return void browser.runtime.openOptionsPage()
    void openInbox()
    if (text.trim() !== '') entered(text)
  })
}

const suggest = (text: string): void => browser.omnibox.setDefaultSuggestion({ description: plain(explain(text)) })

function explain(text: string): string {
  if (!wanted) return translate('omnibox_off')
  if (text.trim() === '') return translate('omnibox_hint')
  const found = readShareAddress(text)
  return found ? translate('omnibox_add', new URL(found.link.base).host) : translate('omnibox_not_a_link')
}

/** Chromium reads it as XML, Firefox as it stands: without these it is the same in both. */
const plain = (text: string): string => text.replace(/[<>&]/g, ' ')
