import type { Failure } from '../../lib/domain/failure.ts'
import { failureText, type MessageKey, type Translate } from '../../lib/domain/text.ts'
import type { CardState } from './card-state.ts'
import { element, picture, unsearchable } from './elements.ts'

const tick = 'M5 12.5l4.5 4.5L19 7.5'
const steps: Partial<Record<string, MessageKey>> = { waiting: 'page_waiting', accepting: 'page_accepting' }

/** What the card says in a state: a title, then lines. Empty when the button says it all. */
export function words(t: Translate, state: CardState): HTMLElement[] {
  switch (state.kind) {
    case 'ready':
      return []
    case 'connect':
      return [line(t(state.opened ? 'page_connect_opened' : 'page_connect_first'))]
    case 'working': {
      const step = state.signIn ? 'page_sign_in_at_home' : steps[state.step]
      return [title(t('page_working'), element('span', { class: 'spinner' })), ...(step ? [line(t(step))] : [])]
    }
    case 'password':
      return state.failure ? refusedPassword(t, state.failure) : [line(t('page_password_hint'))]
    case 'done':
      return [
        title(t(state.already ? 'page_already' : 'page_added'), picture(tick)),
        ...named(state.name),
        ...(state.ownerNotTold ? [line(t('page_owner_not_told'))] : []),
      ]
    case 'opened':
      // The page's server does not know yet where the user's home is.
      return [title(t('page_opened')), unsearchable('p', t('page_opened_hint', state.host))]
    case 'failed':
      return failed(t, state.failure)
    case 'unmountable': {
      const text = failureText(t, state.failure)
      return [title(text.title), line(state.invitation ? t('page_invitation') : text.fix)]
    }
    case 'outdated':
      return [title(t('page_outdated')), line(t('page_outdated_fix'))]
  }
}

function failed(t: Translate, { code, detail }: Failure): HTMLElement[] {
  const { title: what, cause, fix } = failureText(t, { code })
  return [title(what), line(cause), line(fix), ...(detail ? [quotation(t, detail)] : [])]
}

function refusedPassword(t: Translate, failure: Failure): HTMLElement[] {
  if (failure.code === 'password-needed') return [line(t('page_password_hint'))]
  const text = failureText(t, failure)
  const refusal = title(text.title)
  refusal.classList.add('danger')
  return [refusal, line(text.fix)]
}

/** A stranger's words: shown as theirs, and isolated, so that nothing in them reorders ours. */
function quotation(t: Translate, detail: string): HTMLElement {
  return element('details', {}, element('summary', {}, t('page_quotation')), unsearchable('blockquote', detail))
}

/** The page itself shows this name; `<bdi>` keeps what it holds to itself. */
const named = (name?: string): HTMLElement[] =>
  name ? [element('p', { class: 'name' }, element('bdi', {}, name))] : []

const title = (text: string, ...before: Node[]): HTMLElement => element('p', { class: 'title' }, ...before, text)
const line = (text: string): HTMLElement => element('p', {}, text)
