import { concernOf, failureCodes, type Concern } from '../../lib/domain/failure.ts'
import { helpChapters } from '../../lib/domain/help.ts'
import { useText } from '../context.ts'
import { HelpEntry } from './HelpEntry.tsx'
import { useHash } from './useHash.ts'
import '../ui/tokens.css'
import '../Page.css'
import './Help.css'

const chapters = Object.keys(helpChapters) as Concern[]

/** The help: every failure with its cause and its fix, each at an anchor of its own. */
export function HelpApp() {
  const t = useText()
  const here = useHash()
  return (
    <main class="page help">
      <header class="page-head">
        <img src="/icon/logo.svg" alt="" width="40" height="40" />
        <h1>{t('help_title')}</h1>
      </header>
      <p>{t('help_intro')}</p>
      {chapters.map((concern) => (
        <section key={concern} aria-labelledby={concern}>
          <h2 id={concern}>{t(helpChapters[concern])}</h2>
          {failureCodes
            .filter((code) => concernOf(code) === concern)
            .map((code) => (
              <HelpEntry key={code} code={code} isHere={code === here} />
            ))}
        </section>
      ))}
    </main>
  )
}
