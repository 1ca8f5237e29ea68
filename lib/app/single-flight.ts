/**
 * Lets at most one run of a task per key be under way in this worker: whoever comes meanwhile shares its outcome.
 * What must survive the worker's death is persisted by the tasks themselves.
 */
export function singleFlight<T>(task: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  return (key) => {
    const current = running.get(key)
    if (current) return current
    const started = task(key).finally(() => running.delete(key))
    running.set(key, started)
    return started
  }
}
