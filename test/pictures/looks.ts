import type { BrowserContextOptions } from '@playwright/test'

/** One way of looking at a view. */
export interface Look {
  name: string
  browser: BrowserContextOptions
  /** Instead of the chosen language. */
  language?: string
  /** How many times larger than usual everything is. */
  zoom?: number
  /** Of thorough scenes only. */
  thorough?: boolean
}

export const looks: Look[] = [
  { name: 'light', browser: { colorScheme: 'light' } },
  { name: 'dark', browser: { colorScheme: 'dark' } },
  { name: 'forced-colors', browser: { colorScheme: 'dark', forcedColors: 'active' }, thorough: true },
  { name: 'rtl', browser: { colorScheme: 'light' }, language: 'rtl', thorough: true },
  { name: 'zoomed', browser: { colorScheme: 'light', deviceScaleFactor: 2 }, zoom: 2, thorough: true },
]

/** WCAG 2.2, "reflow": nothing has to work in less than this, in CSS pixels. */
const narrowest = 320

/** Widths to look at, in CSS pixels: a window that is zoomed has fewer of them. */
export const widthsIn = ({ zoom = 1 }: Look, widths: number[]): number[] => [
  ...new Set(widths.map((width) => Math.max(narrowest, width / zoom))),
]
