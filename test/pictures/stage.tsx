/**
 * Shows one scene: `?scene=popup/empty&language=de`. The real views with the real styles; the background is one in
 * memory. The language `rtl` is English in pseudo, written from the right.
 */
import { pseudoMessages } from '../../lib/build/pseudo.ts'
import { start } from '../../components/start.tsx'
import { FakeBackend } from '../components/fake-backend.ts'
import { translatorOf } from '../components/translate.ts'
import { speak } from './scene.ts'
import { scenes } from './scenes/all.ts'

const language = new URLSearchParams(location.search).get('language') ?? 'en'
const texts = import.meta.glob<Parameters<typeof translatorOf>[0]>('../../public/_locales/*/messages.json', {
  import: 'default',
})
const english = await texts['../../public/_locales/en/messages.json']?.()
const chosen = await texts[`../../public/_locales/${language}/messages.json`]?.()
const messages = language === 'rtl' && english ? pseudoMessages(english, 'rtl') : { ...english, ...chosen }
const t = translatorOf(messages)
speak(english ?? {}, messages)

Object.assign(globalThis, {
  scenes: scenes.map(({ name, widths, thorough, window }) => ({ name, widths, thorough, window })),
})

const wanted = new URLSearchParams(location.search).get('scene')
const scene = scenes.find(({ name }) => name === wanted)
if (wanted !== null && !scene) throw new Error(`there is no scene ${wanted}`)
// What the scene before left there, such as a share in the making.
localStorage.clear()
// The card leaves the page as it is.
document.documentElement.dir = t('direction')
if (scene?.page) start(scene.page, scene.backend ?? new FakeBackend(), t, 'extension_short_name')
await Promise.resolve(scene?.begin?.(t)).catch(reportError)
// What was pressed was scrolled to.
if (!scene?.window) scrollTo(0, 0)
document.documentElement.dataset['ready'] = 'yes'
