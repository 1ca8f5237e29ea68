import { expect, it } from 'vitest'
import { replay, type Changes, type Replay, type Stage } from './replay.ts'

export type Prepare = () => Changes | void | Promise<Changes | void>

/** Declares a step: after the preparation, the recorded request must be answered as it was. */
export function steps(folder: string, stage: () => Stage) {
  return (name: string, prepare?: Prepare, then?: (replay: Replay) => void | Promise<void>) =>
    it(`answers like ${name}`, async () => {
      expect.hasAssertions()
      const changes = (await prepare?.()) ?? {}
      const result = await replay(`${folder}/${name}`, stage(), changes)
      const told = name.includes('capabilities') && result.recorded.status === 200
      const compare = told ? expectPart : expectSame
      compare(result)
      await then?.(result)
    })
}

function expectSame({ recorded, answered }: Replay): void {
  expect(answered).toEqual(recorded)
}

/** Real servers tell more capabilities than the test cloud: what it tells must be there too, of the same type. */
function expectPart({ recorded, answered }: Replay): void {
  expect(recorded).toMatchObject(answered)
  for (const key of ['"version":', '"major":']) expect(JSON.stringify(answered)).toContain(key)
}
