/** The socket side of a cloud: log, faults, and writing answers. */

import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, LoggedRequest } from '../api.ts'
import type { CloudState } from '../cloud-state.ts'
import { dispatch } from '../dispatch.ts'
import type { Answer } from './answer.ts'
import { reasonFor } from './answer.ts'
import { spoil } from './faults.ts'
import { readIncoming } from './incoming.ts'
import type { Incoming } from './incoming.ts'

/** Resolves with the port once the server listens. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  return (server.address() as AddressInfo).port
}

export function createCloudServer(cloud: CloudState): Server {
  return createServer((message, response) => {
    handle(cloud, message, response).catch((error: unknown) => {
      console.error(`${cloud.name}: ${message.method} ${message.url}`, error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
}

async function handle(cloud: CloudState, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const isBelow =
    cloud.webroot === '' || (message.url ?? '').startsWith(`${cloud.webroot}/`) || message.url === cloud.webroot
  if (!isBelow) return void response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not Found</h1>')
  const request = await readIncoming(message, cloud.webroot)
  const entry = logged(request)
  cloud.log.push(entry)
  const fault = cloud.faults.take(request)
  // A late request, or a late answer to one that was acted on at once.
  const late = async (before: boolean): Promise<void> => {
    if (fault?.delayMs !== undefined && (fault.before ?? true) === before) await sleep(fault.delayMs)
  }
  await late(true)
  const answer = await answerWith(cloud, request, fault)
  await late(false)
  if (fault?.drop) return void message.socket.destroy()
  entry.status = answer.status
  write(response, answer, fault)
}

async function answerWith(cloud: CloudState, request: Incoming, fault: Fault | undefined): Promise<Answer> {
  const runsFirst =
    fault?.before === false ||
    fault?.truncateAt !== undefined ||
    (fault?.padToBytes !== undefined && fault.body === undefined)
  if (!fault || runsFirst) {
    const answer = await dispatch(cloud, request)
    return (fault && spoil(fault, answer)) ?? answer
  }
  if (fault.drop) return { status: 0, headers: {}, body: '' }
  return spoil(fault) ?? dispatch(cloud, request)
}

function write(response: ServerResponse, answer: Answer, fault: Fault | undefined): void {
  const { blanks = 0 } = answer
  const body = Buffer.from(answer.body)
  const hasBody = answer.status !== 204 && answer.status !== 304
  const headers = hasBody ? { ...answer.headers, 'Content-Length': body.byteLength + blanks } : answer.headers
  const reason = reasonFor(answer.status)
  if (reason === undefined) response.writeHead(answer.status, headers)
  else response.writeHead(answer.status, reason, headers)
  if (blanks > 0) {
    response.write(body)
    return void response.end(soManyBlanks(blanks))
  }
  if (fault?.truncateAt === undefined) return void response.end(body)
  response.write(body.subarray(0, fault.truncateAt), () => response.destroy())
}

let allBlanks = Buffer.alloc(0)

/** Made once: a suite of thousands of faults asks for them by the hundred. */
function soManyBlanks(count: number): Buffer {
  if (allBlanks.byteLength < count) allBlanks = Buffer.alloc(count, ' ')
  return allBlanks.subarray(0, count)
}

function logged(request: Incoming): LoggedRequest {
  return {
    method: request.method,
    path: request.path,
    query: Object.fromEntries(request.query),
    headers: { ...request.headers },
    body: request.body.toString('utf8'),
    status: 0,
    at: Date.now(),
  }
}
