/** Checks of what lies in storage: only as much as the code that reads it relies on. */
type Check = (value: unknown) => boolean

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText: Check = (value) => typeof value === 'string'
export const isNumber: Check = (value) => typeof value === 'number'
export const isBoolean: Check = (value) => typeof value === 'boolean'

/** An object with these fields; others may be there too. */
export const has =
  (fields: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]))

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

/** An object whose every value, under whatever key, passes. */
export const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
