import { describe, expect, it } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { JobView } from '../../lib/protocol.ts'
import { bobsFolder, connectAlice } from './clouds.ts'
import { mountsOf, owncloudPage, paste, readHome, scene, settle } from './scene.ts'
import { Visitor } from './visitor.ts'
import { World } from './world.ts'

describe('a link on ownCloud with a password, into ownCloud', () => {
  const on = scene('owncloud-10', 'owncloud-10')
  const password = 'Correct-horse-9'

  it('is mounted in the user’s own web session, under its name', async () => {
    const job = await on.visitor.click(owncloudPage(on.remote, 'Vault', password), password)
    expect(job).toMatchObject({ state: 'mounted', already: false, note: 'owner-not-told' })
    expect(await readHome(on.home, '/Vault/hello.txt')).toBe('hello from Vault')
    expect(on.world.homeTabs.tabs.size).toBe(0)
    expect(on.world.homeTabs.shown).toEqual([])
    expect(JSON.stringify(on.world.stored)).not.toContain(password)
    const posted = on.home.log.find(({ path }) => path.endsWith('/external'))
    expect(posted?.headers).not.toHaveProperty('authorization')
  })

  it('is asked for when the visitor has unlocked the page', async () => {
    const page = { ...owncloudPage(on.remote, 'Unlocked', password), needsPassword: false, isProtected: true }
    expect(await on.visitor.click({ ...page, name: 'Unlocked', owner: 'bob' })).toMatchObject({
      state: 'needs-password',
      failure: { code: 'password-needed' },
    })
    expect(on.world.homeTabs.tabs.size).toBe(0)
    expect(await on.visitor.click({ ...page, name: 'Unlocked', owner: 'bob' }, 'wrong')).toMatchObject({
      failure: { code: 'password-wrong' },
    })
    expect(await on.visitor.click(page, password)).toMatchObject({ state: 'mounted' })
    expect(on.world.homeTabs.tabs.size).toBe(0)
  })

  it('stops after three wrong passwords', async () => {
    const page = owncloudPage(on.remote, 'Guessed', password)
    for (const guess of ['a', 'b'])
      expect(await on.visitor.click(page, guess)).toMatchObject({ state: 'needs-password' })
    expect(await on.visitor.click(page, 'c')).toMatchObject({ failure: { code: 'password-tries-used-up' } })
    on.home.clearLog()
    expect(await on.visitor.click(page, password)).toMatchObject({ failure: { code: 'password-tries-used-up' } })
    expect(on.home.log.filter(({ path }) => path.endsWith('/external'))).toEqual([])
  })

  it('waits, tab shown, until somebody logs in', async () => {
    on.world.homeTabs.cookie = ''
    const seen: JobView['note'][] = []
    on.world.homeTabs.meanwhile = (looks) => {
      const [job] = on.world.stored['jobs'] as MountJob[]
      if (job?.tabShown) seen.push('sign-in-at-home')
      if (looks === 6) on.world.homeTabs.cookie = on.home.logInCookie('alice')
    }
    const job = await on.visitor.click(owncloudPage(on.remote, 'Later', password), password)
    expect(job).toMatchObject({ state: 'mounted' })
    expect(on.world.homeTabs.shown).toHaveLength(1)
    expect(seen.length).toBeGreaterThan(2)
    expect(on.world.homeTabs.tabs.size).toBe(0)
  })

  it('gives up when nobody logs in, and when the tab is closed', async () => {
    on.world.homeTabs.cookie = ''
    const page = owncloudPage(on.remote, 'Never', password)
    on.world.homeTabs.meanwhile = () => void (on.world.clock += 60_000)
    expect(await on.visitor.click(page, password)).toMatchObject({ failure: { code: 'home-sign-in-missing' } })
    on.world.homeTabs.meanwhile = () => on.world.homeTabs.tabs.clear()
    expect(await on.visitor.click(page, password)).toMatchObject({ failure: { code: 'home-sign-in-missing' } })
  })

  it('never mounts into the account of somebody else who is logged in', async () => {
    on.world.homeTabs.cookie = on.home.logInCookie('mallory')
    const job = await on.visitor.click(owncloudPage(on.remote, 'Theirs', password), password)
    expect(job).toMatchObject({ failure: { code: 'home-other-account', detail: 'mallory' } })
    expect(on.home.remoteShares('mallory')).toEqual([])
  })

  it.each([
    ['home-federation-off', () => (on.home.settings.incomingFederation = false)],
    ['remote-maintenance', () => (on.remote.settings.maintenance = true)],
  ])('ends in %s, in German too', async (code, arrange) => {
    on.home.settings.language = 'de'
    const page = owncloudPage(on.remote, `Fails ${code}`, password)
    arrange()
    expect(await on.visitor.click(page, password)).toMatchObject({ state: 'failed', failure: { code } })
  })

  it('ends in at most one mount, wherever the worker dies', async () => {
    const mountKilling = async (name: string, at: number) => {
      const world = new World()
      const worker = world.startWorker()
      await connectAlice(worker, on.home)
      world.homeTabs.cookie = on.home.logInCookie('alice')
      await new Promise((resolve) => setTimeout(resolve, 30))
      const visitor = new Visitor(world, worker)
      const begun = world.steps
      world.kill = { at: begun + at, when: at % 2 ? 'before' : 'after' }
      const page = { ...owncloudPage(on.remote, name, password), name, owner: 'bob' }
      let job = await visitor.click(page, password)
      // The password died with the worker.
      if (job.state === 'needs-password') job = await visitor.click(page, password)
      return { job, steps: world.steps - begun }
    }
    const { steps } = await mountKilling('Undisturbed', Infinity)
    for (let at = 1; at <= steps; at += 3) {
      const name = `Killed ${at}`
      const { job } = await mountKilling(name, at)
      const rows = mountsOf(on.home, name)
      if (job.state === 'failed') expect(job.failure?.code, name).toBe('job-interrupted')
      expect(rows.length, name).toBe(job.state === 'mounted' ? 1 : 0)
    }
  }, 120_000)
})

describe.each(['nextcloud-30', 'owncloud-10'] as const)(
  'a pasted Nextcloud link without any permission, into %s',
  (home) => {
    const on = scene(home, 'nextcloud-32')

    it.each([undefined, 'Correct-horse-9'])(
      'is mounted through the home’s own session, password %s',
      async (password) => {
        const name = password ? 'Session secret' : 'Session'
        const page = bobsFolder(on.remote, name, password ? { password } : {})
        on.world.forbidden = [page.base]
        let job = await paste(on, page)
        if (password) {
          expect(job).toMatchObject({ state: 'needs-password', failure: { code: 'remote-refused' } })
          await on.worker.ui['ui/job-password']({ jobId: job.id, password })
          job = await settle(on.world, on.worker, job.id)
        }
        expect(job).toMatchObject({ state: 'mounted', route: 'home-session' })
        expect(await readHome(on.home, `${job.mountpoint}/hello.txt`)).toBe(`hello from ${name}`)
        expect(on.remote.log.filter(({ headers }) => headers['authorization']?.includes('alice'))).toEqual([])
      },
    )
  },
)
