import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { resolvePlace } from '../../src/index.js'
import { IssueLog } from '../../src/lists/source.js'
import { parseCsl } from '../../src/lists/us-csl.js'
import { splitAddresses } from '../../src/lists/us-csl-addresses.js'
import { type Listing, type Snapshot, snapshotSchema } from '../../src/model/listing.js'
import { cpuTime } from '../cpu-time.js'

const fixtures = new URL('../fixtures/us-csl/', import.meta.url)
const encode = (text: string) => new TextEncoder().encode(text)
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)))
const parse = (bytes: Uint8Array, name = '') => parseCsl('us-csl', [{ name, bytes }])
const load = (name: string) => parse(read(name), name)

function named(snapshot: Snapshot, name: string): Listing {
  const found = snapshot.listings.find((listing) => listing.names[0]?.name === name)
  if (!found) throw new Error(`no listing named ${name}`)
  return found
}

const codes = (snapshot: Snapshot) => snapshot.issues.map((issue) => issue.code)
const namesOf = (listing: Listing) => listing.names.map(({ name, type }) => `${type}: ${name}`)

function failure(bytes: Uint8Array, name = 'consolidated.csv'): ConsigneeError {
  try {
    parse(bytes, name)
  } catch (error) {
    if (error instanceof ConsigneeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the csv of 2022, quoted only where needed', () => {
  const snapshot = load('minimal-quoting.csv')

  it('gives one listing for each record, each valid against the schema', () => {
    expect(snapshot.listings).toHaveLength(13)
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
  })

  it('puts each record on the list its source names in parentheses', () => {
    const placed = snapshot.listings.map(({ source, list, authority }) => `${source} ${list} ${authority}`)
    expect([...new Set(placed)]).toEqual([
      'DPL us-bis-dpl BIS',
      'SDN us-ofac-sdn OFAC',
      'EL us-bis-entity BIS',
      'UVL us-bis-uvl BIS',
      'MEU us-bis-meu BIS',
      'DTC us-state-dtc US Department of State',
      'ISN us-state-isn US Department of State',
      'NS-MBS us-ofac-cons OFAC',
      'NIL us-csl Treasury Department',
    ])
  })

  it('keeps a record of an unknown list and reports it', () => {
    expect(named(snapshot, 'Someone New').list).toBe('us-csl')
    expect(codes(snapshot)).toContain('unknown-source')
  })

  it('does not guess a kind where the type is empty', () => {
    expect(named(snapshot, 'Nine Rivers Aviation').kind).toBeNull()
    expect(named(snapshot, 'MERRY OTTER').kind).toBe('vessel')
    expect(named(snapshot, 'UMBRA BANK PAO').kind).toBe('organization')
  })

  it('normalizes spaces, line breaks and no-break spaces in names and addresses', () => {
    expect(named(snapshot, 'I. QUILLFEATHER').list).toBe('us-bis-dpl')
    expect(named(snapshot, 'Jadestone Optics Co. Ltd').addresses[0]?.country).toBe('CN')
    expect(named(snapshot, 'Nine Rivers Aviation').addresses[0]?.text).toBe('No.1 Road, Minhang District, CN')
  })

  it('reads "f.k.a." and "a.k.a." inside names as former names and aliases', () => {
    expect(namesOf(named(snapshot, 'Korvex Instruments OOO'))).toEqual([
      'primary: Korvex Instruments OOO',
      'former: Obshchestvo Korveks',
      'alias: Korveks',
      'alias: KVX',
      'former: Korvex Trading Ltd',
      'alias: ZAO Korvex',
    ])
    expect(namesOf(named(snapshot, 'Lorem Trading Company, Inc.'))).toEqual([
      'primary: Lorem Trading Company, Inc.',
      'alias: LOTCO, Inc.',
      'alias: Lotco Parts',
    ])
  })

  it('reads a list of aliases announced in words', () => {
    const row =
      'SDN,"Foo, a.k.a., the following two aliases: -Bar; and Baz","a.k.a., the following alias: Qux; and -Quux"\n'
    const [listing] = parse(encode(`source,name,alt_names\n${row}`)).listings
    expect(namesOf(listing!)).toEqual([
      'primary: Foo',
      'alias: Bar',
      'alias: Baz',
      'alias: Qux',
      'alias: Quux',
    ])
  })

  it('puts a name back together around an alias in its middle', () => {
    const [listing] = parse(encode('source,name\nDPL,PEARL (A.K.A. OPAL) QUILL\n')).listings
    expect(namesOf(listing!)).toEqual(['primary: PEARL QUILL', 'alias: OPAL'])
  })

  it('takes quotes off aliases and states no strength, since the file does not', () => {
    const { names } = named(snapshot, "'VARNOMIR, Tolbek")
    expect(names.map(({ name }) => name)).toEqual(["'VARNOMIR, Tolbek", 'VARNAMIR, Talbek', 'TOLLY'])
    expect(names.map(({ strength }) => strength)).toEqual(['strong', 'unstated', 'unstated'])
  })

  it('reports an empty alias', () => {
    expect(namesOf(named(snapshot, 'Osterov Dock Works'))).toEqual([
      'primary: Osterov Dock Works',
      'alias: ODW',
    ])
    expect(codes(snapshot)).toContain('empty-alias')
  })

  it('takes the country from the end of an address: a code, a word passed through, a bare code', () => {
    const { addresses } = named(snapshot, "'VARNOMIR, Tolbek")
    expect(addresses).toEqual([
      { text: '12 Ninth Lane, Sablograd, KG', country: 'KG' },
      { text: 'KG', country: 'KG' },
    ])
    expect(named(snapshot, 'Osterov Dock Works').addresses[0]?.country).toBe('CRIMEA (OCCUPIED)')
    expect(named(snapshot, 'Korvex Instruments OOO').addresses[1]).toEqual({
      text: '53/2 26th Street, Osterov, Russia',
      country: 'Russia',
    })
  })

  it.each([
    ['TURKIYE', 'TR'],
    ['PRC', 'CN'],
    ['macau', 'MO'],
    ['REGION: WEST BANK', 'PS'],
    ['REGION: IRAN', 'IR'],
    ['REGION: NORTHERN MALI', 'ML'],
  ])('knows the place that ITA passes through as %s', (word, territory) => {
    const [address] = splitAddresses(`1 Quay, Osterov, ${word}`, 'line 2', new IssueLog())
    expect(address).toEqual({ text: `1 Quay, Osterov, ${word}`, country: word })
    expect(resolvePlace(address!.country!)[0]?.territory).toBe(territory)
  })

  it('reads a US state and ZIP code at the end as an address in the US', () => {
    expect(named(snapshot, 'I. QUILLFEATHER').addresses[0]).toMatchObject({
      country: 'US',
      region: 'TX',
      postalCode: '75159',
    })
  })

  it('reads ids as country, dates, number, type', () => {
    const listing = named(snapshot, "'VARNOMIR, Tolbek")
    expect(listing.identifiers).toEqual([
      { type: 'Passport', value: 'ZZ166787', country: 'CA' },
      { type: 'Passport', value: 'N0001', country: 'KG' },
    ])
    expect(listing.remarks?.split('\n')).toEqual([
      'Passport N0001: 2020-01-03, 2030-01-02',
      'Gender: Male',
      'Additional Sanctions Information - Subject to Secondary Sanctions',
      'Organization Type: Wholesale of widgets, bolts and nuts',
      'Title: Director',
    ])
    expect(named(snapshot, 'UMBRA BANK PAO').identifiers).toEqual([
      { type: 'Tax ID No.', value: '0000000001', country: 'RU' },
    ])
  })

  it('does not take a word after a number for a part of the number', () => {
    const [listing] = parse(
      encode('source,name,ids\nSDN,A,"Passport, D01, Diplomatic; Passport, E2, TH, Jan 2007"\n'),
    ).listings
    expect(listing?.identifiers).toEqual([
      { type: 'Passport', value: 'D01' },
      { type: 'Passport', value: 'E2', country: 'TH' },
    ])
    expect(listing?.remarks).toBe('Passport D01: Diplomatic\nPassport E2: Jan 2007')
  })

  it('keeps what a ship is known by, and puts its type and tonnage into the remarks', () => {
    const ship = named(snapshot, 'MERRY OTTER')
    expect(ship.identifiers).toEqual([
      { type: 'Call sign', value: 'ZZ0Z 1' },
      { type: 'IMO', value: '0000017' },
      { type: 'MMSI', value: '000000001' },
    ])
    expect(ship.countries).toEqual(['Panama'])
    expect(ship.remarks?.split('\n')).toEqual([
      'Former Vessel Flag: Cyprus',
      'Vessel type: Crude Oil Tanker',
      'Gross tonnage: 317356',
      'Gross registered tonnage: 163660',
      'Vessel owner: Otter Lines',
    ])
  })

  it('reads birth dates, places, countries and programs', () => {
    const listing = named(snapshot, "'VARNOMIR, Tolbek")
    expect(listing.birthDates).toEqual([
      { text: '1967-04-29', earliest: '1967-04-29', latest: '1967-04-29' },
      { text: 'circa 1968', earliest: '1966-01-01', latest: '1970-12-31' },
      { text: '1969 to 1970', earliest: '1969-01-01', latest: '1970-12-31' },
    ])
    expect(listing.birthPlaces).toEqual(['Sablograd, Kyrgyzstan'])
    expect(listing.countries).toEqual(['KG', 'UZ'])
    expect(listing.programs).toEqual(['SDGT', 'IFSR'])
  })

  it('prohibits a party of OFAC’s other lists where its program does, and the entry says so', () => {
    const record = (ids: readonly unknown[]) => ({
      source: 'Sectoral Sanctions Identifications List (SSI) - Treasury Department',
      name: 'UMBRA BANK PAO',
      type: 'Entity',
      entity_number: '900104',
      programs: ['UKRAINE-EO13662', 'RUSSIA-EO14024'],
      ids,
    })
    const effectOf = (...ids: readonly unknown[]) =>
      parse(encode(JSON.stringify({ results: [record(ids)], total: 1 })), 'x.json').listings[0]?.effect
    const risk = { type: 'Secondary sanctions risk:', number: 'See Section 11 of Executive Order 14024.' }
    expect(effectOf()).toBeUndefined()
    expect(effectOf(risk)).toBe('prohibited')
  })

  it('keeps the license requirement and review policy, the citation and the address of the source', () => {
    expect(named(snapshot, 'Korvex Instruments OOO')).toMatchObject({
      requirement:
        'License requirement: For all items subject to the EAR.\nLicense review policy: Policy of denial.',
      citation: '87 FR 00001',
      listedOn: '2022-04-07',
      url: 'http://list.example/i',
    })
  })

  it('gives a denial its end, and leaves dates that cannot be believed out of the fields but in the remarks', () => {
    expect(named(snapshot, 'I. QUILLFEATHER').expiresOn).toBe('2056-06-29')
    const mistyped = named(snapshot, 'QUILLFEATHER, I.')
    expect(mistyped.expiresOn).toBeUndefined()
    expect(mistyped.remarks).toContain('End date: 3017-08-22')
    expect(named(snapshot, 'Osterov Dock Works').listedOn).toBeNull()
    expect(codes(snapshot).filter((code) => code === 'bad-date')).toHaveLength(2)
  })

  it('keeps OFAC numbers as ids, and makes the others from the content, unique within the file', () => {
    expect(named(snapshot, 'MERRY OTTER').id).toBe('SDN-900002')
    const ids = snapshot.listings.map((listing) => listing.id)
    expect(new Set(ids).size).toBe(ids.length)
    const twins = snapshot.listings.filter((listing) => listing.source === 'DTC').map((listing) => listing.id)
    expect(twins[0]).toMatch(/^DTC-[0-9a-f]{16}$/)
    expect(twins[1]).toBe(`${twins[0]}-2`)
  })

  it('gives the same ids when the publisher changes its own ids, citations and order', () => {
    const text = new TextDecoder().decode(read('minimal-quoting.csv'))
    const again = parse(encode(text.replace('\nm1,', '\nffff,').replace('87 FR 00001', '88 FR 00009')))
    expect(again.listings.map((listing) => listing.id)).toEqual(
      snapshot.listings.map((listing) => listing.id),
    )
  })

  it('is dated by its newest believable start date', () => {
    expect(snapshot.published).toBe('2022-04-07')
  })
})

describe('the csv since 2023, every field quoted', () => {
  const snapshot = load('all-quoted.csv')

  it('skips the header repeated in the data and says so', () => {
    expect(snapshot.listings).toHaveLength(6)
    expect(snapshot.issues[0]).toMatchObject({ code: 'extra-header', where: 'all-quoted.csv line 2' })
  })

  it('reads ids as type, number, country, dates, whatever commas and semicolons the value holds', () => {
    const person = named(snapshot, "Tolbek 'VARNOMIR")
    expect(person.identifiers).toEqual([
      { type: 'Passport', value: 'K000001', country: 'KG' },
      { type: 'Passport', value: 'F 000002' },
    ])
    expect(person.remarks).toContain('Passport K000001: 05 Nov 1993, 09 Jun 2001\n')
    expect(person.remarks).toContain(
      'Executive Order 14024 Directive Information: Subject to Directive 3 - All transactions in, and dealings in; new debt',
    )
    expect(named(snapshot, 'Jadestone Telecom Limited').identifiers).toEqual([
      { type: 'Unified Social Credit Code (USCC)', value: '910000000000000XX0', country: 'CN' },
      { type: 'Equity Ticker', value: 'JDT ZZ' },
    ])
  })

  it('corrects the code of the two Congos where the city tells, and reports it', () => {
    const { addresses } = named(snapshot, "Tolbek 'VARNOMIR")
    expect(addresses.map(({ text, country }) => `${text} → ${country}`)).toEqual([
      'P. O. Box 1, Goma, CG → CD',
      'Kinshasa, CG → CD',
      'Pointe-Noire, CG → CG',
    ])
    expect(codes(snapshot).filter((code) => code === 'wrong-country')).toHaveLength(2)
  })

  it('passes untranslated countries on as published, and none where the publisher does not know', () => {
    const { addresses } = named(snapshot, 'Korvex Instruments OOO')
    expect(addresses.map(({ country }) => country)).toEqual([
      'crimea (occupied)',
      undefined,
      'REGION: WEST BANK',
    ])
  })

  it('splits aliases of the nonproliferation list at commas, but not before a legal form', () => {
    expect(namesOf(named(snapshot, 'Example Rocket Bureau'))).toEqual([
      'primary: Example Rocket Bureau',
      'alias: ERB',
      'alias: Bureau of Rockets',
      'alias: Rockets Co., Ltd.',
      'alias: Raketa',
      'former: Bureau of Kites (BOK)',
    ])
    expect(namesOf(named(snapshot, 'Jadestone Telecom Limited'))).toEqual([
      'primary: Jadestone Telecom Limited',
      'alias: JADESTONE',
      'alias: JADESTONE CO., LTD',
    ])
  })

  it('keeps a birth date it cannot read, without days, and reports it', () => {
    const { birthDates } = named(snapshot, "Tolbek 'VARNOMIR")
    expect(birthDates[2]).toEqual({ text: 'spring of 1969', earliest: null, latest: null })
    expect(codes(snapshot)).toContain('bad-birth-date')
  })

  it('is not dated by a mistyped year far ahead of all others', () => {
    expect(snapshot.published).toBe('2023-11-16')
    expect(codes(snapshot)).toContain('doubtful-date')
  })

  it('reads the same listings from tsv', () => {
    const tsv = load('all-quoted.tsv')
    expect(tsv.listings).toEqual(snapshot.listings)
    expect(codes(tsv)).toEqual(codes(snapshot).filter((code) => code !== 'extra-header'))
  })

  it('tells the form by the content, not the name, with or without a byte order mark', () => {
    expect(parse(read('all-quoted.tsv'), 'list.json').listings).toEqual(snapshot.listings)
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...read('all-quoted.csv')])
    expect(parse(marked).listings).toEqual(snapshot.listings)
  })
})

describe('json', () => {
  const snapshot = load('envelope.json')

  it('reads the fields of an address, and a country of its own', () => {
    expect(named(snapshot, 'KORVEX LIMITED').addresses).toEqual([
      {
        text: '4th Floor, 1 Mill Road, Osterov, 222512, RU',
        street: '4th Floor, 1 Mill Road',
        city: 'Osterov',
        postalCode: '222512',
        country: 'RU',
      },
    ])
    expect(codes(snapshot)).toContain('empty-address')
    expect(named(snapshot, 'Example Rocket Bureau').addresses).toEqual([{ text: 'TH', country: 'TH' }])
  })

  it('reads ids, puts statements into the remarks, and keeps fields it does not know', () => {
    const listing = named(snapshot, 'KORVEX LIMITED')
    expect(listing.identifiers).toEqual([
      { type: 'Company Number', value: '00000001', country: 'GB' },
      { type: 'Passport', value: 'N0001', country: 'KG' },
    ])
    expect(listing.remarks?.split('\n')).toEqual([
      'Passport N0001: 2020-01-03, 2030-01-02',
      'Gender: Male',
      'New field: {"deep":[1]}',
    ])
  })

  it('joins an alias that the publisher broke at its comma', () => {
    expect(namesOf(named(snapshot, 'Example Rocket Bureau'))).toEqual([
      'primary: Example Rocket Bureau',
      'alias: Rockets Co., Ltd',
      'alias: ERB',
    ])
  })

  it('reports a date in words and keeps it in the remarks', () => {
    const listing = named(snapshot, 'Example Rocket Bureau')
    expect(listing.listedOn).toBeNull()
    expect(listing.remarks).toBe('Start date: soon')
  })

  it('is dated by the day its envelope gives', () => {
    expect(snapshot.published).toBe('2026-09-25')
  })

  it('reads a bare array of records, as the search API gave until 2021', () => {
    const { results } = JSON.parse(new TextDecoder().decode(read('envelope.json')))
    expect(parse(encode(JSON.stringify(results))).listings).toEqual(snapshot.listings)
  })

  it('refuses one page of a search', () => {
    const error = failure(encode('{"results":[{"name":"A","source":"SDN"}],"total":25921}'))
    expect(error.message).toContain('expected all 25921 results, got 1')
  })

  it('is not misled by keys that belong to every object', () => {
    const hostile = '[{"__proto__":{"name":"X"},"constructor":"c","name":"Plain","source":"SDN"}]'
    const [listing] = parse(encode(hostile)).listings
    expect(listing?.names[0]?.name).toBe('Plain')
    expect(Object.hasOwn(Object.prototype, 'name')).toBe(false)
  })

  it('refuses values nested deeper than can be written', () => {
    const deep = `[{"name":"A","source":"SDN","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}]`
    expect(failure(encode(deep)).code).toBe('unreadable-list')
  })
})

describe('a file that must not be used', () => {
  const csv = new TextDecoder().decode(read('all-quoted.csv'))
  const cases: readonly (readonly [string, string, string])[] = [
    ['is empty', '', 'got an empty file'],
    ['is a web page', '<!DOCTYPE html><html><body>"Try again"</body></html>', 'HTML page'],
    ['has no header', csv.split('\n').slice(2).join('\n'), 'expected a header'],
    ['has a header and nothing else', csv.split('\n').slice(0, 2).join('\n'), 'expected records, got none'],
    [
      'ends inside a quoted field',
      csv.slice(0, csv.indexOf('MISTYPED') + 4),
      'expected a closing quote, got the end of the file',
    ],
    ['has a row of another length', `${csv}"900011","short"\n`, 'line 9: expected 29 columns, got 2'],
    [
      'has a quote inside a field',
      csv.replace('"Jadestone Telecom', '"Jade"stone Telecom'),
      'quote inside a field',
    ],
    ['is json that is cut', '{"results":[{"name":"A"', 'cut or damaged'],
    ['is json of something else', '{"lists":[]}', 'expected { "results"'],
    ['holds json that is not records', '[1]', 'expected an object'],
  ]
  it.each(cases)('%s: says what was expected and what came', (_, text, message) => {
    const error = failure(encode(text))
    expect(error.code).toBe('unreadable-list')
    expect(error.message).toContain(message)
    expect(error.message).toContain('consolidated.csv')
  })

  it('is not UTF-8: says between which bytes', () => {
    expect(failure(encode(csv).map((byte, index) => (index === 900 ? 0xff : byte))).message).toContain(
      'utf-8',
    )
  })

  it('is several files', () => {
    expect(() => parseCsl('us-csl', [])).toThrow(ConsigneeError)
  })

  it('reports a last row without a line end, since it may be cut', () => {
    expect(codes(parse(encode(csv.trimEnd())))).toContain('no-final-newline')
  })
})

it('answers hostile names in time linear to their length', () => {
  const hostile = [',', ' ', '(', 'a.k.a. ', '"', '; ', ', '].map((unit) => unit.repeat(90_000 / unit.length))
  const rows = hostile.map(
    (text) => `"SDN","${text.replaceAll('"', '""')}x","${text.replaceAll('"', '""')}"\n`,
  )
  const start = cpuTime()
  for (const row of rows) {
    for (const column of ['alt_names', 'addresses', 'ids', 'remarks']) {
      try {
        parse(encode(`source,name,${column}\n${row}`))
      } catch (error) {
        expect(error).toBeInstanceOf(ConsigneeError)
      }
    }
  }
  expect(cpuTime() - start).toBeLessThan(5_000)
})
