/** Share passwords in flight, by job id. In memory only: they are never stored, and die with the worker. */
const passwords = new Map<string, string>()

export const keepPassword = (jobId: string, password: string): void => void passwords.set(jobId, password)

/** Hands a password out once. */
export function takePassword(jobId: string): string | undefined {
  const password = passwords.get(jobId)
  passwords.delete(jobId)
  return password
}

/** Whether there is one, and which, without taking it. */
export const peekPassword = (jobId: string): string | undefined => passwords.get(jobId)
