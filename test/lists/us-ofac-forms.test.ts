import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseList } from '../../src/lists/parse.js'
import { type ListFile, type Listing, type Snapshot, snapshotSchema } from '../../src/model/listing.js'

/** OFAC's other forms: the three beside csv, and the three of XML. The parties are those of the csv fixtures. */

const fixtures = new URL('../fixtures/us-ofac/', import.meta.url)
const file = (name: string, as = name): ListFile => ({
  name: as,
  bytes: new Uint8Array(readFileSync(new URL(name, fixtures))),
})
const text = (name: string, content: string): ListFile => ({ name, bytes: new TextEncoder().encode(content) })
const content = (name: string) => new TextDecoder().decode(file(name).bytes)
const tables = (extension: string) =>
  ['sdn', 'add', 'alt', 'sdn_comments'].map((name) => file(`${name}.${extension}`))
const parse = (files: readonly ListFile[], list = 'us-ofac-sdn') => parseList(list, files)
const codes = (snapshot: Snapshot) => snapshot.issues.map(({ code }) => code)

function listing(snapshot: Snapshot, id: string): Listing {
  const found = snapshot.listings.find((one) => one.id === id)
  if (!found) throw new Error(`no listing ${id}`)
  return found
}

function failure(files: readonly ListFile[], list = 'us-ofac-sdn'): string {
  try {
    parse(files, list)
  } catch (error) {
    expect((error as ConsigneeError).code).toBe('unreadable-list')
    if (error instanceof ConsigneeError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the tables divided by "@" and "|"', () => {
  it.each(['del', 'pip'])('as .%s give the same listings and issues as csv', (extension) => {
    const snapshot = parse(tables(extension))
    expect(snapshot.listings).toEqual(parse(tables('csv')).listings)
    expect(codes(snapshot)).toEqual(codes(parse(tables('csv'))))
  })

  it('are told by their content, whatever the name, and may be mixed', () => {
    const mixed = [file('sdn.del', 'sdn.csv'), file('add.ff'), file('alt.pip', 'ALT.TXT'), file('alt.csv')]
    const snapshot = parse(mixed)
    expect(snapshot.listings).toHaveLength(5)
    expect(codes(snapshot)).toContain('unknown-file')
    expect(parse([file('sdn.pip', '')]).listings).toHaveLength(5)
  })

  it('say which file of the same form is missing', () => {
    const missing = parse([file('sdn.pip')]).issues.filter(({ code }) => code === 'missing-file')
    expect(missing.map(({ where }) => where)).toEqual(['add.pip', 'alt.pip', 'sdn_comments.pip'])
  })

  it('are not to be given twice in two forms', () => {
    expect(failure([file('sdn.csv'), file('sdn.del')])).toContain('got two of this name')
  })
})

describe('the tables of fixed width', () => {
  const snapshot = parse(tables('ff'))

  it('give the same listings as csv, but for double quotes in the remarks', () => {
    const single = (one: Listing) => ({ ...one, remarks: one.remarks?.replaceAll('"', "'") })
    expect(snapshot.listings.map(single)).toEqual(parse(tables('csv')).listings.map(single))
    expect(codes(snapshot)).toEqual(['bad-birth-date'])
  })

  it('mark weak aliases with double quotes', () => {
    expect(listing(snapshot, '900001').names.slice(2)).toEqual([
      { name: 'TOLLY', type: 'alias', strength: 'weak' },
      { name: 'THE; OTTER', type: 'former', strength: 'weak' },
    ])
  })

  it('join remarks of 1,000 characters with the comments file, which has no width', () => {
    const wallets = listing(snapshot, '900004').identifiers.filter(({ type }) => type.startsWith('Digital'))
    expect(wallets.map(({ value }) => value)).toEqual([
      '1FakeWa11etAddre55',
      '0x0000000000000000000000000000000000000001',
    ])
  })

  it('keep a space on which the remarks were cut', () => {
    const row = content('sdn.ff').split('\r\n')[4]!
    const cut = `${row.slice(0, 1017)}${'x'.repeat(999)} \r\n\x1a`
    const files = [text('sdn.ff', cut), text('sdn_comments.ff', '    900005y.\r\n\x1a')]
    expect(parse(files).listings[0]?.remarks).toBe(`${'x'.repeat(999)} y.`)
  })

  it('of 2018 have programs 50 characters wide', () => {
    const cons = parse([file('cons_prim.ff')], 'us-ofac-cons')
    expect(cons.listings).toEqual(parse([file('cons_prim.csv')], 'us-ofac-cons').listings)
  })

  it('are refused when a row is a character short', () => {
    const short = content('sdn.ff').replace('VARNOMIR, Tolbek ', 'VARNOMIR, Tolbek')
    expect(failure([text('sdn.ff', short)])).toContain(
      'line 1: expected a row of 1867 or 2017 characters, got 2016',
    )
  })

  it('are reported when the end mark is missing', () => {
    expect(codes(parse([text('sdn.ff', content('sdn.ff').replace('\x1a', ''))]))).toContain('no-end-mark')
  })
})

describe('the standard XML', () => {
  const snapshot = parse([file('sdn.xml')])

  it('is valid against the schema, and dated by its Publish_Date', () => {
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(snapshot.published).toBe('2026-11-24')
    expect(codes(snapshot)).toEqual(['bad-birth-date', 'empty-alias'])
  })

  it('gives the listings of the csv files, up to what those carry', () => {
    const csv = parse(tables('csv'))
    const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort()
    for (const one of csv.listings.filter(({ id }) => id !== '900004' && id !== '900005')) {
      const other = listing(snapshot, one.id)
      expect(sorted(other.names)).toEqual(sorted(one.names))
      expect(other.addresses.map((address) => address.text)).toEqual(
        one.addresses.map((address) => address.text),
      )
      expect(sorted(other.identifiers)).toEqual(sorted(one.identifiers))
      expect(sorted(other.countries)).toEqual(sorted(one.countries))
      expect(other.relationships?.map(({ type }) => type)).toEqual(one.relationships?.map(({ type }) => type))
      for (const key of [
        'kind',
        'programs',
        'birthDates',
        'birthPlaces',
        'gender',
        'list',
        'source',
      ] as const)
        expect(other[key]).toEqual(one[key])
    }
  })

  it('holds addresses in their parts, and the text of the legacy files', () => {
    expect(listing(snapshot, '900004').addresses).toEqual([
      {
        text: 'Tower "F", 5th Floor, 1 Quay, Osterov, Northern Oblast 101, Russia',
        street: 'Tower "F", 5th Floor, 1 Quay',
        city: 'Osterov',
        region: 'Northern Oblast',
        postalCode: '101',
        country: 'Russia',
      },
    ])
    expect(listing(snapshot, '900001').addresses[1]).toEqual({
      text: 'Region: Crimea',
      country: 'Region: Crimea',
    })
  })

  it('keeps wallets as identifiers, statements and the dates of documents as remarks, and loses nothing', () => {
    const company = listing(snapshot, '900004')
    expect(company.identifiers).toEqual([
      { type: 'Digital Currency Address - XBT', value: '1FakeWa11etAddre55' },
      { type: 'Digital Currency Address - ETH', value: '0x0000000000000000000000000000000000000001' },
    ])
    expect(company.remarks).toBe(
      'Secondary sanctions risk: section 1(b) of Executive Order 13224 & others\nInterplanetary Permit Number: no number',
    )
    expect(listing(snapshot, '900001').remarks).toContain(
      'Passport A123: issued 19 Jun 2003, expires 19 Jun 2013',
    )
    expect(listing(snapshot, '900002').remarks).toContain('Vessel type: Crude Oil Tanker')
    expect(listing(snapshot, '900002').remarks).toContain('Former Vessel Flag: Cyprus')
  })

  it('is read in the namespace of 2024, with a prefix, and where nspType stands for sdnType', () => {
    const cons = parse([file('consolidated.xml')], 'us-ofac-cons')
    expect(cons.issues).toEqual([])
    expect(cons.listings.map(({ kind, names }) => [kind, names[0]?.name])).toEqual([
      ['person', 'UMBRA, Ada'],
      ['organization', 'SHADE BANK'],
    ])
    expect(cons.listings.map(({ effect }) => effect)).toEqual([undefined, undefined])
    const evader = content('consolidated.xml').replace('>NS-PLC<', '>FSE-IR<')
    expect(parse([text('consolidated.xml', evader)], 'us-ofac-cons').listings[0]).toMatchObject({
      effect: 'prohibited',
      citation: 'E.O. 13608, section 1',
    })
  })

  it('is reported when it has fewer entries than it says', () => {
    const fewer = content('sdn.xml').replace('<Record_Count>5<', '<Record_Count>5704<')
    expect(codes(parse([text('sdn.xml', fewer)]))).toContain('record-count')
  })

  it('keeps a uid that is there twice, an unknown type and an unknown alias type, and reports them', () => {
    const odd = content('sdn.xml')
      .replace('<uid>900003<', '<uid>900002<')
      .replace('<sdnType>Vessel<', '<sdnType>Submarine<')
      .replace('<type>n.k.a.<', '<type>p.k.a.<')
    const snapshot = parse([text('sdn.xml', odd)])
    expect(snapshot.listings.map(({ id }) => id)).toContain('900002-2')
    expect(codes(snapshot)).toEqual(
      expect.arrayContaining(['duplicate-id', 'unknown-type', 'unknown-alias-type']),
    )
  })

  const refused: readonly (readonly [string, string, string])[] = [
    [
      'without entries',
      content('sdn.xml').replace(/<sdnEntry>[\s\S]*<\/sdnEntry>/, ''),
      'expected entries, got none',
    ],
    [
      'with an entry without a number',
      content('sdn.xml').replace('<uid>900001<', '<uid>x<'),
      'number of an entry',
    ],
    [
      'with an element it does not know among the entries',
      content('sdn.xml').replace('<sdnEntry>', '<nspEntry/><sdnEntry>'),
      'got nspEntry',
    ],
    ['of another root', '<?xml version="1.0"?><rss><channel/></rss>', 'got rss'],
    ['that is a web page', '<!DOCTYPE html><html lang="en"></html>', 'got html'],
    [
      'with a document type',
      content('sdn.xml').replace('<sdnList', '<!DOCTYPE sdnList []><sdnList'),
      'document type',
    ],
  ]
  it.each(refused)('%s is refused', (_, xml, message) => {
    expect(failure([text('sdn.xml', xml)])).toContain(message)
  })

  it('of the other list is refused by its name', () => {
    expect(failure([file('consolidated.xml')])).toContain('the other list')
    expect(failure([file('sdn.xml')], 'us-ofac-cons')).toContain('the other list')
  })
})

describe.each(['advanced.xml', 'enhanced.xml'])('the larger XML form %s', (name) => {
  const sdn = parse([file(name)])
  const cons = parse([file(name)], 'us-ofac-cons')
  const person = listing(sdn, '900001')
  const ship = listing(sdn, '900002')

  it('is valid against the schema and dated', () => {
    for (const snapshot of [sdn, cons]) {
      expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
      expect(snapshot.published).toBe('2026-11-04')
    }
  })

  it('holds both lists: each id gives its own parties, and says that there are others', () => {
    expect(sdn.listings.map(({ id }) => id)).toEqual(['900001', '900002', '900003', '900004', '900103'])
    expect(cons.listings.map(({ id }) => id)).toEqual(['900101', '900103'])
    expect([codes(sdn), codes(cons)]).toEqual([['other-list'], ['other-list']])
    expect(new Set(cons.listings.map(({ list }) => list))).toEqual(new Set(['us-ofac-cons']))
  })

  it('names the list, the day on which the party was put on it, and the law', () => {
    expect(person).toMatchObject({
      source: 'SDN',
      listedOn: '2020-05-06',
      citation: 'Executive Order 13224 (Terrorism)',
      programs: ['SDGT', 'NPWMD'],
    })
    expect(listing(cons, '900101')).toMatchObject({ source: 'PLC', listedOn: '2006-04-12' })
    expect(listing(cons, '900103')).toMatchObject({ source: 'Moon List', listedOn: '2022-02-25' })
    expect(listing(sdn, '900003').citation).toBeUndefined()
  })

  it('says that a party of the non-SDN lists which is blocked is off limits', () => {
    expect(listing(cons, '900103').effect).toBe('prohibited')
    expect(listing(cons, '900101').effect).toBeUndefined()
    expect(person.effect).toBeUndefined()
    expect(listing(cons, '900101').remarks).toContain('Sanctions type: Reject')
    const both = content(name).replaceAll('>Moon List<', '>SDN List<').replaceAll('>Block<', '>Reject<')
    expect(listing(parse([text(name, both)], 'us-ofac-cons'), '900103').effect).toBe('prohibited')
  })

  it('has names in every script, the primary one first, weak ones marked', () => {
    expect(person.names[0]).toEqual({ name: 'VARNOMIR, Tolbek Ulan', type: 'primary', strength: 'strong' })
    expect(new Set(person.names)).toEqual(
      new Set([
        person.names[0],
        { name: 'ВАРНОМИР, Толбек', type: 'variation', strength: 'strong' },
        { name: 'VARNAMIR, Talbek', type: 'alias', strength: 'strong' },
        { name: 'ВАРНАМИР, Талбек', type: 'alias', strength: 'strong' },
        { name: 'TOLLY', type: 'alias', strength: 'weak' },
        { name: 'THE OTTER', type: 'former', strength: 'strong' },
      ]),
    )
    expect(listing(sdn, '900004').names[1]?.type).toBe('variation')
  })

  it('has birth dates as spans: years, a month, a day, circa', () => {
    expect(person.birthDates).toEqual([
      { text: '1970 to 1971', earliest: '1970-01-01', latest: '1971-12-31' },
      { text: 'circa 1968', earliest: '1966-01-01', latest: '1970-12-31' },
      { text: 'Feb 1960', earliest: '1960-02-01', latest: '1960-02-29' },
      { text: '13 Feb 1961', earliest: '1961-02-13', latest: '1961-02-13' },
    ])
    expect(person).toMatchObject({
      birthPlaces: ['Sablograd, Kyrgyzstan'],
      countries: ['Uzbekistan'],
      gender: 'male',
    })
  })

  it('has addresses with the text of the legacy files; a place that is undetermined is none', () => {
    expect(person.addresses[0]).toEqual({
      text: '12 Ninth Lane, Flat 3, Sablograd, Chuy 720000, Kyrgyzstan',
      street: '12 Ninth Lane, Flat 3',
      city: 'Sablograd',
      region: 'Chuy',
      postalCode: '720000',
      country: 'Kyrgyzstan',
    })
    expect(person.addresses).toHaveLength(name === 'enhanced.xml' ? 2 : 1)
    expect(ship.addresses.map(({ text }) => text)).toEqual(['Region: Crimea'])
  })

  it('has documents, wallets, ship and aircraft numbers, whatever the label of a document', () => {
    expect(person.identifiers).toEqual([
      { type: 'Passport', value: 'A123', country: 'Iran' },
      { type: 'Telephone', value: '000555' },
    ])
    expect(person.remarks).toMatch(/Passport A123: issued 19 Jun 2003, .*Fraudulent, seen once/)
    expect(ship.identifiers).toEqual([
      { type: 'Call sign', value: 'ZZ0Z1' },
      { type: 'IMO', value: '0000017' },
      { type: 'Lunar Pass', value: 'LUNA-7' },
    ])
    expect(ship).toMatchObject({ kind: 'vessel', countries: ['Iran'] })
    expect(ship.remarks).toContain('VESSEL TYPE: Crude Oil Tanker')
    expect(listing(sdn, '900003')).toMatchObject({
      kind: 'aircraft',
      identifiers: [{ type: 'Aircraft Tail Number', value: 'ZZ-GON' }],
    })
    expect(listing(sdn, '900004').identifiers).toEqual([
      { type: 'Digital Currency Address - XBT', value: '1FakeWa11etAddre55' },
      { type: 'Website', value: 'quill.example' },
    ])
  })

  it('has relationships, with an id only where the other party is on the same list', () => {
    expect(ship.relationships).toEqual([
      { type: 'owned-by', listingId: '900004', name: 'QUILL GROUP S.A.', text: 'Owned or Controlled By' },
      { type: 'owned-by', name: 'Otter Lines', text: 'Vessel owner' },
    ])
    expect(person.relationships).toEqual([
      {
        type: 'acts-for',
        ...(name === 'enhanced.xml' ? { name: 'ELSEWHERE LTD' } : {}),
        text: 'Acting for or on behalf of (OFAC uid 999999)',
      },
      { type: 'leads', listingId: '900004', name: 'QUILL GROUP S.A.', text: 'Leader or official of' },
    ])
    expect(listing(sdn, '900003').relationships).toEqual([
      {
        type: 'other',
        listingId: '900004',
        name: 'QUILL GROUP S.A.',
        text: 'Owned or Controlled By (former)',
      },
    ])
  })

  it('is read in any namespace', () => {
    const other = content(name).replace(/ xmlns="[^"]*"/, ' xmlns="http://www.un.org/sanctions/1.0"')
    expect(parse([text(name, other)]).listings).toEqual(sdn.listings)
  })

  it('of one list is refused for the other', () => {
    const onlyCons = content(name).replaceAll('SDN List<', 'Consolidated List<')
    expect(failure([text(name, onlyCons)])).toContain('got a file of the Consolidated List')
    const onlySdn = content(name).replaceAll(
      />(?:Consolidated|Moon|Non-SDN Palestinian Legislative Council) List</g,
      '>SDN List<',
    )
    expect(failure([text(name, onlySdn)], 'us-ofac-cons')).toContain('got a file of the SDN List')
  })

  it('without parties is refused', () => {
    const none = content(name).replace(/<(DistinctParties|entities)>[\s\S]*<\/\1>/, '<$1></$1>')
    expect(failure([text(name, none)])).toContain('got none')
  })

  it('with a party without a number is refused', () => {
    const odd = content(name)
      .replace('FixedRef="900001"', 'FixedRef="x"')
      .replace('entity id="900001"', 'entity id="x"')
    expect(failure([text(name, odd)])).toContain('expected the number of an entry')
  })
})

describe('what only one of the larger forms can say', () => {
  it('changes to a list (DeltaAction) are no list', () => {
    const delta = content('advanced.xml').replace('<DistinctParty ', '<DistinctParty DeltaAction="REMOVE" ')
    expect(failure([text('advanced.xml', delta)])).toContain('got one of changes')
  })

  it('a place that is missing is reported', () => {
    const odd = content('advanced.xml').replace(
      'VersionLocation LocationID="1"',
      'VersionLocation LocationID="77"',
    )
    expect(codes(parse([text('advanced.xml', odd)]))).toContain('missing-place')
  })

  it('a document or a relationship of no party is reported', () => {
    const odd = content('advanced.xml')
      .replace('IdentityID="11"', 'IdentityID="99"')
      .replace('From-ProfileID="900002"', 'From-ProfileID="99"')
    const orphans = parse([text('advanced.xml', odd)]).issues.filter(({ code }) => code === 'orphan-row')
    expect(orphans.map(({ where }) => where)).toEqual(['IDRegDocument 99', 'ProfileRelationship 99'])
  })

  it('a party on no list is kept and reported', () => {
    const odd = content('advanced.xml').replace(' ProfileID="900003"', ' ProfileID="1"')
    const snapshot = parse([text('advanced.xml', odd)])
    expect(listing(snapshot, '900003').listedOn).toBeNull()
    expect(codes(snapshot)).toEqual(['orphan-row', 'other-list', 'no-list'])
  })

  it('an export filtered by program or by one of the lists is a part, and reported', () => {
    const byList = content('enhanced.xml').replace('>Consolidated List<', '>FSE List<')
    expect(codes(parse([text('enhanced.xml', byList)]))).toContain('filtered')
    const byProgram = content('enhanced.xml').replace(
      '</filters>',
      '<sanctionsPrograms><sanctionsProgram refId="1">CUBA</sanctionsProgram></sanctionsPrograms></filters>',
    )
    expect(codes(parse([text('enhanced.xml', byProgram)]))).toContain('filtered')
  })
})
