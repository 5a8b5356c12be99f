import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { cleanText } from '../../src/lists/clean-text.js'
import { parseList } from '../../src/lists/parse.js'
import { namesInNote, readNames } from '../../src/lists/un-names.js'
import { check } from '../../src/model/check.js'
import { snapshotSchema } from '../../src/model/listing.js'

const bytes = readFileSync(new URL('../fixtures/un-sc/consolidated.xml', import.meta.url))
const text = bytes.toString('utf8')
const encode = (xml: string) => new TextEncoder().encode(xml)
const snapshot = parseList('un-sc', bytes)
const [person, entity] = snapshot.listings
const quirks = parseList('un-sc', readFileSync(new URL('../fixtures/un-sc/quirks.xml', import.meta.url)))
const [variants, abridged, doubled] = quirks.listings
const namesOf = (listing: typeof person) => listing?.names.map(({ name }) => name)

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
      ['few-records', 'CONSOLIDATED_LIST'],
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

  it('calls for caution alone where the entry bans travel and freezes nothing', () => {
    const effectOf = (regime: string, comments: string) => {
      const record = `<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>VELMOR</FIRST_NAME><UN_LIST_TYPE>${regime}</UN_LIST_TYPE><COMMENTS1>${comments}</COMMENTS1></INDIVIDUAL>`
      return parseList(
        'un-sc',
        encode(`<CONSOLIDATED_LIST><INDIVIDUALS>${record}</INDIVIDUALS></CONSOLIDATED_LIST>`),
      ).listings[0]?.effect
    }
    const ban = 'Listed pursuant to paragraph 15 of resolution 1970 (Travel\nBan).'
    expect(effectOf('GB', '')).toBe('caution')
    expect(effectOf('Libya', ban)).toBe('caution')
    expect(effectOf('Libya', `${ban} Listed pursuant to paragraph 17 (Asset\nFreeze).`)).toBeUndefined()
    expect(
      effectOf(
        'Libya',
        'Listed pursuant to paragraphs 15 and 17 of resolution 1970 (Travel Ban, Asset Freeze)',
      ),
    ).toBeUndefined()
    expect(effectOf('DPRK', '')).toBeUndefined()
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

describe('a UN record as editors fill it', () => {
  it('gives each name in an element of several, with the mark of the element', () => {
    expect(variants?.names).toEqual([
      { name: 'BRENAL QASTOUR MIVEN', type: 'primary', strength: 'strong' },
      { name: 'Брэнал Кастур', type: 'variation', strength: 'strong' },
      { name: 'Brenel Qastor', type: 'alias', strength: 'weak' },
      { name: 'Brinal Kastur', type: 'alias', strength: 'weak' },
      { name: 'M. Qastour', type: 'alias', strength: 'weak' },
      { name: 'Velm Tarok', type: 'alias', strength: 'strong' },
      { name: 'Вельм Тарок', type: 'alias', strength: 'strong' },
      { name: 'فلمور', type: 'alias', strength: 'strong' },
      { name: 'Velmor', type: 'alias', strength: 'strong' },
      { name: 'Walmur', type: 'alias', strength: 'strong' },
      { name: 'Abu Miven', type: 'alias', strength: 'strong' },
      { name: 'Абу Мивен', type: 'alias', strength: 'strong' },
      { name: 'Miven Qastour', type: 'alias', strength: 'strong' },
      { name: 'Mivan Qastur', type: 'alias', strength: 'strong' },
      { name: 'Sheikh Mivan Qastur', type: 'alias', strength: 'strong' },
      { name: 'Orsen Daliv', type: 'alias', strength: 'strong' },
    ])
    expect(variants?.remarks).toContain('Name as published: Brenel Qastor; Brinal Kastur b) M. Qastour')
  })

  it('takes off an abbreviation, but not a place, and makes no name of either', () => {
    expect(namesOf(abridged)).toEqual([
      'QASTOUR MARITIME BUREAU (QMB)',
      'QASTOUR MARITIME BUREAU',
      'Brandel (Hong Kong) Trading',
      'Brandel Line / BL',
      'Brandel Line',
    ])
  })

  it('leaves out the schema’s "na" for a missing text', () => {
    expect(namesOf(variants)?.[0]).not.toContain('na ')
    expect(variants?.countries).toEqual(['Yemen'])
  })

  it('finds the number of a document among words, in a note, and in the comments', () => {
    expect(variants?.identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['Passport', 'Invented passport No. 990077'],
      ['Passport', '990077'],
      ['National Identification Number', 'W990066'],
      ['Passport number', 'B0990055'],
    ])
    expect(abridged?.identifiers.map(({ type, value }) => [type, value])).toEqual([
      ['company number', '09900441'],
      ['IMO', '9990019'],
      ['IMO', '9990021'],
    ])
  })

  it('adds birth dates and places in papers under an alias', () => {
    expect(variants?.birthDates).toEqual([
      { text: '1960-01-01', earliest: '1960-01-01', latest: '1960-01-01' },
      { text: '1958 (Sep.)', earliest: '1958-01-01', latest: '1958-12-31' },
      { text: 'circa 1955 to 1958', earliest: '1953-01-01', latest: '1960-12-31' },
      { text: 'from 1955', earliest: null, latest: null },
      { text: '1979-12-31', earliest: '1979-12-31', latest: '1979-12-31' },
    ])
    expect(variants?.birthPlaces).toEqual(['Taizz, Yemen', 'Ibb, Yemen'])
  })

  it('reports what the schema does not know, and loses none of it', () => {
    expect(quirks.issues.map(({ code, where }) => [code, where])).toEqual([
      ['bad-birth-date', 'INDIVIDUAL 7700011'],
      ['unknown-quality', 'ENTITY 7700012'],
      ['bad-date', 'ENTITY 7700012'],
      ['stray-text', 'ENTITY 7700012'],
      ['unknown-element', 'ENTITY 7700012'],
      ['unknown-element', 'ENTITY 7700012'],
      ['unknown-element', 'ENTITY 7700012'],
      ['repeated-element', 'ENTITY 7700012'],
      ['no-name', 'ENTITY 7700012'],
      ['duplicate-id', 'ENTITY 7700012'],
      ['few-records', 'CONSOLIDATED_LIST'],
    ])
    for (const kept of [
      'spring of 2019',
      'beside',
      'in an attribute',
      'inside an alias',
      'by its name',
      'twice',
    ])
      expect(abridged?.remarks).toContain(kept)
  })

  it('makes names only of what the element says, whatever stands in it', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      ';',
      ' / ',
      ' b) ',
      ', born ',
      'Velm',
      'Q',
      'QMB',
      'Вельм',
      '金',
      ' ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text.map(cleanText), (published) => {
        for (const name of [...readNames(published), ...namesInNote(published)]) {
          expect(name).not.toBe('')
          for (const word of name.split(' ')) expect(published).toContain(word)
        }
        if (/^[\p{Script=Latin} ]+$/u.test(published)) expect(readNames(published).join(' ')).toBe(published)
      }),
      { numRuns: 1000 },
    )
  })

  it('reads a hostile name in bounded time', () => {
    for (const unit of ['(', ')(', '; b) ', 'QMB (', 'Вm ', ' / '])
      expect(readNames(cleanText(unit.repeat(200_000))).length).toBeLessThan(10_000)
  })

  it('gives each listing an id of its own', () => {
    expect(quirks.listings.map(({ id }) => id)).toEqual(['7700011', '7700012', '7700012-2'])
    expect(doubled?.names).toEqual([])
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
    [
      'entities inside entities',
      `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1000)}">${'<!ENTITY c "&a;&a;">'.repeat(1000)}]>${text.slice(text.indexOf('<CONS'))}`,
    ],
    ['an entity that nothing declares', text.replace('Invented treasurer', '&secret;')],
    [
      'records where none belong',
      text.replace('<INDIVIDUALS>', '<PEOPLE>').replace('</INDIVIDUALS>', '</PEOPLE>'),
    ],
    ['text between records', text.replace('<INDIVIDUALS>', '<INDIVIDUALS>loose')],
    ['deep nesting', `<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>${'<A>'.repeat(100_000)}`],
    ['a huge element', text.replace('Invented treasurer', 'x'.repeat(20_000_000))],
  ])('is refused with a reason: %s', (_, xml) => {
    expect(() => parseList('un-sc', encode(xml))).toThrow(ConsigneeError)
  })

  it('is refused with line and column, what was expected, and what to do', () => {
    expect(() => parseList('un-sc', encode(text.replace('</GENDER>', '</GENDR>')))).toThrow(
      /^list file: line 14:\d+: expected well-formed XML, got .*; download the file again$/,
    )
  })

  it('is refused when its bytes are not the encoding it declares', () => {
    expect(() => parseList('un-sc', Buffer.from(text.replace('Ibb', 'Íbb'), 'latin1'))).toThrow(/utf-8/)
  })

  it('reports a name that lost letters on its way', () => {
    const { issues } = parseList('un-sc', encode(text.replace('Abu Velm', 'Abu V\ufffdlm')))
    expect(issues).toContainEqual(expect.objectContaining({ code: 'lost-letters', where: person?.id }))
  })

  it('never gives part of a list, wherever it is cut', () => {
    const end = text.lastIndexOf('</CONSOLIDATED_LIST>') + '</CONSOLIDATED_LIST>'.length
    const whole = bytes.subarray(0, Buffer.byteLength(text.slice(0, end)))
    for (let size = 0; size < whole.length; size++) {
      expect(() => parseList('un-sc', whole.subarray(0, size))).toThrow(ConsigneeError)
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
