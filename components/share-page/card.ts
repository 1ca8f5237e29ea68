import type { SharePageProduct } from '../../lib/domain/share-page.ts'
import type { Translate } from '../../lib/domain/text.ts'
import type { AccountLabel } from '../../lib/protocol.ts'
import type { CardState } from './card-state.ts'
import { createChooser } from './chooser.ts'
import { isDeliberate } from './deliberate.ts'
import { watchHaste } from './haste.ts'
import { createHost } from './host.ts'
import { fitToPage, keepClearOfForm, stayClearOfForm } from './look.ts'
import { createParts, type Parts } from './parts.ts'
import { words } from './words.ts'

/** A click this soon after the card appeared was meant for what was there before, in milliseconds. */
const tooSoon = 300

export interface Card {
  show(state: CardState): void
  /** From the next state shown on: there is a choice of accounts. */
  offerChoice(several: boolean): void
  shows(kind: CardState['kind']): boolean
  remove(): void
}

export interface Wish {
  /** When the card asked for it. */
  password?: string
  /** In spite of a warning. */
  anyway: boolean
  /** Chosen among several. */
  accountId?: string
}

interface Handlers {
  /** A person wants the share. */
  add(wish: Wish): void
  /** A person opened the list of accounts. */
  accounts(): Promise<AccountLabel[]>
  hide(): void
}

/** The card in the corner of a share page. Nothing is on the page before the first state is shown. */
export function createCard(t: Translate, product: SharePageProduct, mode: ShadowRootMode, on: Handlers): Card {
  const host = createHost(mode)
  const parts = createParts(t)
  let shown: CardState | undefined
  let several = false
  host.root.append(parts.card)

  const haste = watchHaste(host.element)
  const isMeant = (event: MouseEvent): boolean =>
    parts.card.dataset.fresh === undefined && !haste.isHasty(event) && isDeliberate(event, host.element)

  function clicked(event: MouseEvent, accountId?: string): void {
    if (!isMeant(event)) return
    const asksPassword = shown?.kind === 'password'
    // The browser itself says what is wrong with the field, when the click goes on to submit the form.
    if (shown?.kind === 'working' || (asksPassword && !parts.password.checkValidity())) return
    chooser.close()
    on.add({
      anyway: shown !== undefined && isWarning(shown),
      ...(asksPassword ? { password: parts.password.value } : {}),
      ...(accountId === undefined ? {} : { accountId }),
    })
  }

  const chooser = createChooser(parts, {
    isMeant,
    accounts: on.accounts,
    choose(event, accountId) {
      // Only a submitting button makes the browser say what is wrong with the field.
      if (shown?.kind === 'password' && !parts.form.reportValidity()) return
      // The pressed button goes away with the list.
      parts.add.focus()
      clicked(event, accountId)
    },
  })

  parts.form.addEventListener('submit', (event) => event.preventDefault())
  parts.add.addEventListener('click', (event) => clicked(event))
  parts.again.addEventListener('click', (event) => clicked(event))
  parts.hide.addEventListener('click', on.hide)

  const stopStaying = stayClearOfForm(host.element, () => shown?.kind === 'password')

  function appear(): void {
    parts.card.dataset.fresh = ''
    setTimeout(() => delete parts.card.dataset.fresh, tooSoon)
    host.attach()
  }

  return {
    show(state) {
      const isFirst = shown === undefined
      const hadFocus = host.root.activeElement !== null
      shown = state
      fitToPage(parts.card, product)
      chooser.close()
      paint(t, parts, state)
      parts.choose.hidden = !several || (state.kind !== 'ready' && state.kind !== 'password')
      if (isFirst) appear()
      else if (hadFocus) keepFocus(parts, host.root)
      if (state.kind === 'password') keepClearOfForm(host.element)
    },
    offerChoice: (choice) => void (several = choice),
    shows: (kind) => shown?.kind === kind,
    remove() {
      haste.stop()
      stopStaying()
      host.remove()
    },
  }
}

const withButton: CardState['kind'][] = ['ready', 'connect', 'working', 'password']

function paint(t: Translate, parts: Parts, state: CardState): void {
  const { card, status, form, field, password, add, open, again } = parts
  const wrong = state.kind === 'password' && state.failure?.code === 'password-wrong'
  card.dataset.kind = state.kind
  status.replaceChildren(...words(t, state))
  form.hidden = !withButton.includes(state.kind)
  field.hidden = state.kind !== 'password'
  password.disabled = state.kind !== 'password'
  password.setAttribute('aria-invalid', String(wrong))
  add.setAttribute('aria-disabled', String(state.kind === 'working'))
  const openUrl = 'openUrl' in state ? state.openUrl : undefined
  open.hidden = openUrl === undefined
  open.textContent = t('invitation' in state && state.invitation ? 'page_open_invitation' : 'page_open')
  if (openUrl !== undefined) open.href = openUrl
  again.hidden = state.kind !== 'failed' || !(state.again || isWarning(state))
  again.textContent = t(isWarning(state) ? 'page_anyway' : 'page_again')
  if (!withButton.includes(state.kind)) password.value = ''
}

/** The failure of an attempt that was not made yet. */
const isWarning = (state: CardState): boolean =>
  state.kind === 'failed' && state.failure.code === 'remote-private-address'

/** Puts the focus where the user goes on, when the state took away what had it or asks for something new. */
function keepFocus({ password, open, again, add, form, status }: Parts, root: ShadowRoot): void {
  if (root.activeElement === add && !form.hidden && password.disabled) return
  const next = [password, open, again].find((part) => !part.closest('[hidden]') && !part.matches(':disabled'))
  const target = next ?? (form.hidden ? status : add)
  target.focus()
  if (target === password) password.select()
}
