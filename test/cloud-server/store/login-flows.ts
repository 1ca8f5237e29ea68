/** Login Flow v2: a poll token for the client, a login token for the browser, and a result between them. */

import { randomToken } from './shares.ts'

export interface LoginFlow {
  readonly pollToken: string
  readonly loginToken: string
  /** The client's User-Agent, shown to the user. */
  readonly client: string
  readonly startedAt: number
  granted?: { loginName: string; appPassword: string }
}

const lifetimeMs = 20 * 60_000

export class LoginFlowStore {
  #flows: LoginFlow[] = []

  start(client: string): LoginFlow {
    const flow = { pollToken: randomToken(128), loginToken: randomToken(128), client, startedAt: Date.now() }
    this.#flows.push(flow)
    return flow
  }

  byLoginToken(token: string | undefined): LoginFlow | undefined {
    return this.#live().find((flow) => flow.loginToken === token)
  }

  /** Hands the result out exactly once (recorded: nextcloud-32.0.1/05-11, 05-12). */
  collect(pollToken: string): LoginFlow['granted'] {
    const flow = this.#live().find((candidate) => candidate.pollToken === pollToken && candidate.granted)
    if (flow) this.#flows = this.#flows.filter((other) => other !== flow)
    return flow?.granted
  }

  #live(): LoginFlow[] {
    return this.#flows.filter((flow) => flow.startedAt + lifetimeMs > Date.now())
  }
}
