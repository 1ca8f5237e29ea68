/** Drafts the next section of CHANGELOG.md from the commits since the last tag; people then edit it. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Kinds of commits that users notice, in the order they are told. */
const chapters: Record<string, string> = { feat: 'New', fix: 'Fixed', perf: 'Faster' }

/** One subject line may tell several things: `feat: one thing; fix: another`. */
const kind = /(?:^|; )(\w+)(?:\([^)]*\))?(!)?: /

/**
 * The section for a version, from subject lines in the form of Conventional Commits, newest first. What users do not
 * notice (test, docs, chore, ...) is left out.
 */
export function section(heading: string, subjects: string[]): string {
  const told = subjects.flatMap(parts)
  const lines = Object.entries(chapters).flatMap(([type, title]) => {
    const entries = told.filter((part) => part.type === type).map(({ text, breaking }) => `- ${breaking}${text}`)
    return entries.length > 0 ? [`### ${title}\n\n${[...new Set(entries)].join('\n')}`] : []
  })
  return [`## ${heading}`, ...lines].join('\n\n')
}

interface Part {
  type: string
  text: string
  breaking: string
}

function parts(subject: string): Part[] {
  const [, ...pieces] = subject.split(kind)
  const found: Part[] = []
  for (let at = 0; at + 2 < pieces.length; at += 3) {
    const [type = '', bang, text = ''] = pieces.slice(at, at + 3)
    const sentence = text.trim().replace(/^./, (first) => first.toUpperCase())
    found.push({ type, text: sentence, breaking: bang ? '**Changes what you know:** ' : '' })
  }
  return found
}

/** Puts a section above the newest one, in the place of an older draft of the same version. */
export function insert(changelog: string, version: string, text: string): string {
  const [head = '', ...sections] = changelog.split(/^(?=## )/m)
  const kept = sections.filter((each) => !each.startsWith(`## ${version} `))
  return [head, `${text}\n\n`, ...kept].join('').trimEnd() + '\n'
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

function main(): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const lastTag = git('tag', '--list', 'v*', '--merged=HEAD', '--sort=-version:refname').split('\n')[0]
  const subjects = git('log', '--format=%s', lastTag ? `${lastTag}..HEAD` : 'HEAD').split('\n')
  const text = section(`${version} (${new Date().toISOString().slice(0, 10)})`, subjects)
  if (!process.argv.includes('--write')) return void process.stdout.write(`${text}\n`)
  const file = join(root, 'CHANGELOG.md')
  writeFileSync(file, insert(readFileSync(file, 'utf8'), version, text))
}

if (process.argv[1] === import.meta.filename) main()
