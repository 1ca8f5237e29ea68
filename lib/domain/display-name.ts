/** Longest name shown, in characters; servers allow 255 bytes, strangers may send anything. */
const limit = 300

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g

/**
 * Characters that draw nothing or change how their neighbours are drawn: controls, bidi marks and overrides,
 * zero-width ones, blank fillers, halves of characters.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/gu

/** The joiners are part of correct spelling in these scripts, and of emoji made of several. */
const joiningScripts = ['Arabic', 'Devanagari', 'Bengali', 'Malayalam', 'Sinhala'].map((name) => `\\p{Script=${name}}`)
const joinsAfter = new RegExp(
  `[${joiningScripts.join('')}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\u094d\\u09cd\\u0d4d\\u0dca\\ufe0f]$`,
  'u',
)

/** More marks than this on one letter are made to spill over the lines around them. */
const piledMarks = /(\p{M}{4})\p{M}+/gu

/**
 * A name from a stranger made safe to show: what is invisible or reorders text becomes a visible `�`, so that
 * "photo\u202Egnp.exe" cannot pose as a picture. Show it in a `<bdi>`. Empty when nothing visible is left.
 * @param longest in characters; what is more becomes an ellipsis
 */
export function displayName(text: string, longest = limit): string {
  const visible = text
    .slice(0, limit * 4)
    .replace(lineBreaks, ' ')
    .replace(invisible, (character, at: number, whole: string) =>
      isJoiner(character) && joinsAfter.test(whole.slice(Math.max(0, at - 2), at)) ? character : '\ufffd',
    )
    .replace(piledMarks, '$1')
    .trim()
  const characters = [...visible]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : visible
}

const isJoiner = (character: string): boolean => character === '\u200c' || character === '\u200d'
