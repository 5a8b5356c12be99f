import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseRemarks } from '../../src/lists/remarks.js'
import { parseOfac } from '../../src/lists/us-ofac.js'
import { type ListFile, type Listing, type Snapshot, snapshotSchema } from '../../src/model/listing.js'
import { cpuTime } from '../cpu-time.js'

const fixtures = new URL('../fixtures/us-ofac/', import.meta.url)
const file = (name: string, as = name): ListFile => ({
  name: as,
  bytes: new Uint8Array(readFileSync(new URL(name, fixtures))),
})
const text = (name: string, content: string): ListFile => ({ name, bytes: new TextEncoder().encode(content) })
const set = () => [file('sdn.csv'), file('add.csv'), file('alt.csv'), file('sdn_comments.csv')]
const parse = (files: readonly ListFile[]) => parseOfac('us-ofac-sdn', files)

/** The set with one file replaced. */
const withFile = (other: ListFile) => set().map((one) => (one.name === other.name ? other : one))
const content = (name: string) => new TextDecoder().decode(file(name).bytes)

function listing(snapshot: Snapshot, id: string): Listing {
  const found = snapshot.listings.find((one) => one.id === id)
  if (!found) throw new Error(`no listing ${id}`)
  return found
}

const codes = (snapshot: Snapshot) => snapshot.issues.map((issue) => issue.code)

function failure(files: readonly ListFile[], list = 'us-ofac-sdn'): ConsigneeError {
  try {
    parseOfac(list, files)
  } catch (error) {
    if (error instanceof ConsigneeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the four files of the SDN list', () => {
  const snapshot = parse(set())

  it('give one listing for each row of sdn.csv, each valid against the schema', () => {
    expect(snapshot.listings.map(({ id }) => id)).toEqual(['900001', '900002', '900003', '900004', '900005'])
    expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
  })

  it('have no issue but the one birth date that is not a date', () => {
    expect(snapshot.issues).toEqual([
      {
        code: 'bad-birth-date',
        where: 'sdn.csv line 1',
        message: 'expected a birth date, got "spring of 1969"',
      },
    ])
  })

  it('carry no date of their own', () => {
    expect(snapshot.published).toBeNull()
    expect(snapshot.listings.every((one) => one.listedOn === null)).toBe(true)
  })

  it('say what each entry is; nothing in the type column is an organization', () => {
    expect(snapshot.listings.map(({ kind }) => kind)).toEqual([
      'person',
      'vessel',
      'aircraft',
      'organization',
      'organization',
    ])
  })

  it('hold strong names in alt.csv and weak ones in the remarks', () => {
    expect(listing(snapshot, '900001').names).toEqual([
      { name: 'VARNOMIR, Tolbek', type: 'primary', strength: 'strong' },
      { name: 'VARNAMIR, Talbek', type: 'alias', strength: 'strong' },
      { name: 'TOLLY', type: 'alias', strength: 'weak' },
      { name: 'THE; OTTER', type: 'former', strength: 'weak' },
    ])
    expect(listing(snapshot, '900002').names[1]).toEqual({
      name: 'GLAD OTTER',
      type: 'former',
      strength: 'strong',
    })
    expect(listing(snapshot, '900004').names[1]?.type).toBe('variation')
  })

  it('divide programs at "] ["', () => {
    expect(listing(snapshot, '900001').programs).toEqual(['NPWMD', 'IFSR'])
    expect(listing(snapshot, '900005').programs).toEqual(['CUBA'])
  })

  it('hold addresses in fields; a row of nulls is no address', () => {
    expect(listing(snapshot, '900001').addresses).toEqual([
      {
        text: '12 Ninth Lane, Sablograd 720000, Kyrgyzstan',
        street: '12 Ninth Lane',
        city: 'Sablograd 720000',
        country: 'Kyrgyzstan',
      },
      { text: 'Region: Crimea', country: 'Region: Crimea' },
    ])
    expect(listing(snapshot, '900002').addresses).toEqual([])
    expect(listing(snapshot, '900004').remarks).toContain('Address: temporary')
  })

  it('hold birth dates, places and nationalities in the remarks', () => {
    const person = listing(snapshot, '900001')
    expect(person.birthDates.map(({ text, earliest, latest }) => [text, earliest, latest])).toEqual([
      ['01 Jan 1970 to 31 Dec 1971', '1970-01-01', '1971-12-31'],
      ['circa 1968', '1966-01-01', '1970-12-31'],
      ['spring of 1969', null, null],
    ])
    expect(person.birthPlaces).toEqual(['Sablograd, Kyrgyzstan', "O'Hara's Point"])
    expect(person.countries).toEqual(['Korea, North', 'Uzbekistan'])
  })

  it('hold numbers in the remarks, with the country that issued them and without their dates', () => {
    expect(listing(snapshot, '900001').identifiers).toEqual([
      { type: 'Passport', value: 'A123', country: 'Iran' },
      { type: 'National ID No.', value: '55-1', country: 'Mexico' },
      { type: 'Telephone', value: '(357)(22660766)' },
    ])
    expect(listing(snapshot, '900005').identifiers).toEqual([
      { type: 'SWIFT/BIC', value: 'QUILZZ22' },
      { type: 'Tax ID No.', value: '0000000001', country: 'Russia' },
      { type: 'Registration Number', value: '77', country: 'Iran' },
      { type: 'Phone Number', value: '000555' },
      { type: 'Interplanetary Permit Number', value: 'X-9', country: 'Chile' },
    ])
    expect(listing(snapshot, '900005').countries).toEqual(['Russia'])
  })

  it('know a ship by IMO number, MMSI and call sign, and an aircraft by serial and tail number but not its model', () => {
    const ship = listing(snapshot, '900002')
    expect(ship.identifiers).toEqual([
      { type: 'Call sign', value: 'ZZ0Z1' },
      { type: 'IMO', value: '0000017' },
      { type: 'MMSI', value: '000000001' },
    ])
    expect(ship.countries).toEqual(['Panama'])
    expect(ship.remarks).toContain(
      'Vessel type: Crude Oil Tanker\nTonnage: 99,030\nGross registered tonnage: 56,068\nVessel owner: Otter Lines',
    )
    expect(listing(snapshot, '900003').identifiers.map(({ value }) => value)).toEqual([
      '8401',
      '0023409321',
      'ZZ-GON',
    ])
  })

  it('keep the remarks to the letter, after the title', () => {
    const { remarks } = listing(snapshot, '900001')
    expect(remarks?.startsWith('Title: Director\nDOB 01 Jan 1970 to 31 Dec 1971; alt. DOB circa 1968;')).toBe(
      true,
    )
    expect(remarks?.endsWith('Linked To: QUILL GROUP S.A.')).toBe(true)
  })

  it('continue remarks of 1,000 characters in the comments file: the wallet cut in two is whole', () => {
    const company = listing(snapshot, '900004')
    const wallets = company.identifiers.filter(({ type }) => type.startsWith('Digital Currency'))
    expect(wallets).toEqual([
      { type: 'Digital Currency Address - XBT', value: '1FakeWa11etAddre55' },
      { type: 'Digital Currency Address - ETH', value: '0x0000000000000000000000000000000000000001' },
    ])
    expect(company.names.at(-1)).toEqual({ name: 'QG', type: 'alias', strength: 'weak' })
  })

  it('state gender, and to whom a party is linked or a ship belongs', () => {
    expect(listing(snapshot, '900001')).toMatchObject({
      gender: 'male',
      relationships: [{ type: 'other', name: 'QUILL GROUP S.A', text: 'Linked To' }],
    })
    expect(listing(snapshot, '900002').relationships).toEqual([
      { type: 'owned-by', name: 'Otter Lines', text: 'Vessel owner' },
    ])
    expect(listing(snapshot, '900003').relationships?.[0]?.name).toBe('QUILL AIR')
  })

  it('keep a space on which the remarks were cut', () => {
    const first = `1,"A",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${'x'.repeat(999)} "\r\n\x1a`
    const [only] = parse([text('sdn.csv', first), text('sdn_comments.csv', '1,"y."\r\n\x1a')]).listings
    expect(only?.remarks).toBe(`${'x'.repeat(999)} y.`)
  })
})

describe('the set of files', () => {
  it('is told by the names, whatever their case, order and folder', () => {
    const renamed = set()
      .map(({ name, bytes }) => ({ name: `C:\\ofac\\${name.toUpperCase()}`, bytes }))
      .reverse()
    expect(parse(renamed).listings).toEqual(parse(set()).listings)
  })

  it('of the non-SDN lists has names of its own', () => {
    const snapshot = parseOfac('us-ofac-cons', [file('cons_prim.csv')])
    expect(snapshot.listings[0]).toMatchObject({ list: 'us-ofac-cons', programs: ['NS-PLC'] })
  })

  it('of the non-SDN lists prohibits where the program does, and gives its law', () => {
    const row = (program: string, remarks = '-0- ') =>
      `900101,"UMBRA, Ada","individual","${program}",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\r\n\x1a`
    const effectOf = (program: string, remarks?: string, list = 'us-ofac-cons') => {
      const name = list === 'us-ofac-cons' ? 'cons_prim.csv' : 'sdn.csv'
      const bytes = new TextEncoder().encode(row(program, remarks))
      const [listing] = parseOfac(list, [{ name, bytes }]).listings
      return [listing?.effect, listing?.citation]
    }
    const none = [undefined, undefined]
    const on = (number: string) =>
      `Executive Order 14024 Directive Information Subject to Directive ${number} - …`
    for (const mild of ['NS-PLC', 'UKRAINE-EO13662', 'CMIC-EO13959', '561-Related', 'RUSSIA-EO14024', 'NEW'])
      expect([mild, effectOf(mild)]).toEqual([mild, none])
    expect(effectOf('FSE-IR')).toEqual(['prohibited', 'E.O. 13608, section 1'])
    expect(effectOf('SDGT] [NS-PLC')).toEqual(['prohibited', 'E.O. 13224; 31 CFR 594.201'])
    expect(effectOf('RUSSIA-EO14024', on('3'))).toEqual(none)
    expect(effectOf('RUSSIA-EO14024', on('1a'))).toEqual(none)
    expect(effectOf('RUSSIA-EO14024', on('4'))[0]).toBe('prohibited')
    // Directive 4 of another order forbids goods for some oil projects alone.
    const oil = 'Executive Order 13662 Directive Determination - Subject to Directive 4'
    expect(effectOf('UKRAINE-EO13662] [RUSSIA-EO14024', oil)).toEqual(none)
    const risk = `${oil}; Secondary sanctions risk: See Section 11 of Executive Order 14024.`
    expect(effectOf('UKRAINE-EO13662] [RUSSIA-EO14024', risk)[0]).toBe('prohibited')
    expect(effectOf('UKRAINE-EO13662', risk)).toEqual(none)
    expect(effectOf('FSE-IR', undefined, 'us-ofac-sdn')).toEqual(none)
  })

  it('reports each file that is missing, and remarks whose rest is missing with it', () => {
    const snapshot = parse([file('sdn.csv')])
    const missing = snapshot.issues.filter(({ code }) => code === 'missing-file').map(({ where }) => where)
    expect(missing).toEqual(['add.csv', 'alt.csv', 'sdn_comments.csv'])
    expect(codes(snapshot)).toContain('cut-remarks')
  })

  it('may be one file without a name, taken as the primary one', () => {
    expect(parse([file('sdn.csv', '')]).listings).toHaveLength(5)
  })

  it('cannot do without the primary file, hold a file twice, or files of the other list', () => {
    expect(failure([file('add.csv'), file('alt.csv')]).message).toContain('expected sdn.csv')
    expect(failure([]).message).toContain('got no file')
    expect(failure([...set(), file('add.csv')]).message).toContain('got two of this name')
    expect(failure([file('cons_prim.csv')]).message).toContain('cons')
    expect(failure(set(), 'us-ofac-cons').message).toContain('sdn')
  })

  it('reports a file it does not know', () => {
    expect(codes(parse([...set(), text('readme.csv', 'x')]))).toContain('unknown-file')
  })

  it('has a digest that does not depend on the order of the files', () => {
    expect(parse(set().reverse()).sha256).toBe(parse(set()).sha256)
  })
})

describe('rows that do not fit', () => {
  it('are reported when they belong to no entry, with what they say', () => {
    const extra = `${content('add.csv').replace('\x1a', '')}999999,9,"1 Lost Lane",-0- ,-0- ,-0- \r\n\x1a`
    const snapshot = parse(withFile(text('add.csv', extra)))
    const orphan = snapshot.issues.find(({ code }) => code === 'orphan-row')
    expect(orphan?.where).toBe('add.csv line 5')
    expect(orphan?.message).toContain('1 Lost Lane')
  })

  it('are kept when a uid is there twice, under ids that differ', () => {
    const twice = content('sdn.csv').replace('900005,"PLAIN', '900004,"PLAIN')
    const snapshot = parse(withFile(text('sdn.csv', twice)))
    expect(snapshot.listings.slice(-2).map(({ id }) => id)).toEqual(['900004', '900004-2'])
    expect(codes(snapshot)).toContain('duplicate-id')
  })

  it('keep an unknown type or alias type, and are reported', () => {
    const odd = parse(withFile(text('sdn.csv', content('sdn.csv').replace('"vessel"', '"submarine"'))))
    expect(listing(odd, '900002').kind).toBeNull()
    expect(codes(odd)).toContain('unknown-type')
    const alias = parse(withFile(text('alt.csv', content('alt.csv').replace('"aka"', '"pka"'))))
    expect(listing(alias, '900001').names[1]?.type).toBe('alias')
    expect(codes(alias)).toContain('unknown-alias-type')
  })

  it('are reported when an alias is empty', () => {
    const snapshot = parse(withFile(text('alt.csv', '900001,1,"aka",-0- ,-0- \r\n\x1a')))
    expect(codes(snapshot)).toContain('empty-alias')
  })
})

describe('the end mark 0x1A', () => {
  it('is missing: the file may be cut at a row, which is reported', () => {
    const snapshot = parse(withFile(text('sdn.csv', content('sdn.csv').replace('\x1a', ''))))
    expect(snapshot.issues[0]).toMatchObject({ code: 'no-end-mark', where: 'sdn.csv' })
    expect(snapshot.listings).toHaveLength(5)
  })

  it('stands in the middle: files were joined, and nothing is read', () => {
    const joined = content('sdn.csv') + content('cons_prim.csv')
    expect(failure([text('sdn.csv', joined)]).message).toContain('expected nothing after the end mark')
  })

  it('is followed by commas and the columns have names: a spreadsheet has saved the file, which is reported', () => {
    const header = 'ID,Name,Type,Country,Title,F,G,H,I,J,K,Details\n'
    const snapshot = parse(withFile(text('sdn.csv', `${header}${content('sdn.csv')},,,,,,,,,,,\n`)))
    expect(snapshot.listings).toHaveLength(5)
    expect(codes(snapshot)).toEqual(expect.arrayContaining(['resaved', 'extra-header']))
  })
})

describe('a file that must not be used', () => {
  const whole = content('sdn.csv')
  const cases: readonly (readonly [string, string, string])[] = [
    ['is empty', '', 'expected at least one entry'],
    ['holds only the end mark', '\x1a', 'expected at least one entry'],
    ['is a web page', '<html><body class="x">no</body></html>', 'HTML page'],
    ['is OFAC’s XML', '<?xml version="1.0"?><sdnList></sdnList>', 'got XML'],
    ['is divided by semicolons', whole.replaceAll('","', '";"').replaceAll(',', ';'), 'sdn.csv line 1'],
    ['ends inside a quoted field', whole.slice(0, 300), 'expected a closing quote'],
    ['ends inside a row', whole.slice(0, whole.indexOf(',"Crude')), 'line 2: expected 12 columns, got 6'],
    ['has a row without a number', whole.replace('900003', 'nine'), 'got "nine"'],
  ]
  it.each(cases)('%s: says what was expected and what came', (_, bytes, message) => {
    const error = failure(withFile(text('sdn.csv', bytes)))
    expect(error.code).toBe('unreadable-list')
    expect(error.message).toContain(message)
    expect(error.message).toContain('sdn.csv')
  })
})

describe('remarks', () => {
  const values = (remarks: string) => parseRemarks(remarks).identifiers.map(({ value }) => value)

  it('lose no field to a parenthesis or quote that never closes, however long what follows is', () => {
    const note = 'x'.repeat(600)
    expect(values(`Minister (since 2001; Passport A1; Passport A2; ${note}; Passport A3.`)).toEqual([
      'A1',
      'A2',
      'A3',
    ])
    expect(values(`a.k.a. 'OPEN; Passport A1; ${note}.`)).toEqual(['A1'])
  })

  it('keep "; " inside parentheses and quotes together', () => {
    const remarks = parseRemarks("Tax ID No. 1 (Osterov; Russia); a.k.a. 'ONE; TWO'; Passport A1.")
    expect(remarks.identifiers).toEqual([
      { type: 'Tax ID No.', value: '1', country: 'Osterov; Russia' },
      { type: 'Passport', value: 'A1' },
    ])
    expect(remarks.names).toEqual([{ name: 'ONE; TWO', type: 'alias', strength: 'weak' }])
  })

  it('take an alias without quotes as one of unstated strength', () => {
    expect(parseRemarks('a.k.a. PLAIN.').names).toEqual([
      { name: 'PLAIN', type: 'alias', strength: 'unstated' },
    ])
  })

  it('hold no number where only a label or a country stands', () => {
    expect(values('Passport (France); Passport issued 9 Jun 2000; U.S.A. Passport; License.')).toEqual([])
  })

  it('answer hostile texts in time linear to their length', () => {
    const start = cpuTime()
    for (const unit of ['; ', '(', "a.k.a. '; ", 'Passport (', 'DOB 1 to ', ' (x)', 'A Number ', '.']) {
      parseRemarks(unit.repeat(90_000 / unit.length))
      parseRemarks(`Passport 1${unit.repeat(90_000 / unit.length)}`)
    }
    expect(cpuTime() - start).toBeLessThan(5_000)
  })
})
