import type { Browser } from 'webextension-polyfill'

/**
 * The browser's own API, for the content script: what that uses returns promises in every browser we support, and the
 * polyfill would be a quarter of what is injected into pages.
 */
export const native = ((globalThis as { browser?: Browser }).browser ??
  (globalThis as { chrome?: Browser }).chrome) as Browser
