const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** Making a formatter costs far more than using it, and a list has hundreds of times. */
const formatters = new Map<string, { relative: Intl.RelativeTimeFormat; absolute: Intl.DateTimeFormat }>()

function formatter() {
  const language = document.documentElement.lang || 'en'
  const known = formatters.get(language)
  if (known) return known
  const made = {
    relative: new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
    absolute: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }),
  }
  formatters.set(language, made)
  return made
}

/**
 * "2 hours ago"; less than a minute, or a clock that runs ahead, is `justNow`.
 * @param at milliseconds since the epoch, as `now`
 */
export function formatAgo(at: number, now: number, justNow: string): string {
  const seconds = Math.max(0, (now - at) / 1000)
  const fitting = units.find(([, length]) => seconds >= length)
  if (!fitting) return justNow
  const [unit, length] = fitting
  return formatter().relative.format(-Math.floor(seconds / length), unit)
}

/** Date and time in full. */
export const formatMoment = (at: number): string => formatter().absolute.format(at)
