/** OCS values as XML, as PHP's writer lays them out (recorded: nextcloud-32.0.1/04-11-pending-xml). */

export function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function ocsXml(meta: Record<string, unknown>, data: unknown): string {
  return `<?xml version="1.0"?>\n${element('ocs', { meta, data }, 0)}`
}

function element(name: string, value: unknown, depth: number): string {
  const indent = ' '.repeat(depth)
  if (value === null || value === undefined) return `${indent}<${name}/>\n`
  if (typeof value !== 'object') return `${indent}<${name}>${scalar(value)}</${name}>\n`
  const children = Array.isArray(value)
    ? value.map((item) => element('element', item, depth + 1))
    : Object.entries(value).map(([key, item]) => element(key, item, depth + 1))
  if (children.length === 0) return `${indent}<${name}/>\n`
  return `${indent}<${name}>\n${children.join('')}${indent}</${name}>\n`
}

/** True is 1 and false is nothing. */
function scalar(value: unknown): string {
  if (value === true) return '1'
  if (value === false) return ''
  return escapeXml(String(value))
}
