import type { Translate } from '../../lib/domain/text.ts'
import { element, picture } from './elements.ts'

const house = 'M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M12 17v-6M9 14h6'
const cross = 'M6 6l12 12M18 6 6 18'
const chevron = 'M6 9l6 6 6-6'

export type Parts = ReturnType<typeof createParts>

/** Everything the card may show, made once: what keeps its element keeps the focus, and live regions stay alive. */
export function createParts(t: Translate) {
  const status = element('div', { role: 'status', class: 'status', tabindex: '-1' })
  const password = element('input', {
    id: 'password',
    type: 'password',
    required: '',
    autocomplete: 'off',
    maxlength: '500',
  })
  const field = element('div', { class: 'field' }, element('label', { for: 'password' }, t('page_password')), password)
  const add = element('button', { class: 'button', type: 'submit' }, picture(house), t('page_add'))
  const choose = element(
    'button',
    { class: 'button choose', type: 'button', 'aria-expanded': 'false', 'aria-label': t('page_choose') },
    picture(chevron),
  )
  const list = element('ul', { 'aria-labelledby': 'choices' })
  const choices = element(
    'div',
    { class: 'choices', hidden: '' },
    element('p', { id: 'choices' }, t('page_choices')),
    list,
  )
  const form = element('form', {}, field, element('div', { class: 'row' }, add, choose), choices)
  const open = element('a', { class: 'button', target: '_blank', rel: 'noopener noreferrer' })
  const again = element('button', { class: 'button', type: 'button' }, t('page_again'))
  const hide = element('button', { class: 'hide', type: 'button', 'aria-label': t('page_hide') }, picture(cross))
  const card = element(
    'section',
    { class: 'card', 'aria-label': t('extension_short_name'), dir: 'auto', lang: t('page_language') },
    status,
    form,
    open,
    again,
    hide,
  )
  return { card, status, form, field, password, add, choose, choices, list, open, again, hide }
}
