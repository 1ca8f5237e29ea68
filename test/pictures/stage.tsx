/** Shows one scene: `?scene=popup/empty`. The real views with the real styles; the background is one in memory. */
import { start } from '../../components/start.tsx'
import { FakeBackend } from '../components/fake-backend.ts'
import { translatorOf } from '../components/translate.ts'
import { scenes } from './scenes/all.ts'

const language = new URLSearchParams(location.search).get('language') ?? 'en'
const texts = import.meta.glob<Parameters<typeof translatorOf>[0]>('../../public/_locales/*/messages.json', {
  import: 'default',
})
const english = await texts['../../public/_locales/en/messages.json']?.()
const chosen = await texts[`../../public/_locales/${language}/messages.json`]?.()
const t = translatorOf({ ...english, ...chosen })

Object.assign(globalThis, { scenes: scenes.map(({ name, widths }) => ({ name, widths })) })

const wanted = new URLSearchParams(location.search).get('scene')
const scene = scenes.find(({ name }) => name === wanted)
if (wanted !== null && !scene) throw new Error(`there is no scene ${wanted}`)
if (scene?.page) start(scene.page, scene.backend ?? new FakeBackend(), t, 'extension_short_name')
await Promise.resolve(scene?.begin?.(t)).catch(reportError)
// What was pressed was scrolled to.
scrollTo(0, 0)
document.documentElement.dataset['ready'] = 'yes'
