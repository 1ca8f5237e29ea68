import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isObject, parseJson } from '../../lib/cloud/json.ts'
import { parseXml, type XmlNode } from '../../lib/cloud/xml.ts'
import { readRecordings } from '../recorded/read.ts'
import { askRecorded } from './ask-recorded.ts'
import { envelopeAsXml } from './envelope-xml.ts'
import { summary } from './summary.ts'

const recordings = readRecordings()
const table = readFileSync(join(import.meta.dirname, '../recorded/expected.txt'), 'utf8')
  .trim()
  .split('\n')
const expected = new Map(table.map((line) => [line.split(' | ')[0], line]))

describe('every recorded exchange', () => {
  it('has its line in the table, and no line is left over', () => {
    expect(recordings.length).toBeGreaterThan(500)
    expect([...expected.keys()]).toEqual(recordings.map(({ name }) => name))
  })

  it.each(recordings)('$name is read as expected', async (recording) => {
    const { call, result } = askRecorded(recording, envelopeAsXml(recording.response.body) ?? undefined)
    expect(`${recording.name} | ${call} | ${summary(await result)}`).toBe(expected.get(recording.name))
  })
})

/** Requests the client never makes: without its headers or parameters, or by a wrong method. */
const neverAsked =
  /noocsheader|session-ocs-user-without-header|04-14-get-pending-by-pending-id|05-02-poll-no-token|\/431-|\/433-|555-put-by-id|556-post-list|712-token-generate-missing|sharees-no-type/
/** The server itself broke: an app was off, or the owner had just taken the item back. */
const serverBroke =
  /04-84-pending-files_sharing-app-disabled|11-11-alice-get-after|80[12]-s2s-(?:accept|get-by-id)-|14-10-team|14-33-send-email-no-password/

describe('every recorded failure', () => {
  it('has a code that says what is wrong, none is merely unexpected', () => {
    const vague = /\| (?:answer-unreadable|server-error|answer-too-large)\b/
    const surprises = table.filter((line) => vague.test(line) && !neverAsked.test(line) && !serverBroke.test(line))
    expect(surprises).toEqual([])
  })
})

describe('JSON where XML was asked for', () => {
  const inJson = recordings.filter(({ response }) => envelopeAsXml(response.body) !== null)

  it.each(inJson)('$name is refused, never misread', async (recording) => {
    const { call, result: reading } = askRecorded(recording)
    const result = await reading
    // Lists that may be very long are asked for in JSON; the same must come of both.
    if (call === 'shares') {
      const inXml = await askRecorded(recording, envelopeAsXml(recording.response.body) ?? '').result
      return expect(result).toEqual(inXml)
    }
    expect(result.ok).toBe(false)
    const codes = {
      401: 'home-rejected-login',
      429: 'home-throttled',
      500: 'server-error',
      501: 'server-error',
      503: 'home-maintenance',
    }
    const code = codes[recording.response.status as keyof typeof codes] ?? 'answer-unreadable'
    return expect(result.ok || result.failure.code).toBe(code)
  })
})

describe('what was recorded both as JSON and as XML', () => {
  const byName = new Map(recordings.map((recording) => [recording.name, recording]))
  const pairs = recordings.flatMap((inXml) => {
    const inJson = byName.get(inXml.name.replace(/-xml$/, '-json'))
    return inXml.name.endsWith('-xml') && inJson && isObject(parseJson(inJson.response.body)) ? [{ inXml, inJson }] : []
  })

  it('is enough to trust the conversion', () => expect(pairs.length).toBeGreaterThan(25))

  it.each(pairs)('$inXml.name says the same in both', ({ inXml, inJson }) => {
    const converted = parseXml(envelopeAsXml(inJson.response.body) ?? '')
    expect(shape(converted)).toEqual(shape(parseXml(inXml.response.body)))
  })
})

/** An element without the white space servers indent with, and without what differs from one call to the next. */
function shape(node: XmlNode | null): unknown {
  if (!node) return null
  const text = /^last-?login$|^free$|^used$|^relative$|^total$|^timestamp$/i.test(node.name) ? 'changes' : node.text
  return node.children.length > 0 ? [node.name, ...node.children.map(shape)] : [node.name, text]
}
