import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'
import { fixture, parseFixture, utf8, withoutOrder } from './world-fixtures.js'

describe('the EU’s list, XML 1.1', () => {
  const { listings, published, issues } = parseFixture('eu-fsf/xml-1.1.xml')
  const [person, company] = listings

  it('has the day it was generated, and says that two entries are too few', () => {
    expect(published).toBe('2026-03-04')
    expect(issues.map(({ code }) => code)).toEqual(['bad-birth-date', 'few-records'])
  })

  it('leads with the strong name that is no translation; keeps weak names and other scripts', () => {
    expect(person?.names).toEqual([
      { name: 'Dorvel Ilmar Kasmir', type: 'primary', strength: 'strong' },
      { name: 'Дорвел Касмир', type: 'variation', strength: 'strong' },
      { name: 'The Bookkeeper', type: 'alias', strength: 'weak' },
    ])
    expect(company?.names.map(({ type }) => type)).toEqual(['primary', 'variation'])
  })

  it('reads the country 00 as none', () => {
    expect(person?.countries).toEqual(['YE'])
    expect(person?.addresses).toEqual([
      {
        text: 'Invented Street 9, PO Box 77, Aden, Harbor, 1234, YE',
        street: 'Invented Street 9, PO Box 77',
        city: 'Aden, Harbor',
        postalCode: '1234',
        country: 'YE',
      },
    ])
    expect(company?.addresses).toEqual([{ text: 'LB', country: 'LB' }])
  })

  it('reads days, circa, ranges; a date of another calendar gives no days', () => {
    expect(person?.birthDates).toEqual([
      { text: '1961-02-03', earliest: '1961-02-03', latest: '1961-02-03' },
      { text: 'circa 1963', earliest: '1961-01-01', latest: '1965-12-31' },
      { text: '1958 to 1963', earliest: '1958-01-01', latest: '1963-12-31' },
      { text: '1342 (islamic calendar)', earliest: null, latest: null },
    ])
    expect(person?.birthPlaces).toEqual(['Taizz, YE'])
  })

  it('keeps documents, gender, program, legal basis and its address', () => {
    expect(person).toMatchObject({
      id: '9001',
      kind: 'person',
      gender: 'male',
      identifiers: [{ type: 'National passport', value: 'YE990011', country: 'YE' }],
      programs: ['TAQA'],
      listedOn: '2019-05-06',
      citation: '2024/9901 (OJ L9901)',
      url: 'https://eur-lex.example.org/9901?a=1&b=2',
    })
    for (const line of [
      'Invented remark & more',
      'UN: QDi.990',
      'EU reference: EU.9001.11',
      'Function: Invented treasurer',
      'Document YE990011: diplomatic; issued by Invented office; seen in Taizz',
      'Address: PHONE +967 1 000; Old address',
      'Regulation: 2019/9902 (OJ L9902)',
    ])
      expect(person?.remarks).toContain(line)
  })

  it('takes a delisting date as the end of the listing', () => {
    const xml = new TextDecoder()
      .decode(fixture('eu-fsf/xml-1.1.xml'))
      .replace('logicalId="9002">', 'delistingDate="2025-01-31" logicalId="9002">')
    expect(parseList('eu-fsf', utf8(xml)).listings[1]?.expiresOn).toBe('2025-01-31')
  })
})

describe('the EU’s list, csv 1.1', () => {
  it('joins rows to the same listings as the XML, but for the strength of names, which it does not have', () => {
    const csv = parseFixture('eu-fsf/csv-1.1.csv')
    const xml = parseFixture('eu-fsf/xml-1.1.xml')
    const plain = (one: ReturnType<typeof withoutOrder>) =>
      one.map((listing) => ({
        ...listing,
        names: listing.names.map(({ name, type }) => ({ name, type })),
      }))
    expect(plain(withoutOrder(csv))).toEqual(plain(withoutOrder(xml)))
    expect(csv.listings[0]?.names.every(({ strength }) => strength === 'unstated')).toBe(true)
    expect(csv.published).toBe('2026-03-04')
  })

  it('is refused where a row has lost a column', () => {
    const text = new TextDecoder().decode(fixture('eu-fsf/csv-1.1.csv'))
    expect(() => parseList('eu-fsf', utf8(text.replace(/;\r\n$/, '\r\n')))).toThrow(
      /expected 118 columns, got 117/,
    )
  })

  it('reports a column it does not know and keeps what it says', () => {
    const lines = new TextDecoder().decode(fixture('eu-fsf/csv-1.1.csv')).trimEnd().split('\r\n')
    const more = lines.map((line, index) => `${line};${index === 0 ? 'Entity2_Novelty' : 'new'}`)
    const { listings, issues } = parseList('eu-fsf', utf8(`${more.join('\r\n')}\r\n`))
    expect(issues).toContainEqual(expect.objectContaining({ code: 'unknown-column' }))
    expect(listings[0]?.remarks).toContain('Entity2_Novelty: new')
  })
})

describe('the EU’s older formats', () => {
  it('csv 1.0: the entry’s number is the first of six columns of that name; "\\n" in remarks is a line end', () => {
    const { listings, published } = parseFixture('eu-fsf/csv-1.0.csv')
    expect(published).toBe('2018-07-04')
    expect(listings).toHaveLength(1)
    expect(listings[0]).toMatchObject({
      id: '9101',
      kind: 'person',
      gender: 'male',
      names: [
        { name: 'Tarik Velmor', type: 'primary', strength: 'unstated' },
        { name: 'Tarek Velmor', type: 'variation', strength: 'unstated' },
      ],
      addresses: [
        { text: 'Invented Road 12, Aden, YEM', street: 'Invented Road 12', city: 'Aden', country: 'YEM' },
      ],
      identifiers: [{ type: 'National passport', value: 'YE770011', country: 'YEM' }],
      birthPlaces: ['Ibb, YEM'],
      programs: ['ZWE'],
      citation: '2018/9904 (OJ L9904)',
    })
    expect(listings[0]?.remarks).toContain('(Date of UN designation: 2002-02-21) (second line)')
  })

  it('the XML of 2016: approximate ranges, numbers with their type in one text', () => {
    const { listings, published } = parseFixture('eu-fsf/whole.xml')
    expect(published).toBe('2016-02-11')
    expect(listings[0]).toMatchObject({
      id: '9101',
      names: [
        { name: 'Tarik Velmor', type: 'primary', strength: 'unstated' },
        { name: 'Tarek Velmor', type: 'variation', strength: 'unstated' },
      ],
      birthDates: [{ text: 'circa 1958 - 1963', earliest: '1956-01-01', latest: '1965-12-31' }],
      birthPlaces: ['Ibb, YEM'],
      addresses: [
        { text: 'Invented Road 12, Aden, YEM', street: 'Invented Road 12', city: 'Aden', country: 'YEM' },
      ],
      identifiers: [{ type: 'National passport', value: 'YE770011', country: 'YEM' }],
      countries: ['YEM'],
      citation: '2016/9906 (OJ L9906)',
      url: 'https://eur-lex.example.org/9906',
    })
    expect(listings[0]?.remarks).toContain('Address: near the harbor')
  })
})
