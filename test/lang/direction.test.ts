import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Names of a side of the screen, where a language that is written from the right would need the other one. */
const physical = [
  /(?:^|[\s;{])(?:left|right)\s*:/,
  /(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear)\s*:\s*(?:left|right)/,
  // Four values name the right side before the left one.
  /(?:margin|padding|inset|border-radius|border-width)\s*:\s*(?:[^\s;]+\s+){3}[^\s;]+\s*;/,
  /translateX\((?!-50%|50%)/,
]

const files = globSync(['{components,entrypoints}/**/*.{css,html,ts,tsx}'], { cwd: root })

const sidesIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => physical.some((side) => side.test(line.replace(/safe-area-inset-(left|right)/g, ''))))

test.each(files.filter((file) => /\.(css|html)$/.test(file)))('%s is written for both directions', (file) => {
  expect(sidesIn(readFileSync(join(root, file), 'utf8'))).toEqual([])
})

test('no view styles an element by hand with a side', () => {
  const views = files.filter((file) => /\.tsx?$/.test(file))
  const styled = views.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/style=\{\{[^}]*\}\}/g) ?? [])
  expect(styled.filter((style) => /left|right/i.test(style))).toEqual([])
})

test('this test sees sides', () => {
  const seen = ['  left: 0;', 'padding-right: 1px;', 'text-align: left;', 'margin: 0 1px 0 2px;', 'float: right;']
  expect(sidesIn(seen.join('\n'))).toEqual(seen)
  expect(sidesIn('inset-inline-start: 0;\nmargin: 0 1px;\nfloat: inline-end;\ntext-align: start;')).toEqual([])
})
