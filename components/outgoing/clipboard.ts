/**
 * Puts a text on the clipboard; resolves to whether that worked. Browsers want this begun in a click: a text that has to
 * be fetched first is handed over as a promise, while the browser still sees the click.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text)
    else {
      const type = 'text/plain'
      const blob = text.then((words) => new Blob([words], { type }))
      // Said by whoever made the text; here it would be said a second time where there is no clipboard to take it.
      blob.catch(() => undefined)
      await navigator.clipboard.write([new ClipboardItem({ [type]: blob })])
    }
    return true
  } catch {
    return false
  }
}
