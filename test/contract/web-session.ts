import { fetchFor } from '../live/talk.ts'
import type { Access } from '../live/servers.ts'

/** A signed-in visit to a server's web site, without a browser: what its own pages send, with their cookies. */
export class WebSession {
  private readonly cookies = new Map<string, string>()
  private readonly base: string
  private requesttoken = ''

  private constructor(base: string) {
    this.base = base
  }

  static async signIn({ base, userName, password }: Access): Promise<WebSession> {
    const session = new WebSession(base)
    await session.open('/index.php/login')
    const login = { user: userName, password, requesttoken: session.requesttoken }
    // Nextcloud takes a login from its own page only (recorded nextcloud-32.0.1/06-20).
    await session.send('POST', '/index.php/login', { form: login, headers: { Origin: new URL(base).origin } })
    const page = await session.open('/index.php/apps/files/')
    if (!page.includes('data-user="')) throw new Error(`${base} did not let ${userName} in`)
    return session
  }

  /** Opens a page; its request token goes with what is sent next. */
  async open(path: string): Promise<string> {
    const { text } = await this.send('GET', path)
    this.requesttoken = /data-requesttoken="([^"]+)"/.exec(text)?.[1] ?? ''
    return text
  }

  async send(
    method: string,
    path: string,
    { form, headers = {} }: { form?: Record<string, string>; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; text: string }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetchFor(this.base)(this.base + path, {
      method,
      redirect: 'manual',
      headers: { requesttoken: this.requesttoken, ...headers, ...(cookie ? { cookie } : {}) },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.cookies.set(name, value)
    }
    return { status: answer.status, text: await answer.text() }
  }
}
