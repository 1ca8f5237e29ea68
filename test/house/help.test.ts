import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../lib/domain/failure.ts'
import { helpFile, helpText } from '../setup/help.ts'

describe('docs/HELP.md', () => {
  it('says what the extension says (else run `node test/setup/help.ts`)', () => {
    expect(readFileSync(helpFile, 'utf8')).toBe(helpText())
  })

  it.each(failureCodes)('has an anchor for %s, and only one', (code) => {
    expect(helpText().split(`<a id="${code}">`)).toHaveLength(2)
  })

  it('tells the causes that the servers’ manuals name', () => {
    const causes = [
      'LAN address',
      'bare host name',
      'self-signed',
      'trusted_domains',
      'URL rewriting',
      'Allow other instances to mount public links',
      'Allow users to mount public links',
    ]
    for (const cause of causes) expect(helpText()).toContain(cause)
  })
})
