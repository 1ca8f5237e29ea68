import { readRecording, type Recording } from '../recorded/read.ts'
import { shapeOf, type AnswerShape } from './contract-shape.ts'
import { loopbackFetch } from './loopback-fetch.ts'

/** What stands in for what was true only while recording. */
export interface Stage {
  /** Recorded host (and port) to the running server's, e.g. `nc-home.localhost:9201` to `nc-home.localhost:41234`. */
  hosts: Record<string, string>
  /** `alice:login-password` and the like to the secret. */
  secrets: Record<string, string>
}

export interface Changes {
  /** Replaces the share's id in the path. */
  id?: string | number
  /** Replaces or adds parameters of a form or of a JSON object. */
  form?: Record<string, string>
}

export interface Replay {
  recorded: AnswerShape
  answered: AnswerShape
  body: string
}

/** Sends a recorded request to the stage and returns both answers' shapes, to be compared. */
export async function replay(name: string, stage: Stage, changes: Changes = {}): Promise<Replay> {
  const recording = readRecording(name)
  const { request, response } = recording
  const answer = await loopbackFetch(urlOf(recording, stage, changes.id), {
    method: request.method,
    redirect: 'manual',
    headers: headersOf(recording, stage),
    ...bodyOf(recording, stage, changes.form),
  })
  const body = await answer.text()
  return {
    recorded: shapeOf(response.status, response.headers, response.body),
    answered: shapeOf(answer.status, answer.headers, body),
    body,
  }
}

function urlOf({ request }: Recording, stage: Stage, id: Changes['id']): string {
  const url = withHosts(request.url.href, stage)
  return id === undefined ? url : url.replace(/((?:remote_)?shares\/(?:pending\/)?)[^/?]+/, `$1${id}`)
}

function headersOf({ request }: Recording, stage: Stage): Headers {
  const headers = new Headers(request.headers)
  const [scheme, who] = headers.get('authorization')?.split(' ') ?? []
  if (scheme === 'Basic' && who) {
    const secret = stage.secrets[who] ?? 'wrong'
    headers.set('authorization', `Basic ${btoa(`${who.split(':')[0]}:${secret}`)}`)
  }
  return headers
}

function bodyOf({ request }: Recording, stage: Stage, form: Changes['form']): { body?: string } {
  if (request.body === '') return {}
  const type = request.headers.get('content-type') ?? ''
  if (type.includes('json')) return { body: JSON.stringify({ ...JSON.parse(withHosts(request.body, stage)), ...form }) }
  if (!type.includes('form')) return { body: withHosts(request.body, stage) }
  const fields = new URLSearchParams(request.body)
  for (const [key, value] of fields) fields.set(key, withHosts(value, stage))
  for (const [key, value] of Object.entries(form ?? {})) fields.set(key, value)
  return { body: String(fields) }
}

const withHosts = (text: string, { hosts }: Stage): string =>
  Object.entries(hosts).reduce((changed, [recorded, running]) => changed.replaceAll(recorded, running), text)
