import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../setup/install.mjs'

const text = (name: string): string => readFileSync(join(root, name), 'utf8')
const section = (file: string, title: string): string =>
  (text(file).split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '').trim().replaceAll('\n', ' ')

describe('store texts', () => {
  it.each(readdirSync(join(root, 'public/_locales')))('%s: name and summary fit into every store', (language) => {
    const messages = JSON.parse(text(`public/_locales/${language}/messages.json`)) as Record<
      string,
      { message: string }
    >
    expect(messages['extension_name']?.message.length).toBeLessThanOrEqual(75)
    expect(messages['extension_short_name']?.message.length).toBeLessThanOrEqual(12)
    expect(messages['extension_description']?.message.length).toBeLessThanOrEqual(132)
  })

  it('Mozilla’s summary fits, and descriptions are no markdown', () => {
    expect(section('docs/store/firefox.md', 'Summary').length).toBeLessThanOrEqual(250)
    for (const store of ['chrome', 'firefox']) {
      const description = section(`docs/store/${store}.md`, 'Description')
      expect(description.length).toBeGreaterThan(500)
      expect(description).not.toMatch(/\*\*|\]\(|`/)
    }
  })

  it('the privacy policy has Google’s sentence on limited use', () => {
    expect(text('PRIVACY.md').replaceAll('\n', ' ')).toContain(
      'will adhere to the Chrome Web Store User Data Policy, including the Limited Use requirements',
    )
  })
})
