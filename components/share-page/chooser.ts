import { displayName } from '../../lib/domain/display-name.ts'
import type { AccountLabel } from '../../lib/protocol.ts'
import { element, unsearchable } from './elements.ts'
import type { Parts } from './parts.ts'

export interface Chooser {
  close(): void
}

interface Handlers {
  /** Whether a person meant this click. */
  isMeant(event: MouseEvent): boolean
  accounts(): Promise<AccountLabel[]>
  choose(event: MouseEvent, accountId: string): void
}

/** The list behind the small button: which account the share goes into. The labels are fetched when it opens, not before. */
export function createChooser({ card, choose, choices, list }: Parts, on: Handlers): Chooser {
  let asked = 0

  function close(): void {
    asked++
    choose.setAttribute('aria-expanded', 'false')
    choices.hidden = true
    list.replaceChildren()
  }

  async function open(): Promise<void> {
    const turn = ++asked
    choose.setAttribute('aria-expanded', 'true')
    const accounts = await on.accounts().catch(() => [])
    // Closed, or opened once more, before the answer came.
    if (turn !== asked) return
    if (accounts.length === 0) return close()
    list.replaceChildren(...accounts.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault)).map(item))
    choices.hidden = false
    list.querySelector('button')?.focus()
  }

  function item({ id, label }: AccountLabel): HTMLElement {
    const name = displayName(label)
    const button = element('button', { class: 'choice', type: 'button', 'aria-label': name }, unsearchable('bdi', name))
    button.addEventListener('click', (event) => {
      if (on.isMeant(event)) on.choose(event, id)
    })
    return element('li', {}, button)
  }

  choose.addEventListener('click', (event) => {
    if (!on.isMeant(event)) return
    if (choose.getAttribute('aria-expanded') === 'true') close()
    else void open()
  })
  card.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || choices.hidden) return
    close()
    choose.focus()
  })
  return { close }
}
