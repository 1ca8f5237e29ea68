import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connecting, connectingOwncloud, signingOut } from './accounts.ts'
import { accepting, declining, polling, undoing, unmounting, unmountingDead } from './answering.ts'
import { runMatrix, type Matrix } from './cells.ts'
import { copying, copyingWithoutRoom } from './copying.ts'
import {
  announcing,
  mounting,
  mountingByHome,
  mountingFromBackground,
  mountingInOldSession,
  mountingInSession,
  mountingThroughTab,
} from './mounting.ts'
import { deleting, undoingDeletion } from './outgoing.ts'
import { count, print } from './report.ts'
import { acceptingSeveral, decliningSeveral } from './several.ts'
import { wire } from './wire.ts'

vi.mock('../cloud/loopback-fetch.ts', async (original) => {
  const { loopbackFetch } = await original<typeof import('../cloud/loopback-fetch.ts')>()
  const { wire } = await import('./wire.ts')
  const disturbed: typeof fetch = (...request) => wire.fetch(loopbackFetch, ...request)
  return { loopbackFetch: disturbed }
})

const operations = [
  mounting('nextcloud-32'),
  mounting('owncloud-10'),
  mountingByHome,
  mountingFromBackground,
  mountingThroughTab,
  mountingInSession,
  mountingInOldSession,
  announcing,
  accepting('nextcloud-32'),
  accepting('owncloud-10'),
  declining('nextcloud-32'),
  declining('owncloud-10'),
  undoing,
  acceptingSeveral('nextcloud-32'),
  decliningSeveral('owncloud-10'),
  unmounting('nextcloud-32'),
  unmounting('owncloud-10'),
  unmountingDead('nextcloud-32'),
  unmountingDead('owncloud-10'),
  copying,
  copyingWithoutRoom,
  deleting,
  undoingDeletion,
  polling('nextcloud-32'),
  connecting,
  connectingOwncloud,
  signingOut('nextcloud-32'),
  signingOut('owncloud-10'),
]

const matrices: Matrix[] = []

beforeAll(() => void vi.spyOn(AbortSignal, 'timeout').mockImplementation(wire.timeout))
afterAll(() => void vi.restoreAllMocks())

describe('whatever goes wrong', () => {
  it.each(operations)('$name', { timeout: 300_000 }, async (operation) => {
    const matrix = await runMatrix(operation)
    matrices.push(matrix)
    const { problems } = count([matrix])
    expect(problems).toEqual([])
  })

  it('nothing is lost, doubled or wrongly accepted', () => {
    const { cells, lost, doubled, wronglyAccepted } = count(matrices)
    console.log(
      `${print(matrices)}\n\nfault matrix: ${cells} cells, ${lost} lost, ${doubled} doubled, ${wronglyAccepted} wrongly accepted`,
    )
    expect(matrices).toHaveLength(operations.length)
    expect(cells).toBeGreaterThan(1000)
    expect({ lost, doubled, wronglyAccepted }).toEqual({ lost: 0, doubled: 0, wronglyAccepted: 0 })
  })
})
