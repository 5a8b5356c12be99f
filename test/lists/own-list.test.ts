import { describe, expect, it } from 'vitest'
import { applyDelta, parseOwnList } from '../../src/index.js'
import { odsOf, utf8, xlsxOf } from './world-fixtures.js'

const mapping = {
  columns: {
    id: 'No',
    name: 'Company',
    alias: ['Also', 'Trade name'],
    weakAlias: 'Nickname',
    formerName: 'Before',
    kind: 'Kind',
    street: 'Street',
    city: 'City',
    country: 'Country',
    nationality: 'Nation',
    birthDate: 'Born',
    gender: 'Sex',
    listedOn: 'Since',
    remarks: 'Why',
  },
  identifiers: { IMO: 'Imo no', passport: 'Pass' },
  separator: ';',
  authority: 'Acme compliance',
  effect: 'prohibited',
  published: '2026-11-20',
} as const

const rows = [
  ['Acme blocked parties', '', ''],
  [
    'No',
    'Company',
    'Also',
    'Trade name',
    'Nickname',
    'Before',
    'Kind',
    'Street',
    'City',
    'Country',
    'Nation',
    'Born',
    'Sex',
    'Since',
    'Why',
    'Imo no',
    'Pass',
    'Region',
  ],
  [
    '7',
    'Norvex Works',
    'Norvex; NW Plant',
    'Norvexa',
    'The Plant',
    'Velmor Works',
    'organization',
    '9 Invented Street',
    'Aden',
    'YE',
    '',
    '',
    '',
    '2026-01-02',
    'bad debt',
    '',
    '',
    'South',
  ],
  [
    '8',
    'Tariq Velmor',
    '',
    '',
    '',
    '',
    'person',
    '',
    '',
    '',
    'YE; OM',
    '03/02/1961',
    'M',
    '2026-01-03',
    '',
    '',
    'YE990011',
    '',
  ],
  ['9', 'Velmor Star', '', '', '', '', 'vessel', '', '', '', '', '', '', '2026-01-04', '', '9990001', '', ''],
]
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csvOf = (lines: readonly (readonly string[])[], delimiter: string) =>
  utf8(lines.map((line) => `${line.map(quote).join(delimiter)}\n`).join(''))
const table = rows.slice(1)
const objects = table
  .slice(1)
  .map((row) => Object.fromEntries(row.map((cell, index) => [table[0]![index]!, cell])))

describe('a list of the caller’s own', () => {
  const { listings, issues, published } = parseOwnList('acme-blocked', csvOf(table, ','), mapping)

  it('is read through the mapping', () => {
    expect(listings[0]).toEqual({
      id: '7',
      list: 'acme-blocked',
      authority: 'Acme compliance',
      kind: 'organization',
      names: [
        { name: 'Norvex Works', type: 'primary', strength: 'strong' },
        { name: 'Norvex', type: 'alias', strength: 'strong' },
        { name: 'NW Plant', type: 'alias', strength: 'strong' },
        { name: 'Norvexa', type: 'alias', strength: 'strong' },
        { name: 'Velmor Works', type: 'former', strength: 'strong' },
        { name: 'The Plant', type: 'alias', strength: 'weak' },
      ],
      addresses: [
        { text: '9 Invented Street, Aden, YE', street: '9 Invented Street', city: 'Aden', country: 'YE' },
      ],
      birthDates: [],
      birthPlaces: [],
      countries: [],
      identifiers: [],
      programs: [],
      effect: 'prohibited',
      listedOn: '2026-01-02',
      remarks: 'bad debt\nRegion: South',
    })
    expect(listings[1]).toMatchObject({
      kind: 'person',
      gender: 'male',
      countries: ['YE', 'OM'],
      birthDates: [{ text: '03/02/1961', earliest: '1961-02-03', latest: '1961-02-03' }],
      identifiers: [{ type: 'passport', value: 'YE990011' }],
    })
    expect(listings[2]?.identifiers).toEqual([{ type: 'IMO', value: '9990001' }])
    expect(published).toBe('2026-11-20')
  })

  it('reports a column that the mapping does not name, unless it is known not to matter', () => {
    expect(issues.map(({ code, message }) => [code, /"(.*)"/.exec(message)?.[1]])).toEqual([
      ['unknown-column', 'Region'],
    ])
    const ignoring = parseOwnList('acme-blocked', csvOf(table, ','), { ...mapping, ignore: ['Region'] })
    expect(ignoring.issues).toEqual([])
    expect(ignoring.listings[0]?.remarks).toBe('bad debt')
  })

  it('is the same from csv in any delimiter, xlsx, ods, json, and under a title', async () => {
    const forms = [
      csvOf(table, ';'),
      csvOf(table, '\t'),
      await xlsxOf(rows),
      await odsOf(rows),
      utf8(JSON.stringify(objects)),
      utf8(`\ufeff${JSON.stringify({ made: 'today', parties: objects })}`),
    ]
    for (const bytes of forms) expect(parseOwnList('acme-blocked', bytes, mapping).listings).toEqual(listings)
  })

  it('gives a row without an id one of its content, wherever the row stands', () => {
    const { id: _, ...columns } = mapping.columns
    const without = { ...mapping, columns }
    const first = parseOwnList('acme-blocked', csvOf(table, ','), without).listings
    const turned = parseOwnList(
      'acme-blocked',
      csvOf([table[0]!, ...table.slice(1).reverse()], ','),
      without,
    ).listings
    expect(turned.map(({ id }) => id).reverse()).toEqual(first.map(({ id }) => id))
  })

  it('refuses a column the file does not have, an unknown part, and the id of an official list', () => {
    const bytes = csvOf(table, ',')
    expect(() => parseOwnList('acme-blocked', bytes, { columns: { name: 'Company', city: 'Town' } })).toThrow(
      /got "Town"/,
    )
    expect(() => parseOwnList('acme-blocked', bytes, { columns: { name: 'Firm' } })).toThrow(/"Firm"/)
    expect(() =>
      parseOwnList('acme-blocked', bytes, { columns: { name: 'Company', nmae: 'x' } } as never),
    ).toThrow(/nmae/)
    expect(() => parseOwnList('us-csl', bytes, mapping)).toThrow(/an official list/)
    expect(() => parseOwnList('Acme!', bytes, mapping)).toThrow(/list id/)
  })

  it('reports a row without a name, an unknown kind and a date that is none', () => {
    const broken = csvOf(
      [
        table[0]!,
        ['1', '', ...table[1]!.slice(2)],
        ['2', 'X', '', '', '', '', 'robot', ...Array(6).fill(''), 'soon', '', '', '', ''],
      ],
      ',',
    )
    const codes = parseOwnList('acme-blocked', broken, { ...mapping, ignore: ['Region'] }).issues.map(
      ({ code }) => code,
    )
    expect(codes).toEqual(['unknown-type', 'bad-date'])
    const nameless = csvOf([table[0]!, ['1', ...Array(17).fill('')]], ',')
    expect(parseOwnList('acme-blocked', nameless, mapping).issues.map(({ code }) => code)).toContain(
      'no-name',
    )
  })

  it('refuses nested json', () => {
    expect(() =>
      parseOwnList('acme-blocked', utf8('[{"Company":{"a":1}}]'), { columns: { name: 'Company' } }),
    ).toThrow(/nested/)
  })

  it('has no part in deltas', () => {
    const own = parseOwnList('acme-blocked', csvOf(table, ','), mapping)
    expect(() => applyDelta(own, utf8(''))).toThrow(/records/)
  })
})
