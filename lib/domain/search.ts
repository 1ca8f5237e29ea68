/** Whether every word of the query stands in one of the texts; case and accents do not count. */
export const isFound = (query: string, ...texts: string[]): boolean => finder(query)(searchable(...texts))

/** Texts made ready to be searched at every key press, however many there are. */
export const searchable = (...texts: string[]): string => plain(texts.join('\n'))

/** A test for searchable texts. */
export function finder(query: string): (prepared: string) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return (prepared) => words.every((word) => prepared.includes(word))
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
