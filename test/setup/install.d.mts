export const root: string
export function ensureInstalled(): void
export function toolEnvironment(): NodeJS.ProcessEnv
