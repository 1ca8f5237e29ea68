// The README's test command: installs what is missing, runs every suite, ends with one line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, toolEnvironment } from './setup/install.mjs'

ensureInstalled()
const reports = join(root, '.output', 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const suites = [
  { name: 'lint and layers', commands: ['oxlint --deny-warnings'] },
  { name: 'format', commands: ['oxfmt --check .'] },
  { name: 'types', commands: ['wxt prepare', 'tsc --noEmit'] },
  { name: 'unit, contract, component', commands: ['vitest run'], count: () => countVitest('vitest.json') },
  { name: 'build', commands: ['wxt build', 'wxt build -b firefox'] },
  { name: 'Mozilla’s linter', commands: ['node test/setup/lint-addon.ts --built'] },
  { name: 'sizes', commands: ['node test/setup/sizes.ts'] },
  { name: 'Chromium', commands: ['playwright test -c test/e2e'], count: countPlaywright },
  { name: 'Firefox', commands: ['node test/firefox/run.ts'], count: () => countVitest('firefox.json') },
]

let passed = 0
let failed = 0
/** What a suite ends with when something that it needs is not on this machine; it has said what. */
const skip = 77
const skipped = []
for (const suite of suites) {
  console.log(`\n== ${suite.name}`)
  const started = Date.now()
  const status = suite.commands.reduce((before, command) => before || run(command), 0)
  if (status === skip) {
    skipped.push(suite.name)
    continue
  }
  const counted = suite.count?.() ?? { passed: 0, failed: 0 }
  // A suite that ended badly without a failing test (or without any test) is itself a failure.
  const broken = status !== 0 && counted.failed === 0
  const empty = suite.count !== undefined && counted.passed + counted.failed === 0
  passed += suite.count ? counted.passed : status === 0 ? 1 : 0
  failed += counted.failed + (broken || empty ? 1 : 0)
  console.log(`== ${suite.name}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`)
}
for (const name of skipped) console.log(`skipped: ${name} (see above why)`)
for (const what of [...failedUnits('vitest.json'), ...failedInBrowser(), ...failedUnits('firefox.json')])
  console.log(`failed: ${what}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function run(command) {
  const env = { ...toolEnvironment(), FORCE_COLOR: '0', REPORTS: reports }
  return spawnSync(command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: true, env }).status ?? 1
}

function countVitest(name) {
  const report = read(name)
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
}

function countPlaywright() {
  const stats = read('playwright.json')?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 }
}

/** Said again at the end: in a long log the failure itself is far above. */
function failedUnits(report) {
  const files = read(report)?.testResults ?? []
  return files.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    if (tests.length === 0) return message ? [`${name}\n${message}`] : []
    return tests.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`)
  })
}

function failedInBrowser() {
  const unexpected = ({ specs = [], suites = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
    ...suites.flatMap(unexpected),
  ]
  return unexpected(read('playwright.json') ?? {})
}

function read(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'))
  } catch {
    return undefined
  }
}
