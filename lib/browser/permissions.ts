import browser from 'webextension-polyfill'

/** Every web site: "show the button on share pages". */
export const allSites = '*://*/*'

/** The match pattern for a base URL's origin. Patterns know no ports: one for the host covers them all. */
export function originPattern(base: string): string {
  const { protocol, hostname } = new URL(base)
  return `${protocol}//${hostname}/*`
}

/** Whether the background may call this base URL. */
export const mayCall = (base: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originPattern(base)] })

/** Asks the user; only inside a click. */
export const requestOrigins = (patterns: string[]): Promise<boolean> =>
  browser.permissions.request({ origins: patterns })

/** Every origin the user (or the test build) has granted. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? []
}
