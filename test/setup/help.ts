/** Writes docs/HELP.md: one anchor per failure code, in the words people read in the extension. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { concernOf, failureCodes, type Concern, type FailureCode } from '../../lib/domain/failure.ts'
import { failureText } from '../../lib/domain/text.ts'
import { causes } from './help-causes.ts'

export const helpFile = join(import.meta.dirname, '../../docs/HELP.md')

const chapters: Record<Concern, string> = {
  link: 'The link',
  remote: 'The other server',
  home: 'Your cloud',
  account: 'Your account',
  address: 'Addresses',
}

const head = `# When something does not work

What Homeward says when a share cannot be added, why that is, and what you or an administrator can do. “Your cloud” is the
server you have connected; “the other server” is the one the link comes from.

<!-- Written by \`node test/setup/help.ts\` from public/_locales/en/messages.json and test/setup/help-causes.ts. -->
`

export function helpText(): string {
  const parts = Object.entries(chapters).map(([concern, title]) => {
    const codes = failureCodes.filter((code) => concernOf(code) === concern)
    return [`## ${title}`, ...codes.map(entry)].join('\n\n')
  })
  return `${[head.trim(), ...parts].join('\n\n')}\n`
}

function entry(code: FailureCode): string {
  const { title, cause, fix } = failureText((key) => messages[key].message, { code })
  const more = causes[code] ?? []
  const list = more.length > 0 ? [more.map((line) => `- ${line}`).join('\n')] : []
  return [
    `<a id="${code}"></a>\n\n### ${title}`,
    cause,
    `**What to do:** ${fix}`,
    ...list,
    `<sub>\`${code}\`</sub>`,
  ].join('\n\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(helpFile, helpText())
