/** Every attribute whose value people read or hear. */
const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'data-text'] // prettier-ignore

/** In pseudo brackets, innermost first. */
const translated = /⟦[^⟦⟧]*⟧/

/** Data of these tests begins with zz; the product's name and the address of an example are the same in every language. */
const free = /^(zz\p{L}*|Homeward|https?)$/iu
const example = 'cloud.example.org'

/**
 * What a person would read or hear in no language but English: texts in the document that come neither from the
 * messages, which are in pseudo brackets, nor from the data.
 */
export function untranslated(root: ParentNode): string[] {
  const found: string[] = []
  for (const element of root.querySelectorAll('*')) {
    // Moments and sizes are written by Intl, in the language of the texts, and keys by the browser.
    if (element.closest('time, kbd, script, style')) continue
    // As one: a sentence may have an element of its own inside, for a name.
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? '')
    const spoken = attributes.flatMap((name) => element.getAttribute(name) ?? [])
    for (const text of [own.join(''), ...spoken])
      if (hasOther(text)) found.push(`<${element.localName}> ${text.trim()}`)
  }
  return found
}

function hasOther(text: string): boolean {
  let rest = text.replace(example, ' ')
  while (translated.test(rest)) rest = rest.replace(translated, ' ')
  return (rest.match(/\p{L}[\p{L}\p{N}]*/gu) ?? []).some((word) => !free.test(word))
}
