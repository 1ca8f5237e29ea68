/** Letters and digits that nobody takes for one another when the password is read out. */
const groups = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-+!?=#']

export const passwordLength = 20

/**
 * A password that fits usual policies: twenty characters, of every kind some.
 * @param random as many random numbers (0 to 255) as the password has characters
 */
export function strongPassword(random: Uint8Array): string {
  return Array.from(random, (byte, index) => {
    const letters = groups[index % 5 === 4 ? 3 : index % 3] ?? ''
    return letters[byte % letters.length]
  }).join('')
}
