import type { FailureCode } from '../lib/domain/failure.ts'

const page = 'https://github.com/homeward-extension/homeward/blob/main/docs/HELP.md'

/** Where the help tells more about a failure: `docs/HELP.md` has one anchor for each code. */
export const helpUrl = (code: FailureCode): string => `${page}#${code}`
