import { defineConfig } from '@playwright/test'

const reports = process.env['REPORTS']

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './build.ts',
  outputDir: '../../.output/e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // More than the cores of a small machine: a test mostly waits, for a browser or a server.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  // A second try on shared machines, where a browser can starve; the report names what needed it.
  retries: process.env['CI'] ? 1 : 0,
  reporter: reports ? [['list'], ['json', { outputFile: `${reports}/playwright.json` }]] : 'list',
})
