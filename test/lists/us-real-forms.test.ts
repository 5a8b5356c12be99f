import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseList } from '../../src/lists/parse.js'
import { type ListFile, type Listing, type Snapshot, snapshotSchema } from '../../src/model/listing.js'

/**
 * The official files of OFAC's other forms, of BIS and of the Department of State, where they lie next to the project.
 * What a parser made of a file is counted again in the raw text, with patterns and splits that share no code with it.
 */

const shared = new URL('../../../shared/lists/', import.meta.url)
const file = (path: string, name = path.slice(path.lastIndexOf('/') + 1)): ListFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(path, shared))),
})
const raw = (path: string) => readFileSync(new URL(path, shared), 'latin1')
const hits = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
const count = (snapshot: Snapshot, of: (listing: Listing) => readonly unknown[]) =>
  snapshot.listings.reduce((sum, listing) => sum + of(listing).length, 0)
const totals = (snapshot: Snapshot) => ({
  listings: snapshot.listings.length,
  names: count(snapshot, ({ names }) => names),
  addresses: count(snapshot, ({ addresses }) => addresses),
})
const codes = (snapshot: Snapshot) => [...new Set(snapshot.issues.map(({ code }) => code))].sort()
const absent = (folder: string) => !existsSync(new URL(folder, shared))

/** Pieces of a text between two marks, the marks left off. */
function between(text: string, open: string, close: string): string[] {
  return text
    .split(open)
    .slice(1)
    .map((piece) => piece.slice(0, piece.indexOf(close)))
}

/** Splits csv by toggling at every quote. */
function dumbRows(text: string): string[][] {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  const push = () => {
    rows.at(-1)!.push(field)
    field = ''
  }
  for (const character of text.replaceAll('\r', '')) {
    if (character === '"') quoted = !quoted
    if (quoted || !',\n'.includes(character)) field += character
    else push()
    if (!quoted && character === '\n') rows.push([])
  }
  push()
  return rows
    .map((row) => row.map((cell) => cell.replace(/^"|"$/g, '').replace(/\s+/g, ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''))
}

describe.skipIf(absent('us_ofac'))('OFAC’s standard XML (skipped without ../shared/lists)', () => {
  it.each([
    ['cons_2018-04-06/consolidated.xml', 'us-ofac-cons', 639, '2018-04-06', []],
    ['cons_2025-03-28/consolidated.xml', 'us-ofac-cons', 443, '2025-03-28', []],
    ['samples/consolidated.xml', 'us-ofac-cons', 24, '2014-12-17', ['duplicate-id', 'record-count']],
    ['samples/sdn.xml', 'us-ofac-sdn', 4, '2014-07-16', ['record-count']],
    ['samples/sdn.sample-2026-09-10.xml', 'us-ofac-sdn', 1, '2026-09-10', []],
  ] as const)(
    '%s: every entry, name, address, birth date and number is there',
    (path, list, entries, day, issues) => {
      const snapshot = parseList(list, [file(`us_ofac/${path}`)])
      const text = raw(`us_ofac/${path}`)
      expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
      expect(totals(snapshot)).toEqual({
        listings: hits(text, /<sdnEntry>/g),
        names: hits(text, /<lastName>/g),
        addresses: hits(text, /<address>/g),
      })
      expect([snapshot.listings.length, snapshot.published, codes(snapshot)]).toEqual([entries, day, issues])
      expect(count(snapshot, ({ birthDates }) => birthDates)).toBe(hits(text, /<dateOfBirthItem>/g))
      expect(count(snapshot, ({ birthPlaces }) => birthPlaces)).toBe(hits(text, /<placeOfBirthItem>/g))
      const weak = count(snapshot, ({ names }) => names.filter(({ strength }) => strength === 'weak'))
      expect(weak).toBe(hits(text, /<category>weak</g))
      const everything = JSON.stringify(snapshot.listings).toLowerCase()
      const lost = between(text, '<idNumber>', '</idNumber>').filter((value) => {
        const plain = value.replaceAll('&amp;', '&').replace(/\s+/g, ' ').replace(/^IMO /, '').trim()
        return (
          /^[\x20-\x7e]*$/.test(plain) &&
          !everything.includes(JSON.stringify(plain.toLowerCase()).slice(1, -1))
        )
      })
      expect(lost).toEqual([])
    },
  )
})

describe.skipIf(absent('us_ofac'))('OFAC’s larger XML forms (skipped without ../shared/lists)', () => {
  it('advanced, 2020-03-17: every party, name, address, feature, document and relationship is there', () => {
    const path = 'us_ofac/cons_2020-03-17/cons_advanced.xml'
    const snapshot = parseList('us-ofac-cons', [file(path)])
    const text = raw(path)
    const withParts = new Set(
      between(text, '<Location ID="', '</Location>')
        .filter((location) => /<LocationPart |<LocationCountry /.test(location))
        .map((location) => location.slice(0, location.indexOf('"'))),
    )
    const places = between(text, 'FeatureTypeID="25">', '</Feature>').flatMap((feature) =>
      between(feature, 'VersionLocation LocationID="', '"'),
    )
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(totals(snapshot)).toEqual({
      listings: hits(text, /<DistinctParty /g),
      names: hits(text, /<DocumentedName /g),
      addresses: places.filter((id) => withParts.has(id)).length,
    })
    expect([snapshot.listings.length, snapshot.published, snapshot.issues]).toEqual([375, '2020-03-17', []])
    expect(count(snapshot, ({ birthDates }) => birthDates)).toBe(hits(text, /FeatureTypeID="8">/g))
    expect(count(snapshot, ({ relationships }) => relationships ?? [])).toBe(276)
    expect(hits(text, /<ProfileRelationship /g)).toBe(276)
    const documents = between(text, '<IDRegistrationNo>', '</IDRegistrationNo>')
    const numbers = new Set(
      snapshot.listings.flatMap(({ identifiers }) => identifiers.map(({ value }) => value)),
    )
    expect(documents.filter((number) => !numbers.has(number.replace(/\s+/g, ' ').trim()))).toEqual([])
    expect(snapshot.listings.every(({ listedOn, citation }) => listedOn && citation)).toBe(true)
  })

  it('enhanced, 2025-01-10: every entity, name in every script, address and relationship is there', () => {
    const path = 'us_ofac/cons_2025-01-10/CONS_ENHANCED.XML'
    const snapshot = parseList('us-ofac-cons', [file(path)])
    const text = raw(path)
    const addresses = between(text, '<address id="', '</address>')
    const countryOnly = addresses.filter(
      (one) => !one.includes('<addressParts>') && one.includes('<country '),
    )
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(totals(snapshot)).toEqual({
      listings: hits(text, /<entity id=/g),
      names: hits(text, /<formattedFullName>/g),
      addresses: hits(text, /<addressParts>/g) + countryOnly.length,
    })
    expect([snapshot.listings.length, snapshot.published, snapshot.issues]).toEqual([443, '2025-01-10', []])
    const relationships = snapshot.listings.flatMap(({ relationships = [] }) => relationships)
    expect(relationships).toHaveLength(hits(text, /<relationship id=/g))
    expect(relationships.filter(({ type }) => type === 'owned-by')).toHaveLength(278)
    const scripts = snapshot.listings
      .flatMap(({ names }) => names)
      .filter(({ name }) => /\p{Script=Cyrillic}/u.test(name))
    expect(scripts.length).toBeGreaterThan(30)
    const features = hits(text, /<type featureTypeId="8">/g)
    expect(count(snapshot, ({ birthDates }) => birthDates)).toBe(features)
    const numbers = new Set(
      snapshot.listings.flatMap(({ identifiers }) => identifiers.map(({ value }) => value)),
    )
    const documents = between(text, '<documentNumber>', '</documentNumber>')
    expect(documents.filter((number) => !numbers.has(number.replace(/\s+/g, ' ').trim()))).toEqual([])
  })

  it('are refused as the SDN list, which they are not', () => {
    for (const path of ['cons_2020-03-17/cons_advanced.xml', 'cons_2025-01-10/CONS_ENHANCED.XML'])
      expect(() => parseList('us-ofac-sdn', [file(`us_ofac/${path}`)])).toThrow(
        /got a file of the Consolidated List/,
      )
  })

  it('say the same of a party as the standard form two months later, wherever OFAC changed nothing', () => {
    const enhanced = parseList('us-ofac-cons', [file('us_ofac/cons_2025-01-10/CONS_ENHANCED.XML')])
    const standard = parseList('us-ofac-cons', [file('us_ofac/cons_2025-03-28/consolidated.xml')])
    const later = new Map(standard.listings.map((listing) => [listing.id, listing]))
    expect(new Set(enhanced.listings.map(({ id }) => id))).toEqual(new Set(later.keys()))
    const latin = (listing: Listing) =>
      listing.names
        .filter(({ name }) => !/[\p{Script=Cyrillic}\p{Script=Han}]/u.test(name))
        .map((name) => JSON.stringify(name))
        .sort()
    const same = enhanced.listings.filter((one) => latin(one).join() === latin(later.get(one.id)!).join())
    expect(same.length).toBeGreaterThan(435)
    for (const one of enhanced.listings) {
      const other = later.get(one.id)!
      expect([other.kind, other.birthDates, other.birthPlaces]).toEqual([
        one.kind,
        one.birthDates,
        one.birthPlaces,
      ])
      // Only this form states who is blocked; the other one tells it by program and words.
      expect([one.id, other.effect]).toEqual([one.id, one.effect])
    }
    expect(standard.listings.filter(({ effect }) => effect === 'prohibited')).toHaveLength(81)
  })

  it('prohibit by program in the tables as well: all under E.O. 13599, the evaders, and who is blocked', () => {
    const set = (folder: string, ...names: readonly string[]) =>
      parseList(
        'us-ofac-cons',
        names.map((name) => file(`us_ofac/${folder}/${name}.csv`)),
      ).listings
    const of2018 = set('cons_2018-04-06', 'cons_prim', 'cons_add', 'cons_alt')
    const count = (listings: readonly Listing[], program: string, effect?: string) =>
      listings.filter((one) => one.programs.includes(program) && one.effect === effect).length
    expect(count(of2018, 'IRAN', 'prohibited')).toBe(264)
    expect(count(of2018, 'FSE-SY', 'prohibited')).toBe(6)
    expect(count(of2018, 'UKRAINE-EO13662')).toBe(289)
    const of2025 = set('cons_2025-12', 'cons_prim', 'cons_add', 'cons_alt', 'cons_comments')
    expect(count(of2025, 'UKRAINE-EO13662')).toBe(200)
    expect(count(of2025, 'CMIC-EO13959')).toBe(68)
    expect(count(of2025, 'NS-PLC')).toBe(76)
    expect(of2025.filter(({ effect }) => effect === 'prohibited')).toHaveLength(91)
  })
})

describe.skipIf(absent('us_ofac'))(
  'one list in five forms, 2018-04-06 (skipped without ../shared/lists)',
  () => {
    const read = (...names: string[]) =>
      parseList(
        'us-ofac-cons',
        names.map((name) => file(`us_ofac/cons_2018-04-06/${name}`)),
      )
    const csv = read('cons_prim.csv', 'cons_add.csv', 'cons_alt.csv')
    /** Runs of spaces, and the quotes that csv cannot hold, are the forms' only differences. */
    const plain = (value: unknown) => JSON.stringify(value).replaceAll('\\"', "'").replace(/ +/g, ' ')

    it('in csv holds what its rows hold', () => {
      const aliases = dumbRows(raw('us_ofac/cons_2018-04-06/cons_alt.csv')).filter((row) => row.length === 5)
      const addresses = dumbRows(raw('us_ofac/cons_2018-04-06/cons_add.csv')).filter(
        (row) => row.length === 6,
      )
      const weak = hits(raw('us_ofac/cons_2018-04-06/cons_prim.csv'), /[afn]\.k\.a\. '/g)
      expect(totals(csv)).toEqual({
        listings: 639,
        names: 639 + aliases.length + weak,
        addresses: addresses.filter((row) => row.slice(2, 5).some((cell) => cell !== '-0-')).length,
      })
    })

    it.each([
      ['.del', 'cons_prim.del', 'cons_add.csv', 'cons_alt.csv'],
      ['.pip', 'cons_prim.pip', 'cons_add.csv', 'cons_alt.csv'],
      ['.ff', 'cons_prim.ff', 'cons_add.ff', 'cons_alt.ff'],
    ])('in %s is the same', (_, ...names) => {
      expect(read(...names).listings.map(plain)).toEqual(csv.listings.map(plain))
    })

    it('in XML is the same in names, addresses, births, countries, programs and numbers', () => {
      const xml = new Map(read('consolidated.xml').listings.map((listing) => [listing.id, listing]))
      const sorted = (values: readonly unknown[]) => values.map(plain).sort()
      expect(xml.size).toBe(639)
      const numbers: string[] = []
      for (const one of csv.listings) {
        const other = xml.get(one.id)!
        expect(sorted(other.names)).toEqual(sorted(one.names))
        expect(sorted(other.addresses.map(({ text }) => text))).toEqual(
          sorted(one.addresses.map(({ text }) => text)),
        )
        for (const key of ['birthDates', 'birthPlaces', 'countries', 'programs', 'relationships'] as const)
          expect(sorted(other[key] ?? [])).toEqual(sorted(one[key] ?? []))
        expect([other.kind, other.gender]).toEqual([one.kind, one.gender])
        if (sorted(other.identifiers).join() !== sorted(one.identifiers).join()) numbers.push(one.id)
      }
      // One number holds a country in parentheses of its own, which csv cannot tell from the country that issued it.
      expect(numbers.length).toBeLessThanOrEqual(1)
    })
  },
)

describe.skipIf(absent('us_ofac'))(
  'OFAC’s csv files of other dates (skipped without ../shared/lists)',
  () => {
    it.each([
      ['cons_2025-03', ['cons_prim.csv']],
      ['cons_2025-04', ['cons_prim.csv', 'cons_add.csv']],
    ] as const)('%s: entries, weak aliases and addresses', (folder, names) => {
      const snapshot = parseList(
        'us-ofac-cons',
        names.map((name) => file(`us_ofac/${folder}/${name}`)),
      )
      const primary = raw(`us_ofac/${folder}/cons_prim.csv`)
      const entries = hits(primary, /^\d+,"/gm)
      const rows = names.length > 1 ? raw(`us_ofac/${folder}/cons_add.csv`).split('\n') : []
      expect(totals(snapshot)).toEqual({
        listings: entries,
        names: entries + hits(primary, /[afn]\.k\.a\. '/g),
        addresses: rows.filter((row) => /^\d/.test(row) && !/^\d+,\d+,-0- ,-0- ,-0- /.test(row)).length,
      })
      const orphans = snapshot.issues.filter(({ code }) => code === 'orphan-row')
      expect(orphans).toEqual([])
    })

    it.each(['2024-01_no-sdn', '2025-01_no-sdn', '2025-12_no-sdn'])(
      '%s has no sdn.csv and is refused; beside one with its numbers, every address, alias and comment is there',
      (folder) => {
        const others = ['add.csv', 'alt.csv', 'sdn_comments.csv'].map((name) =>
          file(`us_ofac/${folder}/${name}`),
        )
        expect(() => parseList('us-ofac-sdn', others)).toThrow(/expected sdn\.csv/)
        const rows = others.map(({ name }) =>
          raw(`us_ofac/${folder}/${name}`)
            .split('\n')
            .filter((row) => /^\d/.test(row)),
        )
        const uids = new Set(rows.flat().map((row) => row.slice(0, row.indexOf(','))))
        const nulls = ',-0- '.repeat(10)
        const invented = [...uids].map((uid) => `${uid},"PARTY ${uid}"${nulls}\r\n`).join('')
        const primary = { name: 'sdn.csv', bytes: new TextEncoder().encode(`${invented}\x1a`) }
        const snapshot = parseList('us-ofac-sdn', [primary, ...others])
        const [addresses = [], aliases = [], comments = []] = rows
        const strong = count(snapshot, ({ names }) => names.filter(({ strength }) => strength === 'strong'))
        expect(strong).toBe(uids.size + aliases.length)
        expect(totals(snapshot).addresses).toBe(
          addresses.filter((row) => !/^\d+,\d+,-0- ,-0- ,-0- /.test(row)).length,
        )
        expect(snapshot.listings.filter(({ remarks = '' }) => remarks.length > 100).length).toBeGreaterThan(
          comments.length / 2,
        )
        expect(codes(snapshot).filter((code) => !['no-end-mark', 'bad-birth-date'].includes(code))).toEqual(
          [],
        )
      },
    )

    it('saved by a spreadsheet, 2023-01, holds what its rows hold', () => {
      const names = ['sdn.csv', 'add.csv']
      const snapshot = parseList(
        'us-ofac-sdn',
        names.map((name) => file(`us_ofac/2023-01_resaved/${name}`)),
      )
      const [entries = [], addresses = []] = names.map((name) =>
        dumbRows(raw(`us_ofac/2023-01_resaved/${name}`)).filter((row) => /^\d+$/.test(row[0]!)),
      )
      expect(snapshot.listings).toHaveLength(entries.length)
      expect(totals(snapshot).addresses).toBe(
        addresses.filter((row) => row.slice(2, 5).some((cell) => cell !== '-0-')).length,
      )
    })
  },
)

describe.skipIf(absent('us_bis'))('the Denied Persons List (skipped without ../shared/lists)', () => {
  it.each([
    ['2018-08', '2018-08-13', ['bad-date']],
    ['2019-07', '2019-06-12', ['bad-date', 'no-final-newline']],
    ['2023-11', '2023-11-28', ['bad-date']],
    ['samples', '2002-03-25', ['doubtful-date', 'empty-row', 'short-row']],
  ] as const)('of %s: every order and every address is there', (folder, day, issues) => {
    const path = `us_bis/${folder}/dpl.txt`
    const snapshot = parseList('us-bis-dpl', [file(path)])
    const rows = raw(path)
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split('\t').map((cell) => cell.replaceAll('"', '').replace(/\s+/g, ' ').trim()))
      .filter((row) => row.some((cell) => cell !== ''))
    const order = (row: string[]) => [row[0], row[6], row[7]].join('|')
    const orders = new Set(rows.map(order))
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(totals(snapshot)).toEqual({
      listings: orders.size,
      names:
        orders.size +
        rows.filter(
          (row, index) =>
            / \(A\.K\.A\./.test(row[0]!) && rows.findIndex((other) => order(other) === order(row)) === index,
        ).length,
      addresses: new Set(
        rows
          .filter((row) => row.slice(1, 6).some((cell) => cell !== ''))
          .map((row) => `${order(row)}|${row.slice(1, 6).join('|')}`),
      ).size,
    })
    expect([snapshot.published, codes(snapshot)]).toEqual([day, issues])
    const endless = new Set(rows.filter((row) => row[7] === '').map(order))
    expect(snapshot.listings.filter(({ expiresOn }) => expiresOn === undefined)).toHaveLength(endless.size)
    const lost = [...orders].filter((one, index) => {
      const { citation = '' } = snapshot.listings[index]!
      return rows.some((row) => order(row) === one && !citation.includes(row[11] ?? ''))
    })
    expect(lost).toEqual([])
  })
})

describe.skipIf(absent('us_bis'))('the sheets of BIS (skipped without ../shared/lists)', () => {
  it.each([
    ['el.csv', 'us-bis-entity', '2013-12-12'],
    ['meu.csv', 'us-bis-meu', '2013-12-12'],
  ] as const)('%s: every entry, alias and address is there', (name, list, day) => {
    const snapshot = parseList(list, [file(`us_bis/samples/${name}`)])
    const rows = dumbRows(readFileSync(new URL(`us_bis/samples/${name}`, shared), 'utf8')).slice(1)
    const entry = (row: string[]) => [row[4], row[11], row[12], row[15], row[16]].join('|')
    const distinct = (of: (row: string[]) => string) =>
      new Set(
        rows.filter((row) => of(row).replace(/[|]/g, '') !== '').map((row) => `${entry(row)}|${of(row)}`),
      ).size
    expect(totals(snapshot)).toEqual({
      listings: new Set(rows.map(entry)).size,
      names: new Set(rows.map(entry)).size + distinct((row) => row[28]!),
      addresses: distinct((row) => row.slice(6, 11).join('|')),
    })
    expect([snapshot.published, snapshot.issues]).toEqual([day, []])
  })

  it('uvl.csv: every name and address is there', () => {
    const snapshot = parseList('us-bis-uvl', [file('us_bis/samples/uvl.csv')])
    const rows = dumbRows(raw('us_bis/samples/uvl.csv')).slice(1)
    const entries = new Set(rows.map((row) => `${row[0]}|${row[1]}`))
    expect(totals(snapshot)).toEqual({
      listings: entries.size,
      names: entries.size + hits([...entries].join('\n'), /a\.k\.a\./g),
      addresses: new Set(rows.map((row) => row.slice(0, 3).join('|'))).size,
    })
  })
})

describe.skipIf(absent('us_state'))('the lists of State (skipped without ../shared/lists)', () => {
  it.each([
    ['itar_debarred_party_list_01242018.csv', 515, '2018-01-24'],
    ['itar_debarred_party_list_11062019.csv', 707, '2019-11-06'],
    ['samples/itar_debarred_parties.csv', 4, '1994-08-29'],
  ] as const)('%s: every party, other name and birth date is there', (path, parties, day) => {
    const snapshot = parseList('us-state-dtc', [file(`us_state/${path}`)])
    const rows = dumbRows(raw(`us_state/${path}`)).slice(1)
    const others = rows.flatMap((row) =>
      (/\(a\.k\.a\.? (.*)\)/.exec(row[0]!)?.[1] ?? '').split(';').filter((name) => name.trim() !== ''),
    )
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    expect(totals(snapshot)).toEqual({
      listings: rows.length,
      names: rows.length + others.length,
      addresses: 0,
    })
    expect(rows).toHaveLength(parties)
    expect(snapshot.published).toBe(day)
    const births = snapshot.listings.flatMap(({ birthDates }) => birthDates)
    expect(births).toHaveLength(rows.filter((row) => row[1] !== '').length)
    expect(births.every(({ earliest }) => earliest !== null)).toBe(true)
    expect(codes(snapshot).filter((code) => code !== 'no-final-newline')).toEqual([])
  })

  it.each([
    ['isn_32987.csv', '2016-06-28', 203],
    ['isn_33191.csv', '2016-06-28', 203],
    ['isn_42179.csv', '2013-02-11', 462],
  ] as const)('%s: every sanction is there', (name, day, sanctions) => {
    const snapshot = parseList('us-state-isn', [file(`us_state/${name}`)])
    const rows = dumbRows(raw(`us_state/${name}`)).slice(1)
    expect(rows).toHaveLength(sanctions)
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    const lines = new Set(rows.map((row) => row.join('|')))
    expect(snapshot.listings).toHaveLength(lines.size)
    expect(snapshot.published).toBe(day)
    const nameColumn = name === 'isn_42179.csv' ? 1 : 4
    const letters = (text: string) =>
      [...text.replace(/\b(?:aka|and|also known as)\b|a\.k\.a\.?|[^a-z0-9]/gi, '')].sort().join('')
    const written = [...lines].map((line) => line.split('|')[nameColumn]!)
    for (const [index, listing] of snapshot.listings.entries()) {
      const made = listing.names
        .map(({ name: one }) => one)
        .join(' ')
        .replaceAll('’', '')
      expect(letters(made)).toBe(letters(written[index]!.replaceAll('\x92', '')))
    }
  })
})

describe.skipIf(absent('us_csl'))(
  'the Consolidated Screening List of other dates (skipped without ../shared/lists)',
  () => {
    it.each([
      ['2016_opendatalabcz_partial/data.csv', 399],
      ['2019-12_partial/consolidated.csv', 115],
    ] as const)('%s: every record and address is there', (path, records) => {
      const snapshot = parseList('us-csl', [file(`us_csl/${path}`)])
      const [header = [], ...rows] = dumbRows(readFileSync(new URL(`us_csl/${path}`, shared), 'utf8'))
      const cells = rows.map((row) => row[header.indexOf('addresses')]!)
      expect(snapshot.listings).toHaveLength(records)
      expect(rows).toHaveLength(records)
      expect(totals(snapshot).addresses).toBe(
        cells.flatMap((cell) => (cell === '' ? [] : cell.split('; '))).length,
      )
      expect(snapshot.issues).toEqual([])
    })

    it('in another project’s own json is refused', () => {
      const json = file('us_csl/2026-07-31_projection/screening-list.json')
      expect(() => parseList('us-csl', [json])).toThrow(/expected \{ "results"/)
    })
  },
)

describe.skipIf(absent('malformed'))('malformed files (skipped without ../shared/lists)', () => {
  const lists = [
    'us-ofac-sdn',
    'us-ofac-cons',
    'us-bis-dpl',
    'us-bis-entity',
    'us-bis-uvl',
    'us-bis-meu',
    'us-state-dtc',
    'us-state-isn',
  ]

  it('are refused by every parser, with the one error class', () => {
    for (const name of readdirSync(new URL('malformed/', shared)))
      for (const list of lists) {
        const bytes = file(`malformed/${name}`, '').bytes
        expect(() => parseList(list, bytes)).toThrow(ConsigneeError)
      }
  })
})
