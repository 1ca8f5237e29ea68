import { afterAll, beforeAll, expect, it } from 'vitest'
import { startClouds } from './index.ts'
import type { Cloud, Clouds } from './index.ts'
import { call } from './http/call.ts'

let clouds: Clouds
let cloud: Cloud

beforeAll(async () => {
  clouds = await startClouds([{ name: 'nc-home', product: 'nextcloud-32', users: {} }])
  cloud = clouds.cloud('nc-home')
})
afterAll(() => clouds.stop())

const ask = (timeoutMs = 5000) => call('GET', `${cloud.base}/status.php`, { timeoutMs })

it('answers instead of the handler as often as asked, then no more', async () => {
  cloud.faults.add({
    path: '/status.php',
    status: 503,
    body: '<h1>busy</h1>',
    contentType: 'text/html',
    headers: { 'Retry-After': '7' },
    times: 2,
  })
  for (const _ of [1, 2])
    expect(await ask()).toMatchObject({ status: 503, headers: { 'retry-after': '7', 'content-type': 'text/html' } })
  expect((await ask()).status).toBe(200)
})

it('matches by method and expression, and can be cleared', async () => {
  cloud.faults.add({ path: /status/, method: 'POST', status: 418, times: Infinity })
  expect((await ask()).status).toBe(200)
  cloud.faults.add({ path: /status/, status: 500, times: Infinity })
  expect((await ask()).status).toBe(500)
  cloud.faults.clear()
  expect((await ask()).status).toBe(200)
})

it('drops, delays, truncates and pads', async () => {
  cloud.faults.add({ path: '/status.php', drop: true })
  await expect(ask()).rejects.toThrow(/hang up|ECONNRESET|aborted/)
  cloud.faults.add({ path: '/status.php', delayMs: 300 })
  await expect(ask(100)).rejects.toThrow('in time')
  cloud.faults.add({ path: '/status.php', truncateAt: 10 })
  await expect(ask()).rejects.toThrow(/hang up|ECONNRESET|aborted/)
  cloud.faults.add({ path: '/status.php', padToBytes: 5000 })
  const padded = await ask()
  expect(padded.body.byteLength).toBe(5000)
  expect(JSON.parse(padded.body.toString())).toMatchObject({ installed: true })
})

it('runs the handler first when asked to, and logs everything', async () => {
  cloud.clearLog()
  cloud.faults.add({ path: '/status.php', before: false, status: 500 })
  const spoiled = await ask()
  expect([spoiled.status, spoiled.body.toString()]).toEqual([500, expect.stringContaining('installed')])
  await ask()
  expect(cloud.log.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['GET', '/status.php', 500],
    ['GET', '/status.php', 200],
  ])
})
