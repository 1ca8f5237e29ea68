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

/**
 * The same for a task that works off whatever is there: whoever comes meanwhile has it look once more, for it may have
 * looked before there was anything.
 */
export function onceMore(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let isWanted = false
  const run = async (): Promise<void> => {
    try {
      while (isWanted) {
        isWanted = false
        await task()
      }
    } finally {
      running = undefined
    }
  }
  return () => {
    isWanted = true
    running ??= run()
    return running
  }
}
