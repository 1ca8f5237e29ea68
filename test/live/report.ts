/* eslint-disable no-console -- this is what prints */
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Ends the run with what the list of tests does not say: which servers they were, what was skipped and why, figures. */
export default class Report implements Reporter {
  private readonly figures = new Set<string>()
  private readonly skipped: string[] = []

  onTestEnd(test: TestCase, result: TestResult): void {
    const told = (type: string) =>
      result.annotations.flatMap((note) => (note.type === type ? [note.description ?? 'no reason given'] : []))
    for (const figure of told('figure')) this.figures.add(figure)
    if (result.status === 'skipped') this.skipped.push(`${test.title}: ${told('skip').join(', ') || 'not reached'}`)
  }

  onEnd(): void {
    print('Found', [...this.figures])
    print('Skipped', this.skipped)
  }
}

function print(heading: string, lines: string[]): void {
  if (lines.length > 0) console.log(`\n${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`)
}
