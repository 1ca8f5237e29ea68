/** Writes docs/HELP.md: the extension's help page in English, for those who have not installed it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { concernOf, failureCodes, type FailureCode } from '../../lib/domain/failure.ts'
import { helpCauses, helpChapters } from '../../lib/domain/help.ts'
import { failureText, type MessageKey } from '../../lib/domain/text.ts'

export const helpFile = join(import.meta.dirname, '../../docs/HELP.md')

const t = (key: MessageKey): string => messages[key].message

const note =
  '<!-- Written by `node test/setup/help.ts` from public/_locales/en/messages.json and lib/domain/help.ts. -->'

export function helpText(): string {
  const chapters = Object.entries(helpChapters).map(([concern, title]) => {
    const codes = failureCodes.filter((code) => concernOf(code) === concern)
    return [`## ${t(title)}`, ...codes.map(entry)].join('\n\n')
  })
  return `${[`# ${t('help_title')}`, t('help_intro'), note, ...chapters].join('\n\n')}\n`
}

function entry(code: FailureCode): string {
  const { title, cause, fix } = failureText(t, { code })
  const more = helpCauses[code] ?? []
  const list = more.length > 0 ? [more.map((key) => `- ${t(key)}`).join('\n')] : []
  return [
    `<a id="${code}"></a>\n\n### ${title}`,
    cause,
    `**${t('help_fix')}** ${fix}`,
    ...list,
    `<sub>\`${code}\`</sub>`,
  ].join('\n\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(helpFile, helpText())
