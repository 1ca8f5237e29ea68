import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../setup/install.mjs'

const text = (name: string): string => readFileSync(join(root, name), 'utf8')
const section = (file: string, title: string): string =>
  (text(file).split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '').trim().replaceAll('\n', ' ')

const languages = readdirSync(join(root, 'public/_locales'))
const messagesOf = (language: string) =>
  JSON.parse(text(`public/_locales/${language}/messages.json`)) as Record<string, { message: string }>

describe('store texts', () => {
  it.each(languages)('%s: name and summary fit into every store', (language) => {
    const messages = messagesOf(language)
    expect(messages['extension_name']?.message.length).toBeLessThanOrEqual(75)
    expect(messages['extension_short_name']?.message.length).toBeLessThanOrEqual(12)
    expect(messages['extension_description']?.message.length).toBeLessThanOrEqual(132)
  })

  it.each(languages)('%s: what is told at length is complete, and no markdown', (language) => {
    const file = `docs/store/listing/${language}.md`
    expect(section(file, 'Summary').length).toBeLessThanOrEqual(250)
    const [description, forFirefox] = [section(file, 'Description'), section(file, 'For Firefox')]
    expect(description.length).toBeGreaterThan(1000)
    expect(description + forFirefox).not.toMatch(/\*\*|\]\(|`/)
    const english = section('docs/store/listing/en.md', 'Description')
    for (const part of ['•', '21', 'MIT', 'Nextcloud GmbH', 'ownCloud GmbH', 'Infinite Scale', 'OpenCloud'])
      expect(description.split(part).length).toBe(english.split(part).length)
    expect(forFirefox).toContain('Mozilla')
  })

  it.each(languages)('%s: the buttons are called as they are', (language) => {
    const description = section(`docs/store/listing/${language}.md`, 'Description')
    for (const button of ['menu_add', 'inbox_accept', 'inbox_decline'])
      expect(description).toContain(messagesOf(language)[button]?.message)
  })

  it('the privacy policy has Google’s sentence on limited use', () => {
    expect(text('PRIVACY.md').replaceAll('\n', ' ')).toContain(
      'will adhere to the Chrome Web Store User Data Policy, including the Limited Use requirements',
    )
  })
})
