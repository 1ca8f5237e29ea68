import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import type { Access } from './servers.ts'

export interface Reply {
  status: number
  text: string
}

export interface OcsReply {
  status: number
  message: string
  /** Whatever the call gives; read with care. */
  data: unknown
}

export interface Message {
  form?: Record<string, string>
  body?: string
  headers?: Record<string, string>
}

/** One account's way to its server, apart from the client under test. */
export interface Talk {
  send(method: string, path: string, message?: Message): Promise<Reply>
  /** `path` begins behind `/ocs/v2.php`. */
  ocs(method: string, path: string, form?: Record<string, string>): Promise<OcsReply>
}

/** Node does not find `*.localhost` everywhere. */
export const fetchFor = (base: string): typeof fetch =>
  /(?:^|\.)localhost$/.test(new URL(base).hostname) ? loopbackFetch : fetch

export function createTalk({ base, userName, password }: Access): Talk {
  const fetch = fetchFor(base)
  const authorization = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`

  async function send(method: string, path: string, { form, body, headers }: Message = {}): Promise<Reply> {
    const content = form ? new URLSearchParams(form) : body
    const answer = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: { authorization, 'OCS-APIRequest': 'true', 'User-Agent': 'Homeward live tests', ...headers },
      ...(content === undefined ? {} : { body: content }),
    })
    return { status: answer.status, text: await answer.text() }
  }

  return {
    send,
    async ocs(method, path, form) {
      const separator = path.includes('?') ? '&' : '?'
      const { status, text } = await send(method, `/ocs/v2.php${path}${separator}format=json`, form ? { form } : {})
      return readOcs(status, text)
    },
  }
}

function readOcs(status: number, text: string): OcsReply {
  try {
    const { ocs } = JSON.parse(text) as { ocs: { meta: { message?: string | null }; data: unknown } }
    return { status, message: ocs.meta.message ?? '', data: ocs.data }
  } catch {
    throw new Error(`no OCS answer: HTTP ${status} ${text.slice(0, 200)}`)
  }
}
