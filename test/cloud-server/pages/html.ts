/** Markup that cannot forget to escape. */

import { escapeXml } from '../answers/ocs-xml.ts'

export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Html | Html[] | undefined | false

/** Strings are escaped, markup is not, nothing is left out. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.map((part, index) => part + render(values[index])).join(''))
}

function render(value: Value): string {
  if (value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((item) => item.text).join('\n')
  return value instanceof Html ? value.text : escapeXml(String(value))
}
