/** Host, port and folder of a base URL, for people; plain http stays visible. */
export const hostOf = (base: string): string => base.replace(/^https:\/\//i, '')
