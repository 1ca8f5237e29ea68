import type { Installation } from '../../lib/protocol.ts'
import { useText } from '../context.ts'
import { OpenLink } from '../ui/OpenLink.tsx'

const source = 'https://github.com/homeward-extension/homeward'

/** Written when the extension is built, from what is in it. */
const licences = '/licences.txt'

/** Which Homeward this is, and on what terms. */
export function AboutSection({ installation }: { installation: Installation }) {
  const t = useText()
  return (
    <section class="card" aria-labelledby="about-title">
      <h2 id="about-title">{t('about_title')}</h2>
      <p>{t('about_version', installation.version)}</p>
      <p>{t('about_licence')}</p>
      <div class="actions">
        <a href={licences} target="_blank" rel="noreferrer" class="button button-link">
          {t('about_licences')}
        </a>
        <OpenLink href={source}>{t('about_source')}</OpenLink>
      </div>
    </section>
  )
}
