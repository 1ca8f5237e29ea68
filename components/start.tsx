import { render, type ComponentChild } from 'preact'
import type { MessageKey, Translate } from '../lib/domain/text.ts'
import type { Backend } from '../lib/protocol.ts'
import { BackendContext, TextContext } from './context.ts'
import { keepFocus } from './keep-focus.ts'

/** Starts a page: its language and title, then what it shows. */
export function start(page: ComponentChild, backend: Backend, translate: Translate, title: MessageKey): void {
  const root = document.getElementById('app')
  if (!root) throw new Error('the page has no #app')
  document.documentElement.lang = translate('language')
  document.documentElement.dir = translate('direction')
  document.title = translate(title)
  keepFocus(root)
  render(
    <BackendContext.Provider value={backend}>
      <TextContext.Provider value={translate}>{page}</TextContext.Provider>
    </BackendContext.Provider>,
    root,
  )
}
