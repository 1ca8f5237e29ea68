// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { solid } from '../../components/share-page/solid.ts'

const area = { left: 0, right: 10, top: 0, bottom: 10 }
const styles = () => Array.from(document.querySelectorAll('style'), ({ textContent }) => textContent).join()

afterEach(() => vi.unstubAllGlobals())

test('where the browser refuses style sheets to extensions, an element holds the rules while it is looked', () => {
  vi.stubGlobal('CSSStyleSheet', function refused() {
    throw new Error('Accessing from Xray wrapper is not supported.')
  })
  expect(solid([], area, styles)).toContain('*::before { pointer-events: auto !important }')
  expect(styles()).toBe('')
})

test('all is as it was afterwards, whatever happens meanwhile', () => {
  document.body.style.setProperty('pointer-events', 'none')
  const seen = solid([document.body], area, () => document.body.style.getPropertyValue('pointer-events'))
  expect([seen, document.body.style.getPropertyValue('pointer-events')]).toEqual(['auto', 'none'])
  const fail = () => {
    throw new Error('looked in vain')
  }
  expect(() => solid([document.body], area, fail)).toThrow('in vain')
  expect(document.body.style.getPropertyValue('pointer-events')).toBe('none')
})
