import { beforeEach, describe, expect, it, vi } from 'vitest'
import { translate } from '../components/translate.ts'

type Listener = (...given: never[]) => unknown

/** An event of the browser: `fire` is the browser's part. */
function event() {
  const listeners: Listener[] = []
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...given: unknown[]) => listeners.forEach((listener) => listener(...(given as never[]))),
  }
}

const made: { id: string }[] = []
const opened: string[] = []
let described = ''
const full = {
  runtime: { id: 'x', getURL: (path: string) => path, openOptionsPage: () => void opened.push('options') },
  action: { openPopup: async () => void opened.push('popup') },
  tabs: { create: async ({ url }: { url: string }) => void opened.push(url) },
  i18n: { getMessage: (key: never, given: string[]) => translate(key, ...given) },
  commands: { onCommand: event() },
  omnibox: {
    onInputStarted: event(),
    onInputChanged: event(),
    onInputEntered: event(),
    setDefaultSuggestion: ({ description }: { description: string }) => void (described = description),
  },
  contextMenus: {
    onClicked: event(),
    removeAll: async () => void made.splice(0),
    create: (entry: { id: string }, done: () => void) => {
      made.push(entry)
      done()
    },
  },
}
const browser: Partial<typeof full> = {}
vi.mock('webextension-polyfill', () => ({ default: browser }))

const added: (string | number)[] = []
const note = (what: string | number): void => void added.push(what)

/** Registers everything anew, in a browser that has all or only some of it. */
async function register(without: (keyof typeof full)[] = []) {
  Object.assign(browser, full)
  for (const missing of without) delete browser[missing]
  vi.stubGlobal('browser', browser)
  vi.resetModules()
  full.commands.onCommand = event()
  full.omnibox.onInputEntered = event()
  full.contextMenus.onClicked = event()
  const [{ onOmnibox, showOmnibox }, { onShortcut, allowShortcut }, { onContextMenu, showContextMenu }] =
    await Promise.all([
      import('../../lib/browser/omnibox.ts'),
      import('../../lib/browser/shortcut.ts'),
      import('../../lib/browser/context-menu.ts'),
    ])
  onOmnibox(note)
  onShortcut(note)
  onContextMenu(note, note)
  return { showOmnibox, allowShortcut, showContextMenu }
}

beforeEach(() => {
  added.length = 0
  opened.length = 0
  made.length = 0
  described = ''
})

describe('the keyword in the address bar', () => {
  const { omnibox } = full
  const typed = (text: string): string => {
    omnibox.onInputChanged.fire(text, () => {})
    return described
  }

  it('explains itself while one types, in words that need no escaping', async () => {
    await register()
    omnibox.onInputStarted.fire()
    expect(described).toBe('Paste a share link to add it to your cloud')
    expect(typed('https://remote.example:8443/a&b/s/Ab3')).toBe('Add the share from remote.example:8443 to my cloud')
    expect(typed('photos')).toMatch(/^This is not a share link yet/)
  })

  it('adds what was entered; without a text the popup opens', async () => {
    await register()
    omnibox.onInputEntered.fire('https://remote.example/s/Ab3')
    omnibox.onInputEntered.fire(' ')
    expect(added).toEqual(['https://remote.example/s/Ab3'])
    expect(opened).toEqual(['popup', 'popup'])
  })

  it('switched off leads to the options and adds nothing', async () => {
    const { showOmnibox } = await register()
    showOmnibox(false)
    expect(typed('https://remote.example/s/Ab3')).toMatch(/^Switched off/)
    omnibox.onInputEntered.fire('https://remote.example/s/Ab3')
    expect([added, opened]).toEqual([[], ['options']])
  })
})

describe('the shortcut', () => {
  it('adds the page in front, and opens the popup for what it needs', async () => {
    await register()
    full.commands.onCommand.fire('add-page', { id: 7 })
    full.commands.onCommand.fire('something-else', { id: 8 })
    expect([added, opened]).toEqual([[7], ['popup']])
  })

  it('switched off does nothing', async () => {
    const { allowShortcut } = await register()
    allowShortcut(false)
    full.commands.onCommand.fire('add-page', { id: 7 })
    expect([added, opened]).toEqual([[], []])
  })
})

describe('the menus', () => {
  it('have an entry for links and one for pages, or none', async () => {
    const { showContextMenu } = await register()
    await showContextMenu(true)
    expect(made.map(({ id }) => id)).toEqual(expect.arrayContaining(['add-link', 'add-page']))
    full.contextMenus.onClicked.fire({ menuItemId: 'add-link', linkUrl: 'https://remote.example/s/Ab3' }, { id: 7 })
    full.contextMenus.onClicked.fire({ menuItemId: 'add-page', pageUrl: 'https://remote.example/s/Ab3' }, { id: 7 })
    expect(added).toEqual(['https://remote.example/s/Ab3', 7])
    await showContextMenu(false)
    expect(made.map(({ id }) => id).filter((id) => id.startsWith('add-'))).toEqual([])
  })
})

it('a browser without menus, shortcuts or keywords starts all the same', async () => {
  const { showContextMenu, showOmnibox } = await register(['commands', 'omnibox', 'contextMenus'])
  showOmnibox(true)
  await showContextMenu(true)
  expect(made).toEqual([])
})
