import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseList } from '../../src/lists/parse.js'
import { check } from '../../src/model/check.js'
import { snapshotSchema } from '../../src/model/listing.js'

const bytes = readFileSync(new URL('../fixtures/un-sc/consolidated.xml', import.meta.url))
const text = bytes.toString('utf8')
const encode = (xml: string) => new TextEncoder().encode(xml)
const snapshot = parseList('un-sc', bytes)
const [person, entity] = snapshot.listings

describe('the UN list', () => {
  it('is a valid snapshot with the date of its root', () => {
    check(snapshotSchema, snapshot, 'snapshot')
    expect(snapshot).toMatchObject({ list: 'un-sc', published: '2026-03-04', bytes: bytes.length })
  })

  it('joins four names, and keeps the original script as a variation', () => {
    expect(person?.names.slice(0, 2)).toEqual([
      { name: 'TARIQ VELMOR IDRIS QASTALI', type: 'primary', strength: 'strong' },
      { name: 'طارق فلمور إدريس القسطلي', type: 'variation', strength: 'strong' },
    ])
  })

  it('keeps the quality of aliases: Good is strong, Low is weak, a.k.a. unstated, f.k.a. former', () => {
    const aliases = [...(person?.names ?? []), ...(entity?.names ?? [])].filter(
      (name) => name.type !== 'primary',
    )
    expect(aliases.slice(1)).toEqual([
      { name: 'Tarek Velmor', type: 'alias', strength: 'strong' },
      { name: 'Abu Velm', type: 'alias', strength: 'weak' },
      { name: 'Brandelmoor Co', type: 'alias', strength: 'unstated' },
      { name: 'Old Brandel Line', type: 'former', strength: 'unstated' },
    ])
  })

  it('reports empty aliases and unknown elements, and keeps the text of the latter', () => {
    expect(snapshot.issues.map(({ code, where }) => [code, where])).toEqual([
      ['empty-alias', 'INDIVIDUAL 7700001'],
      ['unknown-element', 'ENTITY 7700002'],
    ])
    expect(entity?.remarks).toContain('SOMETHING_NEW: kept all the same')
  })

  it('reads exact, approximate, between and note-only birth dates as the days they can mean', () => {
    expect(person?.birthDates).toMatchObject([
      { earliest: '1971-02-28', latest: '1971-02-28' },
      {
        text: 'circa 1974',
        earliest: expect.stringMatching(/^197[0-3]/),
        latest: expect.stringMatching(/^197[5-9]/),
      },
      { earliest: '1968-01-01', latest: '1970-12-31' },
      { earliest: '1973-11-01', latest: '1973-11-30' },
    ])
  })

  it('reads a listing day written with a time zone', () => {
    expect(person?.listedOn).toBe('2011-03-04')
  })

  it('keeps documents, ship numbers, addresses, nationality, reference and link', () => {
    expect(person).toMatchObject({
      identifiers: [{ type: 'Passport', value: 'YX0099887', country: 'Yemen' }],
      countries: ['Yemen'],
      birthPlaces: ['Ibb, Yemen'],
      citation: 'QDi.990',
      url: 'https://www.example.org/notice/990',
      addresses: [{ text: 'Invented Street 9, Taizz, Yemen, as of 2019', city: 'Taizz', country: 'Yemen' }],
    })
    expect(person?.remarks).toContain('expired in 2015')
    expect(entity?.identifiers).toEqual([{ type: 'IMO', value: '9990007' }])
  })
})

describe('a UN file that must not be used', () => {
  it.each([
    ['cut in the middle', text.slice(0, text.length / 2)],
    ['another list', '<sdnList><sdnEntry/></sdnList>'],
    ['a web page', '<!DOCTYPE html><html><body>Service unavailable</body></html>'],
    ['nothing', ''],
    ['no records', '<CONSOLIDATED_LIST dateGenerated="2026-03-04"><INDIVIDUALS/></CONSOLIDATED_LIST>'],
    ['rubbish after the root', `${text}\u001a`],
    [
      'an entity bomb',
      text.replace('<CONSOLIDATED_LIST', '<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST'),
    ],
    ['deep nesting', `<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>${'<A>'.repeat(100_000)}`],
    ['a huge element', text.replace('Invented treasurer', 'x'.repeat(20_000_000))],
  ])('is refused with a reason: %s', (_, xml) => {
    expect(() => parseList('un-sc', encode(xml))).toThrow(ConsigneeError)
  })

  it('is refused when its bytes are not the encoding it declares', () => {
    expect(() => parseList('un-sc', Buffer.from(text.replace('Ibb', 'Íbb'), 'latin1'))).toThrow(/utf-8/)
  })

  it('never gives part of a list, wherever it is cut', () => {
    const end = text.lastIndexOf('</CONSOLIDATED_LIST>') + '</CONSOLIDATED_LIST>'.length
    for (let size = 0; size < end; size += 7) {
      expect(() => parseList('un-sc', encode(text.slice(0, size)))).toThrow(ConsigneeError)
    }
  })

  it('gives a whole snapshot or an error for flipped bytes', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = Uint8Array.from(bytes)
        broken[at]! ^= flip
        try {
          expect(parseList('un-sc', broken).listings.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(ConsigneeError)
        }
      }),
      { numRuns: 400 },
    )
  })
})
