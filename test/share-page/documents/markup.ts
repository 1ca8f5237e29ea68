/** What all documents are made of: the marks of real pages (server-facts.md 1, recorded/README.md), in our own markup. */

export const token = 'iEDw65qPLQktSTD'
export const base = 'https://remote.example.org/cloud'
export const address = `${base}/index.php/s/${token}`
/** Of ownCloud 7. */
export const classicAddress = `${base}/public.php?service=files&t=${token}`
export const promptAddress = `${base}/s/${token}/authenticate/showShare`

export const parse = (markup: string): Document => new DOMParser().parseFromString(markup, 'text/html')

export const at = (href: string): Pick<Location, 'href'> => ({ href })

export type BodyId = 'body-public' | 'body-login'

export const page = (bodyId: BodyId, content: string, head = ''): string =>
  `<!DOCTYPE html><html><head data-requesttoken="abc:def"><title>x</title>${head}</head><body id="${bodyId}">${content}</body></html>`

/** `undefined` leaves an input out. */
export type Inputs = Record<string, string | undefined>

export const hiddenInputs = (values: Inputs): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([id, value]) => `<input type="hidden" id="${id}" name="${id}" value="${value}">`)
    .join('')

export interface Old {
  inputs?: Inputs
  /** The part of the page after its hidden inputs. */
  content?: string
}

/** A password prompt as both products' older templates have it. */
export const prompt = (inside: string, fieldset = '<fieldset>'): string =>
  `<form method="post">${fieldset}<input type="hidden" name="requesttoken" value="x">
   <input type="password" name="password" id="password">${inside}</fieldset></form>`

export const loginPage = (): string =>
  page('body-login', '<form method="post" name="login"><input name="user"><input type="password" id="password"></form>')
