import { describe, expect, it } from 'vitest'
import { applyDelta } from '../../src/lists/opensanctions.js'
import { parseList } from '../../src/lists/parse.js'
import { splitCell } from '../../src/lists/targets-csv.js'
import { snapshotSchema } from '../../src/model/listing.js'
import { fixture, parseFixture, utf8, withoutOrder } from './world-fixtures.js'

describe('entities.ftm.json', () => {
  const { listings, issues, published } = parseFixture('opensanctions/entities.ftm.json')
  const [person, company, ship] = listings

  it('has a listing for each target', () => {
    expect(listings.map(({ id }) => id)).toEqual(['NK-velmor', 'NK-norvex', 'NK-star'])
    expect(published).toBe('2026-03-04')
  })

  it('leads with the caption; weak and former names keep their mark', () => {
    expect(person?.names).toEqual([
      { name: 'Tariq VELMOR', type: 'primary', strength: 'strong' },
      { name: 'VELMOR, Tariq', type: 'variation', strength: 'strong' },
      { name: 'Tarek Velmor', type: 'alias', strength: 'unstated' },
      { name: 'Tariq Idris', type: 'former', strength: 'unstated' },
      { name: 'The Courier', type: 'alias', strength: 'weak' },
    ])
  })

  it('takes in the address, the papers, the wallet and the sanctions that are records of their own', () => {
    expect(person).toMatchObject({
      addresses: [
        { text: '9 Invented Street, Aden', street: '9 Invented Street', city: 'Aden', country: 'ye' },
      ],
      identifiers: [
        { type: 'passport', value: 'YE990011' },
        { type: 'diplomatic passport', value: 'YE990022', country: 'ye' },
        { type: 'wallet', value: '0xinvented9900' },
      ],
      authority: 'Invented Ministry',
      listedOn: '2019-05-06',
      citation: 'INV/9',
      url: 'https://example.org/1',
    })
    expect(ship).toMatchObject({
      kind: 'vessel',
      identifiers: [{ type: 'IMO', value: '9990001' }],
      countries: ['ga'],
    })
  })

  it('leaves an ended sanction out of the programs, and keeps it in the remarks', () => {
    expect(person?.programs).toEqual(['INV-1'])
    expect(person?.remarks).toContain('Old program; 2009-05-06; 2015')
  })

  it('gives both ends of a relation, and drops stakes that ended', () => {
    expect(company?.relationships).toEqual([
      {
        type: 'owned-by',
        listingId: 'NK-velmor',
        name: 'Tariq VELMOR',
        text: 'Ownership: 51 %, since 2015-11-25',
      },
      { type: 'owned-by', name: 'Norvex Holding', text: 'Ownership: 49 %' },
      { type: 'led-by', listingId: 'NK-velmor', name: 'Tariq VELMOR', text: 'Directorship: Director' },
    ])
    expect(person?.relationships?.map(({ type }) => type)).toEqual(['owns', 'leads', 'family'])
    expect(issues.find(({ code }) => code === 'ended')?.message).toMatch(/^1 stakes/)
  })

  it('refuses a record that is there twice, and one without a schema', () => {
    const text = new TextDecoder().decode(fixture('opensanctions/entities.ftm.json'))
    expect(() => parseList('opensanctions', utf8(text + text))).toThrow(/expected each record once/)
    expect(() => parseList('opensanctions', utf8('{"id":"x","properties":{}}\n'))).toThrow(/id, schema/)
  })

  it('takes parties as listed where no record is marked as a target', () => {
    const text = new TextDecoder().decode(fixture('opensanctions/entities.ftm.json'))
    const { listings: all } = parseList(
      'opensanctions',
      utf8(text.replace(/, "target": (?:true|false)/g, '')),
    )
    expect(all.map(({ id }) => id)).toContain('NK-holding')
    expect(all.map(({ id }) => id)).not.toContain('own-1')
  })
})

describe('targets.nested.json', () => {
  it('gives the listings of entities.ftm.json', () => {
    const flat = parseFixture('opensanctions/entities.ftm.json')
    const nested = parseFixture('opensanctions/targets.nested.json')
    expect(withoutOrder(nested)).toEqual(withoutOrder(flat))
  })

  it('refuses records nested without end', () => {
    const nested = (levels: number) => {
      let entity = '"x"'
      for (let depth = 0; depth < levels; depth++)
        entity = `{"id":"e${depth}","schema":"Person","properties":{"associates":[${entity}]}}`
      return () => parseList('opensanctions', utf8(`${entity}\n`))
    }
    expect(nested(30)).toThrow(/at most 20 deep/)
    expect(nested(5_000)).toThrow(/at most 100 nested values/)
  })
})

describe('targets.simple.csv', () => {
  const { listings, published } = parseFixture('opensanctions/targets-16.csv')

  it('takes cells apart, quotes respected', () => {
    expect(listings[0]).toMatchObject({
      id: 'NK-velmor',
      kind: 'person',
      names: [{ name: 'Tariq VELMOR' }, { name: 'Тарик Велмор' }, { name: 'Tarek Velmor' }],
      addresses: [{ text: '9 Invented Street, Aden' }, { text: 'Old Town; House 3' }],
      identifiers: [
        { type: 'identifier', value: 'YE990011' },
        { type: 'phone', value: '+99 1 000' },
        { type: 'email', value: 'velmor@example.org' },
      ],
      programs: ['INV-1', 'INV-2'],
    })
    expect(listings[0]?.remarks).toBeUndefined()
    expect(listings[1]?.names[1]?.name).toBe('Star "V"')
    expect(listings[1]).toMatchObject({ kind: 'vessel', identifiers: [{ type: 'IMO', value: '9990001' }] })
    expect(listings[2]).toMatchObject({ kind: null, names: [{ name: 'Norvex Trading' }] })
    expect(published).toBe('2026-03-13')
  })

  it('reads the older form without program_ids', () => {
    const older = parseFixture('opensanctions/targets-15.csv')
    expect(older.listings).toEqual(listings.map((listing) => ({ ...listing, programs: [] })))
    expect(older.issues).toEqual([])
  })

  it.each([
    ['a;b', ['a', 'b']],
    ['""', []],
    ['"a;b";c', ['a;b', 'c']],
    ['"a ""b""";c', ['a "b"', 'c']],
    ['a "b";c', ['a "b"', 'c']],
    ['"open;c', ['"open', 'c']],
    ['"a"b;c', ['"a"b', 'c']],
  ])('%s', (cell, values) => expect(splitCell(cell)).toEqual(values))
})

describe('senzing.json', () => {
  it('reads features by their own keys', () => {
    const { listings, published } = parseFixture('opensanctions/senzing.json')
    expect(listings[0]).toMatchObject({
      id: 'NK-velmor',
      source: 'OS_INVENTED',
      kind: 'person',
      gender: 'male',
      names: [
        { name: 'Tariq Velmor', type: 'primary', strength: 'strong' },
        { name: 'Tarek Velmor', type: 'alias', strength: 'unstated' },
      ],
      addresses: [{ text: '9 Invented Street, Aden' }],
      birthDates: [{ text: '1961-02-03' }],
      birthPlaces: ['Taizz'],
      countries: ['ye'],
      identifiers: [
        { type: 'passport', value: 'YE990011', country: 'ye' },
        { type: 'wikidataId', value: 'Q990' },
        { type: 'website', value: 'https://velmor.example.org' },
      ],
      relationships: [{ type: 'family', listingId: 'NK-kasmir', text: 'Family' }],
      remarks: 'Topics: sanction\ndate of death: 2020',
    })
    expect(listings[1]).toMatchObject({ kind: 'organization', countries: ['ye'] })
    expect(published).toBe('2026-03-01')
  })
})

describe('a delta', () => {
  const base = parseFixture('opensanctions/entities.ftm.json')
  const delta = fixture('opensanctions/entities.delta.json')
  const next = parseFixture('opensanctions/entities.next.ftm.json')
  const line = (op: string, entity: object) => utf8(`${JSON.stringify({ op, entity })}\n`)

  it('gives what parsing the next version gives, also for stakes and addresses that others point to', () => {
    const applied = applyDelta(base, delta)
    const byId = (snapshot: typeof base) => withoutOrder(snapshot).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(applied)).toEqual(byId(next))
    expect(applied.published).toBe('2026-03-05')
    expect(snapshotSchema.safeParse(applied).success).toBe(true)
  })

  it('has a digest of both, and leaves the base as it was', () => {
    const before = JSON.stringify(base)
    const applied = applyDelta(base, delta)
    expect(applied.sha256).not.toBe(base.sha256)
    expect(applyDelta(base, delta).sha256).toBe(applied.sha256)
    expect(JSON.stringify(base)).toBe(before)
  })

  it('is never read as the list', () => {
    expect(() => parseList('opensanctions', delta)).toThrow(/got a delta/)
  })

  it('is refused whole where it belongs to another version', () => {
    expect(() => applyDelta(base, line('DEL', { id: 'NK-nobody' }))).toThrow(/not there/)
    expect(() =>
      applyDelta(base, line('MOD', { id: 'NK-nobody', schema: 'Person', properties: {} })),
    ).toThrow(/not there/)
    expect(() => applyDelta(base, line('ADD', { id: 'NK-star', schema: 'Vessel', properties: {} }))).toThrow(
      /there already/,
    )
    expect(() => applyDelta(base, line('PUT', { id: 'NK-star' }))).toThrow(/ADD, MOD or DEL/)
  })

  it('is refused wherever a change is cut; a missing last line end is reported', () => {
    for (let length = 1; length < delta.length; length++) {
      if (delta[length - 1] === 0x0a) continue
      if (delta[length] === 0x0a)
        expect(applyDelta(base, delta.subarray(0, length)).issues[0]?.code).toBe('no-final-newline')
      else expect(() => applyDelta(base, delta.subarray(0, length))).toThrow(/delta/)
    }
  })

  it('needs a snapshot with its records', () => {
    expect(() => applyDelta(parseFixture('opensanctions/targets-16.csv'), delta)).toThrow(
      /with its records, got one without .*; parse the file again/,
    )
  })
})
