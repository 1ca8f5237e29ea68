import type { Appearance } from '../lib/domain/settings.ts'

/** Where `public/appearance.js` reads it before a page is first painted. */
const key = 'appearance'

/**
 * Shows this page light, dark or as the system is (`ui/tokens.css` knows the marks), and keeps that for the next page
 * that opens: without it that would flash in other colours until the settings are read.
 */
export function applyAppearance(chosen: Appearance): void {
  document.documentElement.dataset['appearance'] = chosen
  localStorage.setItem(key, chosen)
}
