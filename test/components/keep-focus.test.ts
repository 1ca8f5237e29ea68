// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { keepFocus } from '../../components/keep-focus.ts'

const at = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement
const later = () => new Promise((resolve) => setTimeout(resolve, 200))

beforeEach(() => {
  const page = `<div id="app"><main><section><h2>Accounts</h2>
    <ul><li id="first" tabindex="-1"><div class="actions"><button id="leave">Sign out</button></div></li>
    <li id="second"><button id="other">Sign out</button></li></ul></section><section id="rest"></section></main></div>`
  document.body.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').body.childNodes)
  keepFocus(at('#app'))
})

test('what went away leaves the focus in what it was in', async () => {
  at('#leave').focus()
  at('#leave').remove()
  await later()
  expect(document.activeElement).toBe(at('#first'))
})

test('when that went away, too, the focus stays in the list’s section', async () => {
  at('#other').focus()
  at('#second').remove()
  await later()
  expect(document.activeElement).toBe(at('section'))
})

test('what is only hidden has lost the focus as well', async () => {
  at('#leave').focus()
  at('#first').hidden = true
  // As browsers do, unlike this one.
  at('#leave').blur()
  await later()
  expect(document.activeElement).toBe(at('section'))
})

test('a view that puts the focus somewhere is not contradicted, nor is who leaves on purpose', async () => {
  at('#leave').focus()
  at('#leave').remove()
  at('#other').focus()
  await later()
  expect(document.activeElement).toBe(at('#other'))
  at('#other').blur()
  at('#rest').append('news')
  const focus = vi.spyOn(HTMLElement.prototype, 'focus')
  await later()
  expect(focus).not.toHaveBeenCalled()
  focus.mockRestore()
})
