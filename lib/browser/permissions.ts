import browser from 'webextension-polyfill'

/** Every web site: "show the button on share pages". */
export const allSites = '*://*/*'

/** The match pattern for a base URL's origin. Patterns know no ports: one for the host covers them all. */
export function originPattern(base: string): string {
  const { protocol, hostname } = new URL(base)
  return `${protocol}//${hostname}/*`
}

const granted = new Set<string>()

/** Whether the background may call this base URL. A yes is remembered until `permissionsChanged`. */
export async function mayCall(base: string): Promise<boolean> {
  const pattern = originPattern(base)
  // A no is not: the word of a permission that was just given may come later than the click that needs it.
  if (!granted.has(pattern) && (await browser.permissions.contains({ origins: [pattern] }))) granted.add(pattern)
  return granted.has(pattern)
}

/** To be called on every event of the browser that says so. */
export const permissionsChanged = (): void => granted.clear()

/** Asks the user; only inside a click. */
export const requestOrigins = (patterns: string[]): Promise<boolean> =>
  browser.permissions.request({ origins: patterns })

/** Every origin the user (or the test build) has granted. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? []
}
