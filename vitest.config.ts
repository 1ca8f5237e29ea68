import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { trimXml } from './lib/build/trim-xml.ts'

/** The longest first: begun last it would be waited for by all cores but one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/fault/')
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  plugins: [preact(), trimXml],
  test: {
    // As it is built: without what it never runs.
    server: { deps: { inline: ['fast-xml-parser'] } },
    // The default leaves a core idle, which on two cores is half of them.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // A slow machine is no failure: what hangs is what never ends, and a minute tells the two apart.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/setup/seed.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: process.env['REPORTS']
      ? ['default', ['json', { outputFile: `${process.env['REPORTS']}/vitest.json` }]]
      : ['default'],
    exclude: ['test/e2e/**', 'node_modules/**'],
  },
})
