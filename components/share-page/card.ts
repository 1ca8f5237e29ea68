import { concernOf, isTransient, type FailureCode } from '../../lib/domain/failure.ts'
import type { SharePageProduct } from '../../lib/domain/share-page.ts'
import type { Translate } from '../../lib/domain/text.ts'
import type { CardState } from './card-state.ts'
import { isDeliberate } from './deliberate.ts'
import { createHost } from './host.ts'
import { fitToPage, keepClearOfForm } from './look.ts'
import { createParts, type Parts } from './parts.ts'
import { words } from './words.ts'

/** A click this soon after the card appeared was meant for what was there before, in milliseconds. */
const tooSoon = 300

export interface Card {
  show(state: CardState): void
  shows(kind: CardState['kind']): boolean
  remove(): void
}

interface Handlers {
  /** A person wants the share; with the password when the card asked for it. */
  add(password?: string): void
  hide(): void
}

/** The card in the corner of a share page. Nothing is on the page before the first state is shown. */
export function createCard(t: Translate, product: SharePageProduct, mode: ShadowRootMode, on: Handlers): Card {
  const host = createHost(mode)
  const parts = createParts(t)
  let shown: CardState | undefined
  host.root.append(parts.card)

  function clicked(event: MouseEvent): void {
    if (parts.card.dataset.fresh !== undefined || !isDeliberate(event, host.element)) return
    const asksPassword = shown?.kind === 'password'
    // The browser itself says what is wrong with the field, when the click goes on to submit the form.
    if (shown?.kind === 'working' || (asksPassword && !parts.password.checkValidity())) return
    on.add(asksPassword ? parts.password.value : undefined)
  }

  parts.form.addEventListener('submit', (event) => event.preventDefault())
  parts.add.addEventListener('click', clicked)
  parts.again.addEventListener('click', clicked)
  parts.hide.addEventListener('click', on.hide)

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
      paint(t, parts, state)
      if (isFirst) appear()
      else if (hadFocus) keepFocus(parts, host.root)
      if (state.kind === 'password') keepClearOfForm(host.element)
    },
    shows: (kind) => shown?.kind === kind,
    remove: host.remove,
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
  open.hidden = state.kind !== 'done' || state.openUrl === undefined
  if (state.kind === 'done' && state.openUrl !== undefined) open.href = state.openUrl
  again.hidden = state.kind !== 'failed' || !mayHelp(state.failure.code)
  if (!withButton.includes(state.kind)) password.value = ''
}

/** Whether trying again can help: the trouble may pass, or the user can mend it and come back to this page. */
const mayHelp = (code: FailureCode): boolean => isTransient(code) || ['home', 'account'].includes(concernOf(code))

/** Puts the focus where the user goes on, when the state took away what had it or asks for something new. */
function keepFocus({ password, open, again, add, form, status }: Parts, root: ShadowRoot): void {
  if (root.activeElement === add && !form.hidden && password.disabled) return
  const next = [password, open, again].find((part) => !part.closest('[hidden]') && !part.matches(':disabled'))
  const target = next ?? (form.hidden ? status : add)
  target.focus()
  if (target === password) password.select()
}
