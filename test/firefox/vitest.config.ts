import { defineConfig } from 'vitest/config'

const reports = process.env['REPORTS']

/** One real Firefox for all tests, one after the other; each installs the extension anew. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.spec.ts'],
    globalSetup: './build.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: process.env['CI'] ? 1 : 0,
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/firefox.json` }]] : ['default'],
  },
})
