import { defineConfig } from '@playwright/test'

const reports = process.env['REPORTS']

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './build.ts',
  outputDir: '../../.output/live',
  timeout: 120_000,
  expect: { timeout: 45_000 },
  // One account on each server: tests must not see each other's shares come and go.
  workers: 1,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['./report.ts'],
    ...(reports ? ([['json', { outputFile: `${reports}/live.json` }]] as const) : []),
  ],
})
