/** Making a formatter costs far more than using it, and a list has thousands of days. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(): Intl.DateTimeFormat {
  const language = document.documentElement.lang || 'en'
  // In UTC: a day is the same day for everybody, wherever they are.
  const made = formatters.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  formatters.set(language, made)
  return made
}

/** A day in the page's language. @param day `YYYY-MM-DD` */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? day : formatter().format(date)
}

/** The user's own day, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
