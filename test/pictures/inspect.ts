import type { Page } from '@playwright/test'

interface Walk {
  /** Every control that the Tab key should come to, as the beginning of its HTML. */
  wanted: string[]
  reached: Set<string>
  /** Where the focus could not be seen, and why. */
  unseen: Set<string>
  look(): void
}

type Walking = typeof globalThis & { walk: Walk }

/**
 * Walks once around a page with the Tab key.
 * @param alsoBack and back again: what is scrolled to from below may end up under a bar that stays
 * @returns in words: what cannot be reached, and where the focus cannot be seen
 */
export async function keyboardTroubles(page: Page, alsoBack: boolean): Promise<string[]> {
  const count = await page.evaluate(beginWalk)
  for (const key of ['Tab', ...(alsoBack ? ['Shift+Tab'] : [])]) {
    for (let presses = 0; presses < count; presses++) await page.keyboard.press(key)
  }
  // A control that came up meanwhile is one stop more.
  for (let presses = 0; presses < count && (await page.evaluate(isUnfinished)); presses++) {
    await page.keyboard.press('Tab')
  }
  return page.evaluate(endWalk)
}

/** Runs in the page; says how many times the key has to be pressed. */
function beginWalk(): number {
  const shadow = document.querySelector('homeward-card')?.shadowRoot
  const nameOf = ({ outerHTML }: Element): string => outerHTML.slice(0, 160)
  const isStop = (element: HTMLElement): boolean => {
    if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false
    // Of radio buttons the chosen one.
    return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked)
  }
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const found = [document, ...(shadow ? [shadow] : [])].flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>(stops),
  ])

  /** Why nobody sees that this has the focus. */
  const whyUnseen = (element: Element, root: Document | ShadowRoot): string | undefined => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return 'no outline'
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'out of sight'
    const above = root.elementFromPoint(x, y)
    return above && (element.contains(above) || above.contains(element)) ? undefined : 'covered'
  }
  const walk: Walk = {
    wanted: found.filter(isStop).map(nameOf),
    reached: new Set(),
    unseen: new Set(),
    look() {
      const root = document.activeElement?.shadowRoot ?? document
      const element = root.activeElement
      if (!element || element === document.body) return
      walk.reached.add(nameOf(element))
      const why = whyUnseen(element, root)
      if (why) walk.unseen.add(`${why}: ${nameOf(element)}`)
    },
  }
  ;(globalThis as Walking).walk = walk
  // By then the key has done its work.
  addEventListener('keyup', walk.look)
  // The browser's own controls are a stop, too; and each part of a date.
  return walk.wanted.length + 3 + 4 * document.querySelectorAll('input[type=date]').length
}

/** Runs in the page. */
function isUnfinished(): boolean {
  const { wanted, reached } = (globalThis as Walking).walk
  return wanted.some((name) => !reached.has(name))
}

/** Runs in the page. */
function endWalk(): string[] {
  const { wanted, reached, unseen, look } = (globalThis as Walking).walk
  removeEventListener('keyup', look)
  return [...wanted.filter((name) => !reached.has(name)).map((name) => `not reached: ${name}`), ...unseen]
}
