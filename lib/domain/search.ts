/** Whether every word of the query stands in one of the texts; case and accents do not count. */
export function isFound(query: string, ...texts: string[]): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const text = plain(texts.join('\n'))
  return words.every((word) => text.includes(word))
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
