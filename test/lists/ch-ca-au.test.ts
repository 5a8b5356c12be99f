import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'
import { dfatRows, fixture, odsOf, parseFixture, utf8, xlsxOf } from './world-fixtures.js'

describe('SECO’s list', () => {
  const { listings, issues, published } = parseFixture('ch-seco/whole.xml')
  const [person, bank, ship] = listings

  it('leaves out targets whose newest change took them off, and says how many', () => {
    expect(listings.map(({ id }) => id)).toEqual(['99100', '99200', '99300'])
    expect(issues.find(({ code }) => code === 'de-listed')?.message).toMatch(/^1 targets/)
    expect(published).toBe('2026-03-04')
  })

  it('keeps a target that was listed again', () => {
    expect(bank?.listedOn).toBe('2020-01-02')
  })

  it('never reads the outdated identities inside a modification', () => {
    expect(JSON.stringify(listings)).not.toContain('Outdated')
  })

  it('puts names together from their parts in order, and spellings by language and script', () => {
    expect(person?.names).toEqual([
      { name: 'Velmar Taryk Idrisavich', type: 'primary', strength: 'strong' },
      { name: 'Velmor Taryk Idrisavich', type: 'variation', strength: 'strong' },
      { name: 'Велмор Тарик Idrisavich', type: 'variation', strength: 'strong' },
      { name: 'The Courier', type: 'alias', strength: 'weak' },
      { name: 'Tariq Idris', type: 'alias', strength: 'strong' },
    ])
  })

  it('finds programs by the set of measures, in English, and places by number, though they stand behind', () => {
    expect(person).toMatchObject({
      kind: 'person',
      gender: 'male',
      programs: ['Invented program'],
      citation: 'Ordinance of 15 June 2016 on invented measures',
      listedOn: '2016-03-01',
      countries: ['YE'],
      birthPlaces: ['Aden / Adan, Invented Governorate, YE'],
      addresses: [
        {
          text: 'Invented Club, Invented Street 9, PO Box 77, Aden / Adan, Invented Governorate, 1234, YE',
          city: 'Aden / Adan',
          country: 'YE',
          postalCode: '1234',
        },
      ],
      identifiers: [{ type: 'passport', value: 'YE990011', country: 'YE' }],
      relationships: [{ type: 'other', listingId: '99200', text: 'related-to: Owner' }],
    })
    expect(person?.birthDates.map(({ earliest, latest }) => [earliest, latest])).toEqual([
      ['1980-03-23', '1980-03-23'],
      ['1981-01-01', '1981-12-31'],
    ])
    expect(person?.remarks).toContain('Measures: article 12 -- Restrictions')
  })

  it('reads vessels, and their IMO number in the notes', () => {
    expect(ship).toMatchObject({ kind: 'vessel', identifiers: [{ type: 'IMO', value: '9990001' }] })
  })

  it('refuses an amendment, which is never the list', () => {
    expect(() => parseFixture('ch-seco/amendment.xml')).toThrow(/whole list, got list-type "amendment"/)
  })

  it('takes a target that was listed and taken off on one day as listed', () => {
    const text = new TextDecoder()
      .decode(fixture('ch-seco/whole.xml'))
      .replace(
        '"listed" effective-date="2016-03-01"/>\n  </target>\n  <place',
        '"listed" effective-date="2024-03-01"/>\n  </target>\n  <place',
      )
    expect(parseList('ch-seco', utf8(text)).listings).toHaveLength(4)
  })
})

describe('Canada’s list', () => {
  const { listings, issues, published } = parseFixture('ca-sema/sema.xml')
  const [person, plant, ship, other] = listings

  it('has the regulations’ country, schedule and item as id', () => {
    expect(listings.map(({ id }) => id)).toEqual([
      'Belarus; 1, Part 1; 1',
      'Venezuela; 2',
      'Russia; 1.1; 1',
      'Russia; 1, Part 1; 2',
    ])
    expect(person).toMatchObject({
      programs: ['Belarus / Bélarus'],
      citation: 'Belarus, Schedule 1, Part 1, item 1',
    })
    expect(published).toBe('2025-02-21')
  })

  it('calls for caution alone on the Russian schedules that forbid new debt and no more', () => {
    const effects = (schedule: string) => {
      const text = new TextDecoder().decode(fixture('ca-sema/sema.xml'))
      const other = text.replaceAll(/<Schedule>[^<]*</g, `<Schedule>${schedule}<`)
      return parseList('ca-sema', utf8(other)).listings.map(({ effect }) => effect)
    }
    expect(listings.map(({ effect }) => effect)).toEqual(Array(4).fill(undefined))
    expect(effects('2')).toEqual([undefined, undefined, 'caution', 'caution'])
    expect(effects('3')).toEqual([undefined, undefined, 'caution', 'caution'])
    expect(effects('1.1')).toEqual(Array(4).fill(undefined))
  })

  it('tells persons, entities and ships apart', () => {
    expect(listings.map(({ kind }) => kind)).toEqual(['person', 'organization', 'vessel', 'person'])
    expect(ship).toMatchObject({ identifiers: [{ type: 'IMO', value: '9990001' }], birthDates: [] })
    expect(ship?.remarks).toBe('Vessel type: Oil Tanker\nBuilt: 2006')
    expect(person?.remarks).toBe('Title: Brigadier')
  })

  it('takes names apart at languages, parentheses, line ends and commas, and leaves legal forms and turned names whole', () => {
    const names = (listing: typeof person) => listing?.names.map(({ name }) => name)
    expect(names(person)).toEqual([
      'Tariq Idrisovich Velmor',
      'Tarek Velmar',
      'Тарык Велмар',
      'Тарик Велмор',
      'Velmor of Aden',
    ])
    expect(names(plant)).toEqual([
      'Norvex Works NWX',
      'Norvex Invented Works for Heavy Machines JSC',
      'Usine inventée Norvex',
      'Norvex Works of Aden, NW Plant Co., Ltd., NWP',
      'Norvex Works of Aden',
      'NW Plant Co., Ltd.',
      'NWP',
    ])
    expect(names(other)).toEqual(['Dorvel Kasmir', 'Kasmir, Dorvel'])
  })

  it('reads "or", and reports what is no date', () => {
    expect(person?.birthDates).toEqual([
      { text: '1965-07-15 OR 1969-09-28', earliest: '1965-07-15', latest: '1969-09-28' },
    ])
    expect(issues.map(({ code }) => code).sort()).toEqual(['bad-birth-date', 'bad-date', 'few-records'])
    expect(other).toMatchObject({ listedOn: null, remarks: 'Listed on: 21 February 2025' })
  })
})

describe('Australia’s list', () => {
  it('groups rows by the number of their reference, from xlsx and ods alike', async () => {
    const { listings, issues, published } = parseList('au-dfat', await xlsxOf(dfatRows))
    const [person, plant] = listings
    expect(listings.map(({ id }) => id)).toEqual(['2', '3', '4'])
    expect(published).toBe('2024-11-11')
    expect(issues.map(({ code }) => code)).toEqual(['bad-birth-date', 'few-records'])
    expect(person?.names).toEqual([
      { name: 'TARIQ IDRIS VELMOR', type: 'primary', strength: 'strong' },
      { name: 'طارق فلمور', type: 'variation', strength: 'strong' },
      { name: 'Tarek Velmor', type: 'alias', strength: 'unstated' },
      { name: 'Idris the Courier', type: 'former', strength: 'unstated' },
    ])
    expect(person?.birthDates.map(({ earliest, latest }) => [earliest, latest])).toEqual([
      ['1953-01-01', '1960-12-31'],
      ['1952-10-07', '1952-10-07'],
      ['1949-01-01', '1949-12-31'],
      ['1963-03-02', '1963-03-02'],
    ])
    expect(person).toMatchObject({
      kind: 'person',
      countries: ['Yemen', 'Oman'],
      addresses: [],
      identifiers: [{ type: 'Passport number', value: '9284158' }],
      listedOn: '2001-01-25',
      programs: ['1988 (Taliban)'],
    })
    expect(plant).toMatchObject({
      kind: 'organization',
      addresses: [{ text: '9 Invented Street, Aden, Yemen' }, { text: 'PO Box 7, Aden' }],
      listedOn: null,
    })
    expect(listings[2]).toMatchObject({ listedOn: '2012-03-02' })
    expect(parseList('au-dfat', await odsOf(dfatRows)).listings).toEqual(listings)
  })

  it('reports a cell beyond the columns, and a reference that is none', async () => {
    const rows = dfatRows.map((row, index) =>
      index === 2 ? [...row, 'stray'] : index === 3 ? ['x', ...row.slice(1)] : row,
    )
    const { issues } = parseList('au-dfat', await xlsxOf(rows))
    expect(issues).toContainEqual(expect.objectContaining({ code: 'stray-cell', where: 'line 3' }))
    expect(issues).toContainEqual(expect.objectContaining({ code: 'no-id', where: 'line 4' }))
  })
})
