import browser from 'webextension-polyfill'
import { counted } from '../domain/counted.ts'
import { translate } from './page-backend.ts'

/** Stands out from the green of the logo; white text on both passes AA. */
const countColour = '#0b57a4'
const attentionColour = '#b3261e'

/** Shows how many shares wait; the same in words as the button's title, for those who cannot see the badge. */
export async function showBadge(pending: number, needsAttention: boolean): Promise<void> {
  const text = pending > 0 ? String(pending) : needsAttention ? '!' : ''
  await browser.action.setBadgeText({ text })
  await browser.action.setBadgeBackgroundColor({ color: pending > 0 ? countColour : attentionColour })
  await browser.action.setTitle({ title: title(pending, needsAttention) })
}

function title(pending: number, needsAttention: boolean): string {
  if (pending > 0) return counted(translate, 'toolbar_pending', pending)
  return translate(needsAttention ? 'toolbar_attention' : 'extension_short_name')
}
