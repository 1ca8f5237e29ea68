import type { BrowserContext } from '@playwright/test'

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

/** What the background worker did while it was watched. */
export interface Work {
  /** Time it ran scripts or collected garbage, in milliseconds. */
  busy: number
  /** Milliseconds each function ran itself, the longest first. */
  functions: [name: string, milliseconds: number][]
}

export interface WorkerSession {
  /** Samples the worker while something happens. */
  profile(act: () => Promise<unknown>): Promise<Work>
  /** Bytes of script objects in use, after garbage was collected. */
  heap(): Promise<number>
}

/** The debugging protocol of the background worker, which Playwright offers for pages only. */
export async function openWorkerSession(context: BrowserContext): Promise<WorkerSession> {
  const browser = context.browser()
  if (!browser) throw new Error('no browser to ask')
  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  const target = targetInfos.find(({ type }) => type === 'service_worker')
  if (!target) throw new Error('no worker runs')
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false })
  const waiting = new Map<number, (result: unknown) => void>()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown }
    if (id === undefined) return
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  let last = 0
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    const id = ++last
    const answer = new Promise((resolve) => waiting.set(id, resolve))
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
    return answer
  }
  await send('Profiler.enable')
  await send('Profiler.setSamplingInterval', { interval: 100 })
  return {
    async profile(act) {
      await send('Profiler.start')
      await act()
      const { profile } = (await send('Profiler.stop')) as { profile: CpuProfile }
      return workOf(profile)
    },
    async heap() {
      await send('HeapProfiler.collectGarbage')
      const { usedSize } = (await send('Runtime.getHeapUsage')) as { usedSize: number }
      return usedSize
    },
  }
}

/** Time in which the worker waits or the browser's own code runs is not the worker's. */
const notOurs = new Set(['(idle)', '(program)', '(root)'])

function workOf({ nodes, samples, timeDeltas }: CpuProfile): Work {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || '(anonymous)']))
  const times = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? ''
    if (notOurs.has(name)) continue
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000)
  }
  const functions = [...times].sort((a, b) => b[1] - a[1])
  return { busy: functions.reduce((sum, [, time]) => sum + time, 0), functions }
}
