/**
 * A name that is not taken, as people number things: "Photos", "Photos (2)", "report (2).pdf". Compared without regard
 * to case, for a folder may be synchronised to a disk that knows none.
 * @param kind a folder's name has no ending to keep: "v1.2" becomes "v1.2 (2)"
 */
export function freeName(name: string, taken: Iterable<string>, kind: 'file' | 'folder'): string {
  const used = new Set([...taken].map(comparable))
  const [, stem = name, ending = ''] = kind === 'file' ? (/^(.+?)((?:\.tar)?\.[^.\s]{1,10})$/.exec(name) ?? []) : []
  let candidate = name
  for (let number = 2; used.has(comparable(candidate)); number++) candidate = `${stem} (${number})${ending}`
  return candidate
}

const comparable = (name: string): string => name.normalize('NFC').toLowerCase()
