import { describe, expect, it } from 'vitest'
import { splitNumbered } from '../../src/lists/numbered.js'
import { parseList } from '../../src/lists/parse.js'
import { registerNumbers } from '../../src/lists/un-numbers.js'
import { csvRows, fixture, odsOf, parseFixture, utf8, withoutOrder, xlsxOf } from './world-fixtures.js'

describe('the UK Sanctions List', () => {
  const xml = parseFixture('uk-sanctions/list.xml')
  const [person, company, ship] = xml.listings

  it('reads names with their type and quality, however the type is spelled', () => {
    expect(person?.names).toEqual([
      { name: 'TARIQ IDRIS VELMOR', type: 'primary', strength: 'strong' },
      { name: 'Tarek Velmor', type: 'variation', strength: 'strong' },
      { name: 'The Courier', type: 'alias', strength: 'weak' },
      { name: 'طارق فلمور', type: 'variation', strength: 'strong' },
    ])
    expect(xml.issues.map(({ code }) => code)).toEqual(['few-records'])
    expect(xml.published).toBe('2026-10-08')
  })

  it('reads masked dates as the years they leave open', () => {
    expect(person?.birthDates).toEqual([
      { text: 'dd/mm/1945', earliest: '1945-01-01', latest: '1945-12-31' },
      { text: '01/03/1958', earliest: '1958-03-01', latest: '1958-03-01' },
    ])
  })

  it('keeps address, papers, regime, date and reference', () => {
    expect(person).toMatchObject({
      id: 'AFG9906',
      kind: 'person',
      gender: 'male',
      addresses: [
        {
          text: '9 Invented Street, Kabul, 1001, Afghanistan',
          street: '9 Invented Street, Kabul',
          postalCode: '1001',
          country: 'Afghanistan',
        },
      ],
      identifiers: [
        { type: 'passport', value: 'P99581926' },
        { type: 'national identification', value: '99345' },
      ],
      birthPlaces: ['Lakhi village, Afghanistan'],
      listedOn: '2001-01-25',
      programs: ['The Invented (Sanctions) (EU Exit) Regulations 2020'],
    })
    expect(person?.citation).toContain('AFG9906')
    expect(person?.remarks).toContain('Sanctions imposed: Asset freeze|Travel Ban')
  })

  it('calls for caution alone where nothing but travel is banned', () => {
    const effectOf = (sanctions: string) => {
      const text = new TextDecoder().decode(fixture('uk-sanctions/list.xml'))
      const other = text.replaceAll('Asset freeze|Travel Ban', sanctions)
      expect(other).not.toBe(text)
      return parseList('uk-sanctions', utf8(other)).listings[0]?.effect
    }
    expect(effectOf('Travel Ban')).toBe('caution')
    expect(effectOf('Travel ban|travel ban')).toBe('caution')
    expect(effectOf('Travel Ban|Director Disqualification Sanction')).toBeUndefined()
    expect(effectOf('')).toBeUndefined()
    expect(xml.listings.map(({ effect }) => effect)).toEqual([undefined, undefined, undefined])
  })

  it('keeps who owns a company and a ship, and the ship’s number, flag and type', () => {
    expect(company?.relationships).toEqual([
      { type: 'owned-by', name: 'Norvex Holding', text: 'Parent company' },
      { type: 'owns', name: 'Norvex Kandahar', text: 'Subsidiary' },
    ])
    expect(ship).toMatchObject({
      kind: 'vessel',
      identifiers: [{ type: 'IMO', value: '9990001' }],
      countries: ['Gabon'],
      relationships: [
        { type: 'owned-by', name: 'Norvex Ship Management', text: 'Current owner or operator' },
      ],
    })
    expect(ship?.remarks).toContain('Previous flag: India')
  })

  it('is the same list as csv, xlsx and ods: rows are joined on the Unique ID', async () => {
    const rows = csvRows('uk-sanctions/list.csv')
    const forms = [fixture('uk-sanctions/list.csv'), await xlsxOf(rows), await odsOf(rows)]
    for (const bytes of forms) {
      const snapshot = parseList('uk-sanctions', bytes)
      expect(withoutOrder(snapshot)).toEqual(withoutOrder(xml))
      expect(snapshot.published).toBe('2026-10-08')
    }
  })

  it('reports an element it does not know, and keeps its text', () => {
    const text = new TextDecoder().decode(fixture('uk-sanctions/list.xml'))
    const { listings, issues } = parseList(
      'uk-sanctions',
      utf8(text.replace('<UniqueID>AFG9906', '<Novelty>new</Novelty><UniqueID>AFG9906')),
    )
    expect(issues).toContainEqual(expect.objectContaining({ code: 'unknown-element', where: 'Novelty' }))
    expect(listings[0]?.remarks).toContain('Novelty: new')
  })
})

describe('OFSI’s list as it was until 2022', () => {
  const { listings, issues, published } = parseFixture('uk-ofsi/layout-2018.csv')
  const [person, company] = listings

  it('is in the code page of Windows, and joins rows of a group that lie apart', () => {
    expect(published).toBe('2018-04-13')
    expect(issues.map(({ code }) => code)).toEqual(['few-records'])
    expect(listings.map(({ id }) => id)).toEqual(['99349', '99350'])
    expect(company?.names[0]?.name).toBe('NORVEX – TRADING')
    expect(person?.remarks).toContain('‘the courier’')
  })

  it('reads Prime Alias, AKA, FKA; spaces before a name mean nothing', () => {
    expect(person?.names).toEqual([
      { name: 'Tariq VELMOR', type: 'primary', strength: 'strong' },
      { name: 'Tarek VELMOR', type: 'alias', strength: 'unstated' },
      { name: 'Tariq IDRIS', type: 'former', strength: 'unstated' },
    ])
  })

  it('reads zeros for what is not known of a date', () => {
    expect(person?.birthDates.map(({ earliest, latest }) => [earliest, latest])).toEqual([
      ['1980-01-01', '1980-12-31'],
      ['1981-03-01', '1981-03-31'],
      ['1981-12-29', '1981-12-29'],
    ])
  })

  it('takes counted values apart, and numbers out of sentences', () => {
    expect(person?.countries).toEqual(['Yemen', 'Oman'])
    expect(person?.birthPlaces).toEqual(['Ibb, Yemen', 'Taizz, Yemen'])
    expect(person?.identifiers.map(({ value }) => value)).toEqual(['YE770011', 'YE770022', '3219222002'])
    expect(person?.addresses).toEqual([{ text: 'Yemen (since 2009)', country: 'Yemen' }])
  })
})

describe('numbers of a company', () => {
  it.each([
    ['1137711000074 (Russia)', ['business registration 1137711000074']],
    ['1 149 102 007 933', ['business registration 1 149 102 007 933']],
    ['U51909RJ2022PTC080897', ['business registration U51909RJ2022PTC080897']],
    ['OGRN: 1027739090708', ['business registration 1027739090708']],
    ['INN – 7731018133', ['tax number 7731018133']],
    ['KPP – 168501001 OKTMO 08845300 INN 7731018133', ['tax number 7731018133']],
    ['TIN 9718168599 / SRN 1217700038710', ['tax number 9718168599', 'business registration 1217700038710']],
    [
      '1117746568829 (Russia). Tax ID No. 7735579027 (Russia)',
      ['business registration 1117746568829', 'tax number 7735579027'],
    ],
    ['Trade Register: HRB 13359', ['business registration HRB 13359']],
    ['see the register of 27/07/1992', []],
  ])('in "%s" are told apart', (written, numbers) => {
    expect(registerNumbers(written).map(({ type, value }) => `${type} ${value}`)).toEqual(numbers)
  })

  it('are found in what follows the reference to the UK Sanctions List', () => {
    const text = new TextDecoder().decode(fixture('uk-ofsi/layout-2022.csv'))
    const said = text.replace(
      'Ref):GHR9986.',
      'Ref):GHR9986. Trust services from 21/03/2023. OGRN 1082536014120',
    )
    const [person] = parseList('uk-ofsi', utf8(said)).listings
    expect(person).toMatchObject({ citation: 'GHR9986, Invented' })
    expect(person?.identifiers).toContainEqual({ type: 'business registration', value: '1082536014120' })
    expect(person?.remarks).toContain('Other information: Trust services from 21/03/2023.')
  })

  it('are found in OFSI’s list without their words, which stay in the remarks', () => {
    const text = new TextDecoder().decode(fixture('uk-ofsi/layout-2022.csv'))
    const label = '(Business Reg No):'
    expect(text).toContain(label)
    const given = text.replaceAll(label, `${label}INN: 7731018133 `)
    const { listings } = parseList('uk-ofsi', utf8(given))
    const company = listings.find(({ identifiers }) => identifiers.some(({ type }) => type === 'tax number'))
    expect(company?.identifiers).toContainEqual({ type: 'tax number', value: '7731018133' })
    expect(company?.remarks).toContain('INN: 7731018133')
  })
})

describe('an entry of OFSI’s list under two regimes', () => {
  it('keeps both, and both days', () => {
    const text = new TextDecoder('windows-1252').decode(fixture('uk-ofsi/layout-2018.csv'))
    const second = text.replace(
      'Individual,AKA,Invented regime,01/04/2016',
      'Individual,AKA,Other regime,28/04/2010',
    )
    const [person] = parseList('uk-ofsi', utf8(second)).listings
    expect(person).toMatchObject({ programs: ['Invented regime', 'Other regime'], listedOn: '2010-04-28' })
    expect(person?.remarks).toContain('Listed on: 01/04/2016; 28/04/2010')
  })
})

describe('OFSI’s list since 2022', () => {
  const { listings } = parseFixture('uk-ofsi/layout-2022.csv')
  const [person, ship, company] = listings

  it('marks weak aliases and keeps other scripts', () => {
    expect(person?.names).toEqual([
      { name: 'Velmor MITHOO', type: 'primary', strength: 'strong' },
      { name: 'Velmor MITHU', type: 'variation', strength: 'strong' },
      { name: 'Велмор', type: 'variation', strength: 'strong' },
      { name: 'COURIER', type: 'alias', strength: 'weak' },
      { name: 'MITTO', type: 'alias', strength: 'strong' },
    ])
  })

  it('opens the fields inside Other Information', () => {
    expect(person).toMatchObject({ gender: 'male', citation: 'GHR9986, Invented', listedOn: '2022-12-08' })
    expect(person?.identifiers).toContainEqual({ type: 'phone', value: '+99 1 001' })
    expect(person?.remarks).toContain('UK statement of reasons: Invented (very) long. Second line.')
    expect(ship).toMatchObject({
      kind: 'vessel',
      identifiers: [{ type: 'IMO', value: '9990001' }],
      countries: ['Comoros'],
      relationships: [{ type: 'owned-by', name: 'Norvex Shipping', text: 'Current owner or operator' }],
    })
    expect(company?.relationships).toEqual([
      { type: 'owned-by', name: 'Norvex Holding', text: 'Parent company' },
      { type: 'owns', name: 'Norvex A', text: 'Subsidiary' },
      { type: 'owns', name: 'Norvex B', text: 'Subsidiary' },
    ])
  })

  it('is the same as xlsx, whatever the file is called', async () => {
    const bytes = await xlsxOf(csvRows('uk-ofsi/layout-2022.csv'))
    const snapshot = parseList('uk-ofsi', [{ name: 'UK_Sanctions_List.xlsx', bytes }])
    expect(snapshot.listings).toEqual(listings)
  })

  it('is refused as the UK Sanctions List, whose name the file may bear', () => {
    expect(() => parseList('uk-sanctions', fixture('uk-ofsi/layout-2022.csv'))).toThrow(/"Unique ID"/)
  })
})

describe('values counted in one cell', () => {
  it.each([
    ['(1) Uganda (2) Uganda (3)Uganda', ['Uganda', 'Uganda', 'Uganda']],
    ['a) General b)Major General', ['General', 'Major General']],
    ['1) Saudi Arabia 2) Qatar', ['Saudi Arabia', 'Qatar']],
    ['(1) 20645897 (2) -', ['20645897']],
    ['(1)-(2) Tunisia (3) Libya', ['Tunisia', 'Libya']],
    ['Fund (2) of Norvex', ['Fund (2) of Norvex']],
    ['(1) Norvex (4) Fund (2) Velmor', ['Norvex (4) Fund', 'Velmor']],
    ['', []],
    ['-', []],
  ])('%s', (text, values) => expect(splitNumbered(text)).toEqual(values))
})
