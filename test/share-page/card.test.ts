// @vitest-environment happy-dom
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCard, type Card } from '../../components/share-page/card.ts'
import type { CardState } from '../../components/share-page/card-state.ts'
import { failure } from '../../lib/domain/failure.ts'
import { control, host, layOver, passwordField, root, settle, t } from './harness.ts'

let card: Card

beforeEach(() => {
  layOver()
  document.documentElement.lang = 'en'
  card = createCard(t, 'nextcloud', 'open', { add: () => {}, hide: () => {}, accounts: async () => [] })
})
afterEach(() => card.remove())

const states: CardState[] = [
  { kind: 'ready' },
  { kind: 'connect', opened: false },
  { kind: 'connect', opened: true },
  { kind: 'working', step: 'waiting' },
  { kind: 'password' },
  { kind: 'password', failure: failure('password-wrong') },
  { kind: 'done', already: false, name: 'Photos', openUrl: 'https://home.example.org/' },
  { kind: 'failed', failure: failure('server-error', 'Something <b>odd</b>'), again: true },
  { kind: 'unmountable', failure: failure('link-download-hidden') },
  { kind: 'working', step: 'asking', signIn: true },
  { kind: 'opened', host: 'home.example.org' },
  { kind: 'failed', failure: failure('remote-private-address'), again: false },
  { kind: 'failed', failure: failure('own-share'), again: false, openUrl: 'https://home.example.org/' },
  { kind: 'outdated' },
]

test.each(states)('is accessible: $kind', async (state) => {
  card.show(state)
  const { violations } = await axe.run(root().querySelector('.card') as Element, {
    // Needs a browser that paints; looked at in Chromium.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

describe('another try is offered', () => {
  test.each([true, false])('where the background says %s', (again) => {
    card.show({ kind: 'failed', failure: failure('home-unreachable'), again })
    expect(control('Try again') !== null).toBe(again)
  })
})

describe('a warning', () => {
  test('can be disregarded', () => {
    card.show({ kind: 'failed', failure: failure('remote-private-address'), again: false })
    expect(control('Try anyway')).not.toBeNull()
    expect(control('Try again')).toBeNull()
    card.show({ kind: 'failed', failure: failure('home-unreachable'), again: true })
    expect(control('Try again')).not.toBeNull()
  })

  test('of the own server comes with the way there', () => {
    card.show({ kind: 'failed', failure: failure('own-share'), again: false, openUrl: 'https://home.example.org/' })
    expect(control('Open in my cloud')?.getAttribute('href')).toBe('https://home.example.org/')
  })
})

describe('focus goes where the user goes on', () => {
  test.each<[string, CardState, () => Element | null]>([
    ['to the password', { kind: 'password' }, passwordField],
    ['to the link', states[6] as CardState, () => control('Open in my cloud')],
    ['to the next try', states[7] as CardState, () => control('Try again')],
    ['to the message', { kind: 'outdated' }, () => root().querySelector('[role="status"]')],
    ['or stays', { kind: 'working', step: 'asking' }, () => control('Add to my cloud')],
  ])('%s', (_, state, target) => {
    card.show({ kind: 'ready' })
    control('Add to my cloud')?.focus()
    card.show(state)
    expect(root().activeElement).toBe(target())
  })

  test('but is never taken from the page', () => {
    card.show({ kind: 'ready' })
    card.show({ kind: 'password' })
    expect(root().activeElement).toBeNull()
  })
})

test("strangers' words are text", () => {
  card.show({ kind: 'failed', failure: failure('server-error', '<img src=x onerror=alert(1)>'), again: false })
  expect(root().querySelector('img')).toBeNull()
  expect(root().querySelector('blockquote')?.dataset['text']).toBe('<img src=x onerror=alert(1)>')
  expect(root().textContent).not.toContain('onerror')
  card.show({ kind: 'done', already: false, name: '<b>Photos</b>' })
  expect(root().querySelector('bdi')?.textContent).toBe('<b>Photos</b>')
})

test('where the home is stands on the page, where scripts cannot search it', () => {
  card.show({ kind: 'opened', host: 'home.example.org' })
  const words = 'asks you to log in first'
  expect(root().querySelector<HTMLElement>('[data-text]')?.dataset['text']).toContain(words)
  expect(root().textContent).not.toContain(words)
})

describe('on the page', () => {
  test('nothing is there before the first state', () => {
    expect(host()).toBeNull()
  })

  test('a page that throws the card out gets it back, but not for ever', async () => {
    card.show({ kind: 'ready' })
    for (let times = 0; times < 8; times++) {
      host()?.remove()
      await settle()
    }
    expect(host()).toBeNull()
  })

  test('a page that draws its body anew does not touch it', async () => {
    card.show({ kind: 'ready' })
    document.body.replaceWith(document.createElement('body'))
    await settle()
    expect(host()).not.toBeNull()
  })

  test('the theme the page was given is followed', () => {
    document.body.setAttribute('data-themes', 'dark')
    card.show({ kind: 'ready' })
    expect(root().querySelector<HTMLElement>('.card')?.dataset).toMatchObject({ scheme: 'dark', look: 'nextcloud' })
    document.body.removeAttribute('data-themes')
  })
})
