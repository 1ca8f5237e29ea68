import type { Answer } from './answer.ts'
import { parseJson, textField } from './json.ts'

/**
 * What came instead of what was expected, for the quotation under a failure: status, content type, first words.
 * Of JSON only `message` is quoted, the rest may hold tokens and passwords.
 */
export function whatCame(answer: Answer): string {
  const facts = [`HTTP ${answer.status}`, answer.contentType].filter(Boolean).join(', ')
  const words = firstWords(answer)
  return words ? `${facts}: ${words}` : answer.text.trim() === '' ? `${facts}, empty` : facts
}

const wordLimit = 80

function firstWords({ contentType, text }: Answer): string {
  const start = text.slice(0, 20_000).trimStart()
  if (contentType.includes('json') || /^[[{]/.test(start)) return textField(parseJson(text), 'message') ?? ''
  if (contentType.includes('html') || /^<(?:!doctype html|html)/i.test(start)) return htmlTitle(start)
  return squeeze(start)
}

function htmlTitle(html: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? ''
  return squeeze(title) ? `page titled "${squeeze(title)}"` : 'an HTML page'
}

const squeeze = (text: string): string => text.slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, wordLimit)
