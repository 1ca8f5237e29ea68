import { createCard } from '../../../components/share-page/card.ts'
import type { CardState } from '../../../components/share-page/card-state.ts'
import { failure } from '../../../lib/domain/failure.ts'
import type { SharePageProduct } from '../../../lib/domain/share-page.ts'
import type { Scene } from '../scene.ts'
import { long } from './long.ts'

interface Extras {
  product?: SharePageProduct
  several?: boolean
  /** Opens the list of accounts. */
  choosing?: boolean
}

const accounts = [
  { id: 'a1', label: 'Ada Lovelace @ home.example', isDefault: true },
  { id: 'a2', label: `${long.person} @ ${long.host}`, isDefault: false },
]

function scene(
  state: string,
  shown: CardState,
  { product = 'nextcloud', several = false, choosing }: Extras = {},
): Scene {
  return {
    name: `card/${state}`,
    widths: [1280, 320],
    window: true,
    begin: async (t) => {
      const nothing = (): void => undefined
      const card = createCard(t, product, 'open', { add: nothing, accounts: async () => accounts, hide: nothing })
      card.offerChoice(several)
      card.show(shown)
      // As a moment later, when it takes clicks.
      rootOf()?.querySelector('.card')?.removeAttribute('data-fresh')
      if (choosing) openChoices()
    },
  }
}

const rootOf = () => document.querySelector('homeward-card')?.shadowRoot

/** The list opens for real clicks only, so it is filled here as the card fills it. */
function openChoices(): void {
  const root = rootOf()
  const [choices, list] = [root?.querySelector<HTMLElement>('.choices'), root?.querySelector('.choices ul')]
  root?.querySelector('.choose')?.setAttribute('aria-expanded', 'true')
  if (choices) choices.hidden = false
  for (const { label } of accounts) {
    const [item, button] = [document.createElement('li'), document.createElement('button')]
    button.className = 'choice'
    button.textContent = label
    item.append(button)
    list?.append(item)
  }
}

const openUrl = 'https://home.example/f/1'

export const cardScenes: Scene[] = [
  scene('ready', { kind: 'ready' }),
  scene('ready-owncloud', { kind: 'ready' }, { product: 'owncloud' }),
  scene('ready-several', { kind: 'ready' }, { several: true }),
  scene('choosing', { kind: 'ready' }, { several: true, choosing: true }),
  scene('connect', { kind: 'connect', opened: false }),
  scene('connect-opened', { kind: 'connect', opened: true }),
  scene('working', { kind: 'working', step: 'asking' }),
  scene('working-waiting', { kind: 'working', step: 'waiting' }),
  scene('working-sign-in', { kind: 'working', step: 'asking', signIn: true }),
  scene('password', { kind: 'password' }),
  scene('password-wrong', { kind: 'password', failure: failure('password-wrong') }),
  scene('done', { kind: 'done', already: false, name: 'Holiday photos', openUrl }),
  scene('done-long-name', { kind: 'done', already: false, name: long.name, openUrl }),
  scene('already', { kind: 'done', already: true, name: long.unbroken, openUrl, ownerNotTold: true }),
  scene('opened', { kind: 'opened', host: long.host }),
  scene('failed', { kind: 'failed', failure: failure('remote-cannot-reach-home'), again: true }),
  scene('failed-quoting', {
    kind: 'failed',
    failure: failure('remote-refused', 'Sharing Holiday photos failed, could not find ada@home.example'),
    again: false,
  }),
  scene('warning', { kind: 'failed', failure: failure('remote-private-address'), again: false }),
  scene('unmountable', { kind: 'unmountable', failure: failure('link-upload-only') }),
  scene('unmountable-ocis', { kind: 'unmountable', failure: failure('pair-unsupported') }, { product: 'ocis' }),
  scene('outdated', { kind: 'outdated' }),
]
