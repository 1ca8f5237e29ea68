import { request } from '@playwright/test'
import { withCloud } from '../live/clean-cloud.ts'
import type { LiveCloud } from '../live/live-cloud.ts'
import { serversFromEnvironment, type Access } from '../live/servers.ts'
import { contract } from './suite.ts'

const servers = serversFromEnvironment()

contract(`${servers.home.base} home, ${servers.remote.base} remote`, async () => {
  const home = await hold(servers.home)
  const remote = await hold(servers.remote)
  return {
    home: home.cloud,
    remote: remote.cloud,
    async close() {
      await home.release()
      await remote.release()
    },
  }
})

/** Opens a server until it is released; then the app passwords that came into being are taken back. */
function hold(access: Access): Promise<{ cloud: LiveCloud; release(): Promise<void> }> {
  return new Promise((opened, failed) => {
    let free = (): void => {}
    const held = new Promise<void>((resolve) => (free = resolve))
    const closed = withCloud(access, request, (cloud) => {
      opened({ cloud, release: () => (free(), closed) })
      return held
    })
    closed.catch(failed)
  })
}
