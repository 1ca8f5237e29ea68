import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { root } from '../setup/install.mjs'

const logo = readFileSync(join(root, 'public/icon/logo.svg')).toString('base64')

const style = `
  * { box-sizing: border-box; margin: 0 }
  body { width: 100vw; height: 100vh; overflow: hidden; color: #1b2321;
    font: 20px/1.45 system-ui, sans-serif; background: linear-gradient(135deg, #e4efe9, #f6f4ec) }
  .beside { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 72px; height: 100%; padding: 0 88px }
  .beside h1 { font-size: 46px; line-height: 1.15; letter-spacing: -0.01em; margin: 28px 0 18px; max-width: 12em }
  .beside p { color: #46524e; max-width: 24em }
  .beside .logo { width: 72px }
  .shot { display: block; border-radius: 12px; box-shadow: 0 2px 6px #0002, 0 18px 50px #0003; max-height: 720px }
  .tile { display: grid; place-content: center; justify-items: center; height: 100%; text-align: center;
    background: #0e6755; color: #fff }
  .tile .logo { width: 92px; padding: 6px; border-radius: 24px; background: #fff2 }
  .tile h1 { font-size: 40px; line-height: 1.2; margin-top: 10px }
  .tile p { font-size: 19px; color: #e3f1ec }
  .frame img { position: absolute; inset: 0; width: 100%; height: 100% }
  .frame .words { position: absolute; left: 24px; bottom: 22px; padding: 10px 18px; border-radius: 24px;
    background: #0e6755; color: #fff; font-weight: 600; font-size: 18px }
  .frame svg { position: absolute; width: 30px; filter: drop-shadow(0 1px 2px #0007) }
  .frame .ring { position: absolute; width: 44px; height: 44px; border: 3px solid #0e6755; border-radius: 50% }
`

const image = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`
const theLogo = `<img class="logo" alt="" src="data:image/svg+xml;base64,${logo}">`

/** A popup's picture beside what it shows, in words. */
export const beside = (title: string, text: string, shot: Buffer): string =>
  `<div class="beside"><div>${theLogo}<h1>${title}</h1><p>${text}</p></div><img class="shot" alt="" src="${image(shot)}"></div>`

export const tile = (name: string, text: string): string =>
  `<div class="tile">${theLogo}<h1>${name}</h1><p>${text}</p></div>`

export interface Pointer {
  x: number
  y: number
  pressed?: boolean
}

/** A moment of the animation: a page, a line of words, a pointer. */
export function moment(shot: Buffer, words: string, pointer?: Pointer): string {
  const ring = pointer?.pressed
    ? `<div class="ring" style="left:${pointer.x - 22}px;top:${pointer.y - 22}px"></div>`
    : ''
  const arrow = pointer
    ? `<svg viewBox="0 0 24 24" style="left:${pointer.x - 4}px;top:${pointer.y - 3}px"><path d="M4 2v17l4.5-4 3 7 3-1.3-3-6.7H18z" fill="#111" stroke="#fff" stroke-width="1.5"/></svg>`
    : ''
  const line = words ? `<div class="words">${words}</div>` : ''
  return `<div class="frame"><img alt="" src="${image(shot)}">${ring}${line}${arrow}</div>`
}

/** A page that paints such pictures. */
export async function openCanvas(browser: Browser, width: number, height: number) {
  const page: Page = await browser.newPage({ viewport: { width, height } })
  return {
    async paint(body: string): Promise<Buffer> {
      await page.setContent(`<style>${style}</style>${body}`)
      await page.evaluate(() => Promise.all([...document.images].map((picture) => picture.decode())))
      return page.screenshot()
    },
    close: () => page.close(),
  }
}
