import type { SharePageView } from '../e2e/homeward.ts'
import { connect } from './connect.ts'
import { prepare, routeOf, whyNoMount } from './routes.ts'
import { expect, note, skipIf, test } from './test.ts'

const password = 'Correct-horse-battery-9417'

async function mount(share: SharePageView): Promise<number> {
  await share.clickAdd()
  const started = Date.now()
  await expect(share.open).toBeVisible()
  return Date.now() - started
}

test('one click on the share page mounts a folder', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, {})
  skipIf(whyNoMount(plan))
  await prepare(homeward.context, home, plan)
  await connect(homeward, home)
  const { name, text, url } = await props.link('Füße & mehr')
  const share = await homeward.openShare(url)
  const took = await mount(share)
  note(`click to mounted (${'route' in plan ? plan.route : ''}): ${took} ms`)
  expect(await props.readAtHome(name)).toBe(text)
  expect(await props.received()).toEqual([{ name, mountpoint: `/${name}`, accepted: true }])
  expect(await share.open.getAttribute('href')).toContain(home.base)
})

test('a second click, later, says that it is there already', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, {})
  skipIf(whyNoMount(plan))
  await prepare(homeward.context, home, plan)
  await connect(homeward, home)
  const { name, url } = await props.link('Twice')
  await mount(await homeward.openShare(url))
  const again = await homeward.openShare(url)
  await mount(again)
  await expect(again.page.getByText('Already in your cloud')).toBeVisible()
  expect(await props.received()).toEqual([{ name, mountpoint: `/${name}`, accepted: true }])
})

test('one click mounts a single file', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, {})
  skipIf(whyNoMount(plan))
  await prepare(homeward.context, home, plan)
  await connect(homeward, home)
  const name = props.name('Ünïcode notes.txt')
  await remote.writeFile(`/${name}`, 'just one file')
  const { url } = await remote.createPublicLink({ path: `/${name}` })
  await mount(await homeward.openShare(url))
  expect(await home.readFile(`/${name}`)).toBe('just one file')
})

test('a protected link, with its password typed into our field: wrong, then right', async ({
  homeward,
  home,
  remote,
  props,
}) => {
  const plan = routeOf(home, remote, { isProtected: true })
  skipIf(whyNoMount(plan))
  await prepare(homeward.context, home, plan)
  await connect(homeward, home)
  const { name, text, url } = await props.link('Secret', { password })
  const share = await homeward.openShare(url)
  await share.password.fill('wrong')
  await share.clickAdd()
  await expect(share.page.getByText('This password was not accepted')).toBeVisible()
  await share.password.fill(password)
  const took = await mount(share)
  note(`click to mounted, with a password (${'route' in plan ? plan.route : ''}): ${took} ms`)
  expect(await props.readAtHome(name)).toBe(text)
})

test('a protected link that the visitor has unlocked', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, { isProtected: true })
  skipIf(whyNoMount(plan))
  skipIf('route' in plan && plan.route !== 'remote-sends' ? `not by the route ${plan.route}` : undefined)
  await connect(homeward, home)
  const { name, text, url } = await props.link('Unlocked', { password })
  const share = await homeward.openShare(url)
  await unlock(share, url)
  await mount(share)
  expect(await props.readAtHome(name)).toBe(text)
})

/** Sends the server's own form: its looks and its scripts differ from version to version. */
async function unlock({ page }: SharePageView, url: string): Promise<void> {
  const requesttoken = await page.locator('head').getAttribute('data-requesttoken')
  const form = { password, requesttoken: requesttoken ?? '', sharingToken: url.replace(/.*\//, '') }
  await page.request.post(page.url(), { form, headers: { Origin: new URL(url).origin } })
  await page.goto(url)
}

test('a pair that cannot do it says so on the page', async ({ homeward, home, remote, props }) => {
  const plain = routeOf(home, remote, {})
  const plan = 'refusal' in plain ? plain : routeOf(home, remote, { isProtected: true })
  skipIf('refusal' in plan ? undefined : 'this pair can do everything')
  await connect(homeward, home)
  const { url } = await props.link('Refused', 'refusal' in plain ? {} : { password })
  const share = await homeward.openShare(url)
  const title = share.page.getByText('title' in plan ? plan.title : '')
  await expect(share.add.or(title).first()).toBeVisible()
  if (await share.add.isVisible()) {
    if (await share.password.isVisible()) await share.password.fill(password)
    await share.clickAdd()
  }
  await expect(title.first()).toBeVisible()
  expect(await props.received()).toEqual([])
})

test('dead and upload-only links say why there is no button', async ({ homeward, home, remote, props }) => {
  await connect(homeward, home)
  const dead = await props.link('Gone')
  await remote.deletePublicLink(dead.id)
  const drop = await props.link('Drop', { permissions: 4 })
  const reasons = { [dead.url]: 'This share does not exist any more', [drop.url]: 'This link only takes uploads' }
  for (const [url, reason] of Object.entries(reasons)) {
    const share = await homeward.openShare(url)
    await expect(share.page.getByText(reason)).toBeVisible()
    await expect(share.add).toHaveCount(0)
  }
})

test('a link deleted while its page was open is named', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, {})
  skipIf(whyNoMount(plan))
  skipIf('route' in plan && plan.route !== 'remote-sends' ? `not by the route ${plan.route}` : undefined)
  await connect(homeward, home)
  const { id, url } = await props.link('Deleted')
  const share = await homeward.openShare(url)
  await share.add.waitFor()
  await remote.deletePublicLink(id)
  await share.clickAdd()
  await expect(share.page.getByText('This share does not exist any more')).toBeVisible()
})
