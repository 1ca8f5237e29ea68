import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What lets us in; the arguments name the port beside them. */
export const doorPreferences = {
  'devtools.debugger.remote-enabled': true,
  'devtools.debugger.prompt-connection': false,
  'devtools.chrome.enabled': true,
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

interface Packet {
  from: string
  type?: string
  error?: string
  resultID?: string
  [name: string]: unknown
}

/**
 * The inside of Firefox, where its own code runs: the menus, the address bar and the toolbar are beyond WebDriver BiDi,
 * so this goes through the developer tools, as `web-ext` does. Each packet is `length:{…}` (firefox-source-docs.mozilla.org,
 * "Remote Debugging Protocol"), and each actor answers its questions in their order.
 */
export class Inside {
  private readonly socket: Socket
  private readonly waiting = new Map<string, ((packet: Packet) => void)[]>()
  private readonly results = new Map<string, { promise: Promise<Packet>; resolve: (packet: Packet) => void }>()
  private received = Buffer.alloc(0)
  private console = ''

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (data) => this.read(data))
    socket.on('error', () => undefined)
  }

  static async open(port: number): Promise<Inside> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const inside = new Inside(socket)
    await inside.next('root')
    const { processDescriptor } = await inside.ask('root', 'getProcess', { id: 0 })
    const { actor } = processDescriptor as { actor: string }
    const { process } = await inside.ask(actor, 'getTarget')
    inside.console = (process as { consoleActor: string }).consoleActor
    return inside
  }

  /** Runs a function there. What it takes and returns goes as JSON. */
  async run<A extends unknown[], R>(task: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const call = `(${String(task)})(...${JSON.stringify(args)})`
    const text = `(async () => JSON.stringify({ value: await ${call} }))()`
    const { resultID = '' } = await this.ask(this.console, 'evaluateJSAsync', { text, mapped: { await: true } })
    const { exceptionMessage, result } = await this.result(resultID).promise
    this.results.delete(resultID)
    if (exceptionMessage || typeof result !== 'string') throw new Error(JSON.stringify(exceptionMessage ?? result))
    return (JSON.parse(result) as { value: Awaited<R> }).value
  }

  private async ask(to: string, type: string, more: object = {}): Promise<Packet> {
    const message = JSON.stringify({ to, type, ...more })
    this.socket.write(`${Buffer.byteLength(message)}:${message}`)
    const answer = await this.next(to)
    if (answer.error) throw new Error(`${type}: ${JSON.stringify(answer).slice(0, 500)}`)
    return answer
  }

  /** What an actor says next; the first is the root's greeting. */
  private next(from: string): Promise<Packet> {
    return new Promise((told) => this.waiting.set(from, [...(this.waiting.get(from) ?? []), told]))
  }

  /** It may come in the same breath as its own announcement. */
  private result(id: string) {
    let resolve: (packet: Packet) => void = () => undefined
    const promise = new Promise<Packet>((told) => (resolve = told))
    const result = this.results.get(id) ?? { promise, resolve }
    this.results.set(id, result)
    return result
  }

  private read(data: Buffer): void {
    this.received = Buffer.concat([this.received, data])
    for (;;) {
      const colon = this.received.indexOf(':')
      const end = colon + 1 + Number(this.received.toString('latin1', 0, colon))
      if (colon < 0 || this.received.length < end) return
      const packet = JSON.parse(this.received.toString('utf8', colon + 1, end)) as Packet
      this.received = this.received.subarray(end)
      this.take(packet)
    }
  }

  /** News of other kinds have nobody waiting for them. */
  private take(packet: Packet): void {
    if (packet.type === 'evaluationResult') this.result(packet.resultID ?? '').resolve(packet)
    else if (packet.type === undefined) this.waiting.get(packet.from)?.shift()?.(packet)
  }
}
