import { readFileSync } from 'node:fs'
import { shipped, type Messages } from './messages.ts'
import { pseudoMessages } from './pseudo.ts'

/** A file of `public/` on its way into the build, as WXT's hook `build:publicAssets` has them. */
export interface PublicFile {
  relativeDest: string
  absoluteSrc?: string
  contents?: string
}

/**
 * Makes the files of texts smaller. With `--mode pseudo` (or `pseudo-rtl`) English becomes a language that shows what
 * is not translatable and what does not fit; see docs/TRANSLATING.md.
 */
export function packLocales(files: PublicFile[], mode: string): void {
  for (const [index, { relativeDest, absoluteSrc }] of files.entries()) {
    const language = /^_locales[\\/](\w+)[\\/]messages\.json$/.exec(relativeDest)?.[1]
    if (language === undefined || absoluteSrc === undefined) continue
    const messages = JSON.parse(readFileSync(absoluteSrc, 'utf8')) as Messages
    const spoken =
      language === 'en' && isPseudo(mode) ? pseudoMessages(messages, mode.endsWith('rtl') ? 'rtl' : 'ltr') : messages
    files[index] = { relativeDest, contents: JSON.stringify(shipped(spoken)) }
  }
}

export const isPseudo = (mode: string): boolean => mode.startsWith('pseudo')
