import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseList } from '../../src/lists/parse.js'
import { type ListFile, type Snapshot, snapshotSchema } from '../../src/model/listing.js'

const fixtures = new URL('../fixtures/us-bis/', import.meta.url)
const file = (name: string): ListFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(name, fixtures))),
})
const content = (name: string) => new TextDecoder().decode(file(name).bytes)
const text = (name: string, written: string): ListFile => ({ name, bytes: new TextEncoder().encode(written) })
const codes = (snapshot: Snapshot) => snapshot.issues.map(({ code }) => code)
const names = (snapshot: Snapshot) =>
  snapshot.listings.map((listing) => listing.names.map(({ name }) => name))

function failure(list: string, files: readonly ListFile[]): string {
  try {
    parseList(list, files)
  } catch (error) {
    expect(error).toBeInstanceOf(ConsigneeError)
    expect((error as ConsigneeError).code).toBe('unreadable-list')
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}

describe('the Denied Persons List', () => {
  const snapshot = parseList('us-bis-dpl', [file('dpl.txt')])
  const named = (name: string) => snapshot.listings.find((listing) => listing.names[0]?.name === name)

  it('gives one listing for each order, with every address once, valid against the schema', () => {
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(names(snapshot)).toEqual([
      ['I. BRAMBLE'],
      ['QUILL AIR', 'QUILL CARGO'],
      ['OLD KATZE GMBH'],
      ['ENDED LTD'],
      ['BACKWARD INC'],
      ['MUDDLED INC'],
    ])
    expect(named('QUILL AIR')?.addresses.map((address) => address.text)).toEqual([
      '1 QUAY, OSTEROV, 101, RU',
      '2 QUAY, OSTEROV, 101, RU',
    ])
  })

  it('knows an American address without a country by its state and ZIP code', () => {
    expect(named('I. BRAMBLE')?.addresses).toEqual([
      {
        text: '9 OTTER LANE, APT. 3, SABLO CITY, TX, 75001',
        street: '9 OTTER LANE, APT. 3',
        city: 'SABLO CITY',
        region: 'TX',
        postalCode: '75001',
        country: 'US',
      },
    ])
  })

  it('says from when until when, and under which notice; an indefinite denial has no end', () => {
    expect(named('QUILL AIR')).toMatchObject({
      listedOn: '2025-05-20',
      expiresOn: '2026-05-16',
      citation: '90 F.R. 00002 5/26/2025',
      source: 'DPL',
      authority: 'BIS',
      list: 'us-bis-dpl',
    })
    expect(named('OLD KATZE GMBH')).toMatchObject({ listedOn: '1981-09-10' })
    expect(named('OLD KATZE GMBH')).not.toHaveProperty('expiresOn')
  })

  it('keeps a denial that has expired, with its end', () => {
    expect(named('ENDED LTD')?.expiresOn).toBe('2011-02-01')
  })

  it('takes an end that cannot be read, or lies before the beginning, as no end, and reports it', () => {
    expect(named('BACKWARD INC')).not.toHaveProperty('expiresOn')
    expect(named('BACKWARD INC')?.remarks).toContain('Expiration date: 03/01/2014')
    expect(named('MUDDLED INC')).toMatchObject({ listedOn: null })
    expect(named('MUDDLED INC')?.remarks).toContain('Effective date: 13/45/2024\nExpiration date: soon')
    expect(snapshot.issues.filter(({ code }) => code === 'bad-date').map(({ where }) => where)).toEqual([
      'dpl.txt line 4',
      'dpl.txt line 8',
      'dpl.txt line 9',
      'dpl.txt line 9',
    ])
  })

  it('is dated by its newest update, in either form of date; a typing error is no date', () => {
    expect(snapshot.published).toBe('2025-05-26')
    expect(named('QUILL AIR')?.remarks).toContain('Last update: 3025-05-26')
    expect(named('BACKWARD INC')?.remarks).toContain('Last update: 03/09/2024')
  })

  it('keeps what each row says beyond that, once', () => {
    expect(named('QUILL AIR')?.remarks).toBe(
      'Standard order: N\nLast update: 2025-05-26\nLast update: 3025-05-26\nAction: ADDITION, F.R. NOTICE ADDED\nAction: TDO RENEWAL',
    )
  })

  it('of old, with quotes where needed and CRLF, reports an empty and a short row', () => {
    const old = parseList('us-bis-dpl', [file('dpl-old.txt')])
    expect(names(old)).toEqual([['SHORT SYSTEMS, INC. (SSI)'], ['KATZE, KAI']])
    expect(codes(old)).toEqual(['empty-row', 'short-row'])
  })

  it('has ids that do not depend on order or citation', () => {
    const [header, ...rows] = content('dpl.txt').trimEnd().split('\n')
    const other = text('dpl.txt', `${[header, ...rows.reverse()].join('\n').replaceAll('F.R.', 'FR')}\n`)
    const ids = (one: Snapshot) => one.listings.map(({ id }) => id)
    expect(new Set(ids(parseList('us-bis-dpl', [other])))).toEqual(new Set(ids(snapshot)))
  })

  const whole = content('dpl.txt')
  const refused: readonly (readonly [string, string, string])[] = [
    ['is empty', '', 'expected the columns name'],
    ['has only a header', `${whole.split('\n')[0]}\n`, 'expected rows after the header'],
    ['has another header', 'a\tb\nc\td\n', 'expected the columns name, effective_date'],
    ['is a web page', '<html></html>', 'HTML page'],
    ['is divided by commas', whole.replaceAll('\t', ','), 'got a quote inside a field'],
    ['ends inside quotes', whole.slice(0, -10), 'expected a closing quote'],
    ['ends inside a row', whole.slice(0, whole.lastIndexOf('\t')), 'the file is cut'],
    [
      'has more columns than its header',
      whole.replace('"RU"\t', '"RU"\t"x"\t'),
      'expected nothing beyond the columns',
    ],
    ['holds zero bytes', whole.replace('OTTER', 'OT\0TER'), 'got the byte 0'],
  ]
  it.each(refused)('that %s is refused', (_, written, message) => {
    expect(failure('us-bis-dpl', [text('dpl.txt', written)])).toContain(message)
  })

  it('cut after the last letter is reported', () => {
    expect(codes(parseList('us-bis-dpl', [text('dpl.txt', whole.trimEnd())]))).toContain('no-final-newline')
  })

  it('is one file', () => {
    expect(failure('us-bis-dpl', [])).toContain('expected one file, got 0')
    expect(failure('us-bis-dpl', [file('dpl.txt'), file('dpl-old.txt')])).toContain('got 2')
  })
})

describe.each([
  ['us-bis-entity', 'el.csv', 'EL'],
  ['us-bis-meu', 'meu.csv', 'MEU'],
] as const)('%s', (list, name, tag) => {
  const snapshot = parseList(list, [file(name)])
  const [rotor, otter, branch] = snapshot.listings

  it('gives one listing for the rows of an entry: every address and alias once', () => {
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(snapshot.listings).toHaveLength(3)
    expect(rotor).toMatchObject({
      list,
      source: tag,
      authority: 'BIS',
      citation: '76 FR 00001',
      listedOn: '2011-11-21',
    })
    expect(rotor?.names).toEqual([
      { name: 'Quill Rotor Works', type: 'primary', strength: 'strong' },
      { name: 'Quill Rotors', type: 'alias', strength: 'unstated' },
      { name: 'Engineer Quill', type: 'alias', strength: 'unstated' },
      { name: 'Quill Co., Ltd.', type: 'alias', strength: 'unstated' },
    ])
    expect(rotor?.addresses.map((address) => address.text)).toEqual([
      'Block 21, apt. 45, Sablograd, Kyrgyzstan',
      '2 Ground Floor, Sablograd, Kyrgyzstan',
    ])
  })

  it('states the license requirement and the review policy', () => {
    expect(rotor?.requirement).toBe(
      'License requirement: For all items subject to the EAR. (See §744.11 of the EAR).\nLicense review policy: Presumption of denial.',
    )
    expect(rotor?.url).toBe('http://www.bis.example/entities')
  })

  it('keeps a country alone as an address, a former name, and remarks on several lines', () => {
    expect(otter?.addresses).toEqual([{ text: 'Russia', country: 'Russia' }])
    expect(otter?.names[1]).toEqual({ name: 'Beaver Construction', type: 'former', strength: 'unstated' })
    expect(otter?.remarks).toBe('Remarks/notes: Only the northern branch')
  })

  it('keeps a date that cannot be read in the remarks, and reports it', () => {
    expect(branch).toMatchObject({ listedOn: null, remarks: 'Effective date: 0/0/2013' })
    expect(codes(snapshot)).toEqual(['bad-date'])
    expect(snapshot.published).toBe('2012-04-27')
  })

  it('is refused as another list, and when it ends inside a row', () => {
    const other = list === 'us-bis-meu' ? 'us-bis-entity' : 'us-bis-meu'
    expect(failure(other, [file(name)])).toContain(`got "${tag}"`)
    expect(failure('us-state-isn', [file(name)])).toContain('expected ISN')
    const whole = content(name)
    expect(failure(list, [text(name, whole.slice(0, whole.lastIndexOf('78 FR')))])).toContain(
      'the file is cut',
    )
  })
})

describe('the Unverified List', () => {
  const snapshot = parseList('us-bis-uvl', [file('uvl.csv')])

  it('gives one listing for each name of a country, aliases taken out of the name', () => {
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(snapshot.issues).toEqual([])
    expect(names(snapshot)).toEqual([
      ['Otter Light (HK) Limited'],
      ['Quill Business School', 'QBS', 'School of Quills'],
      ['QBS'],
      ['Advent Otter Limited'],
    ])
  })

  it('adds the country to an address that does not end with it', () => {
    expect(snapshot.listings.map(({ addresses }) => addresses.map((address) => address.text))).toEqual([
      ['Flat D12, 11/F, King St, Kowloon, Hong Kong', 'Room 603, 6/F, 31 Tong St, Kowloon, Hong Kong'],
      ['1 Quay, Osterov, Russia'],
      ['1 Quay, Osterov, Russia'],
      ['Room 1303, 53–59 Wuhu Street, Hong Kong'],
    ])
  })

  it('carries no date', () => {
    expect(snapshot.published).toBeNull()
    expect(snapshot.listings.every(({ listedOn }) => listedOn === null)).toBe(true)
  })

  it('with a comma outside quotes is refused', () => {
    const broken = new TextDecoder('latin1')
      .decode(file('uvl.csv').bytes)
      .replace(',,,,,\nRussia', ',,x,,,\nRussia')
    expect(failure('us-bis-uvl', [text('uvl.csv', broken)])).toContain('expected nothing beyond the columns')
  })

  it('is read in Windows-1252 with its quotes and dashes, in UTF-8 with any letter', () => {
    const written = new TextDecoder('latin1').decode(file('uvl.csv').bytes)
    const quotes = Uint8Array.from(written.replace('Advent', '\x91Advent\x92 \x80'), (letter) =>
      letter.charCodeAt(0),
    )
    const read = (bytes: Uint8Array) => names(parseList('us-bis-uvl', bytes)).at(-1)
    expect(read(quotes)).toEqual(['‘Advent’ € Otter Limited'])
    const letters = text('uvl.csv', 'COUNTRY,NAME,ADDRESS\nChina,水獺 \ufffd é Ltd,1 Quay\n')
    expect(read(letters.bytes)).toEqual(['水獺 \ufffd é Ltd'])
  })

  it('of letters in two encodings is reported', () => {
    const mixed = new Uint8Array([
      ...file('uvl.csv').bytes,
      ...new TextEncoder().encode('Россия,Выдра,Остров\n'),
    ])
    expect(codes(parseList('us-bis-uvl', [{ name: 'uvl.csv', bytes: mixed }]))).toEqual(['mixed-encoding'])
  })
})
