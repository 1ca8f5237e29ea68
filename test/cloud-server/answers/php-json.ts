/** JSON as PHP's json_encode writes it: slashes and everything beyond ASCII escaped. */
export function phpJson(value: unknown, options: { hexTags?: boolean } = {}): string {
  const escaped = JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return options.hexTags ? escaped.replaceAll('<', '\\u003C').replaceAll('>', '\\u003E') : escaped
}
