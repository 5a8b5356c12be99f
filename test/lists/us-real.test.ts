import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCsl } from '../../src/lists/us-csl.js'
import { parseOfac } from '../../src/lists/us-ofac.js'
import { type ListFile, type Snapshot, snapshotSchema } from '../../src/model/listing.js'

/**
 * The publishers' own files, where they lie next to the project; they are never part of it. Counts are compared with
 * a second, dumb reader that shares no code with the parsers.
 */

const shared = new URL('../../../shared/lists/', import.meta.url)
const file = (path: string, name = path.slice(path.lastIndexOf('/') + 1)): ListFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(path, shared))),
})

/** Splits csv by a state machine over characters. */
function dumbRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!
    if (quoted && character === '"' && text[index + 1] === '"') {
      field += '"'
      index++
    } else if (character === '"') quoted = !quoted
    else if (quoted) field += character
    else if (character === ',') {
      row.push(field)
      field = ''
    } else if (character === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
    } else if (character !== '\r') field += character
  }
  return row.length > 0 ? [...rows, [...row, field]] : rows
}

const dumbFile = (path: string) => dumbRows(readFileSync(new URL(path, shared), 'utf8'))
const count = (snapshot: Snapshot, key: 'names' | 'addresses' | 'birthDates') =>
  snapshot.listings.reduce((sum, listing) => sum + listing[key].length, 0)
const tally = (values: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
const issuesOf = (snapshot: Snapshot) => tally(snapshot.issues.map(({ code }) => code))

describe.skipIf(!existsSync(new URL('us_csl', shared)))(
  'the Consolidated Screening List (skipped without ../shared/lists)',
  () => {
    const path = 'us_csl/2022-05-16/consolidated.csv'
    const snapshot = parseCsl('us-csl', [file(path)])
    const [header = [], ...rows] = dumbFile(path)
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)]!)

    it('of 2022-05-16 holds 14,160 records of 13 lists, none lost', () => {
      expect(tally(snapshot.listings.map(({ source }) => source!))).toEqual({
        SDN: 10_026,
        EL: 2_001,
        DTC: 727,
        DPL: 462,
        SSI: 290,
        UVL: 201,
        ISN: 163,
        PLC: 78,
        MEU: 71,
        CMIC: 68,
        CAP: 53,
        'NS-MBS': 17,
        FSE: 3,
      })
      expect(snapshot.listings).toHaveLength(14_160)
      expect(rows).toHaveLength(14_160)
      expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
    })

    it('has three issues, all junk dates, and is dated by its newest start date', () => {
      expect(issuesOf(snapshot)).toEqual({ 'bad-date': 3 })
      expect(snapshot.published).toBe('2022-04-21')
    })

    it('has ids that are unique, and OFAC’s own number wherever there is one', () => {
      expect(new Set(snapshot.listings.map(({ id }) => id)).size).toBe(14_160)
      const numbers = column('entity_number')
      const kept = snapshot.listings.filter(
        ({ id }, index) => numbers[index] && id.replace(/-2$/, '').endsWith(`-${numbers[index]}`),
      )
      expect(kept).toHaveLength(numbers.filter((number) => number !== '').length)
    })

    it('keeps every address and every birth date the dumb reader sees', () => {
      const parts = (name: string) => column(name).flatMap((cell) => (cell === '' ? [] : cell.split('; ')))
      expect(count(snapshot, 'addresses')).toBe(parts('addresses').length)
      expect(count(snapshot, 'birthDates')).toBe(parts('dates_of_birth').length)
      expect(snapshot.listings.every(({ birthDates }) => birthDates.every(({ earliest }) => earliest))).toBe(
        true,
      )
    })

    it('keeps every letter of every name, and makes as many names as there are "; " where no mark stands', () => {
      const letters = (text: string) =>
        [...text.replace(/\band\b|[afn]\.k\.a\.?|[^\p{L}\p{N}]/giu, '')].sort().join('')
      const names = column('name')
      const aliases = column('alt_names')
      for (const [index, listing] of snapshot.listings.entries()) {
        const written = `${names[index]} ${aliases[index]}`
        const made = listing.names.map(({ name }) => name).join(' ')
        expect(letters(made)).toBe(letters(written))
        if (/k\.a/i.test(written)) continue
        expect(listing.names.length).toBe(
          1 + (aliases[index] === '' ? 0 : aliases[index]!.split(/; ?/).length),
        )
      }
    })

    it('loses no value of ids: each number is an identifier, a country or in the remarks', () => {
      const cells = column('ids')
      for (const [index, listing] of snapshot.listings.entries()) {
        const kept = `${JSON.stringify(listing.identifiers)} ${JSON.stringify(listing.remarks ?? '')}`
        for (const entry of cells[index] === '' ? [] : cells[index]!.split('; ')) {
          const value = JSON.stringify(
            entry.split(', ').at(-2)!.replace(/^IMO /, '').replace(/\s+/g, ' '),
          ).slice(1, -1)
          expect(kept).toContain(value)
        }
      }
    })

    it('of 2023-11, cut inside its last row, is refused; up to the last whole row it is read', () => {
      const cut = file('us_csl/2023-11_partial/consolidated.csv')
      expect(() => parseCsl('us-csl', [cut])).toThrow(/line 4233: expected a closing quote/)
      const bytes = cut.bytes.subarray(0, cut.bytes.lastIndexOf(0x0a) + 1)
      const whole = parseCsl('us-csl', [{ name: cut.name, bytes }])
      const expected = dumbRows(new TextDecoder().decode(bytes)).filter((row) => row[1] !== 'source')
      expect(whole.listings).toHaveLength(expected.length)
      expect(issuesOf(whole)).toEqual({ 'extra-header': 1, 'wrong-country': 7 })
      const passports = whole.listings.flatMap(({ identifiers }) =>
        identifiers.filter(({ type }) => type === 'Passport'),
      )
      expect(passports.length).toBeGreaterThan(300)
      expect(passports.every(({ value }) => /\d/.test(value) && !/ \d{4}$|, /.test(value))).toBe(true)
    })

    it('as json: the envelope of 2026 and the samples of the search API', () => {
      const json = parseCsl('us-csl', [file('us_csl/samples_2026/consolidated.sample.json')])
      expect(json.published).toBe('2026-09-25')
      expect(json.listings.map(({ list }) => list)).toEqual(['us-ofac-sdn', 'us-bis-entity', 'us-state-isn'])
      for (const name of 'cap ccmc cmic dpl dtc el eo13599 fse isn mbs meu part561 plc sdn ssi uvl'.split(
        ' ',
      )) {
        const sample = file(`us_csl/api_json_samples/${name}.json`)
        const { length } = JSON.parse(new TextDecoder().decode(sample.bytes))
        const { listings, issues } = parseCsl('us-csl', [sample])
        expect(listings).toHaveLength(length)
        expect(issues.filter(({ code }) => code !== 'doubtful-date')).toEqual([])
        expect(listings.every(({ list }) => list !== 'us-csl')).toBe(true)
      }
    })
  },
)

describe.skipIf(!existsSync(new URL('us_ofac', shared)))(
  'OFAC’s csv files (skipped without ../shared/lists)',
  () => {
    const sdn = ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv']
    const cons = ['cons_prim.csv', 'cons_add.csv', 'cons_alt.csv', 'cons_comments.csv']
    const set = (folder: string, names: readonly string[]) =>
      names.map((name) => file(`us_ofac/${folder}/${name}`))
    const dumb = (path: string) => dumbFile(path).filter((row) => row[0] !== '\x1a')

    it.each([
      ['us-ofac-sdn', '2021-07', sdn, 8_976, 11_910, 2_441],
      ['us-ofac-sdn', '2019-01', sdn, 7_379, 9_682, 2_037],
      ['us-ofac-cons', 'cons_2025-12', cons, 442, 1_073, 72],
    ] as const)(
      '%s of %s: every entry, alias and address is there',
      (list, folder, files, entries, aliases, weak) => {
        const snapshot = parseOfac(list, set(folder, files))
        expect(() => snapshotSchema.parse(snapshot)).not.toThrow()
        expect(snapshot.listings).toHaveLength(entries)
        expect(dumb(`us_ofac/${folder}/${files[0]}`)).toHaveLength(entries)
        expect(dumb(`us_ofac/${folder}/${files[2]}`)).toHaveLength(aliases)
        const names = snapshot.listings.flatMap((listing) => listing.names)
        expect(names.filter(({ strength }) => strength === 'strong')).toHaveLength(entries + aliases)
        expect(names.filter(({ strength }) => strength === 'weak')).toHaveLength(weak)
        expect(names).toHaveLength(entries + aliases + weak)
        const addresses = dumb(`us_ofac/${folder}/${files[1]}`)
        const filled = addresses.filter((row) => row.slice(2, 5).some((cell) => cell !== '-0- '))
        expect(count(snapshot, 'addresses')).toBe(filled.length)
        if (folder === '2021-07') expect(addresses).toHaveLength(13_837)
        expect(Object.keys(issuesOf(snapshot)).filter((code) => code !== 'no-end-mark')).toEqual([])
      },
    )

    it('of 2021-07 hold each weak alias and each birth date that stands in the remarks', () => {
      const snapshot = parseOfac('us-ofac-sdn', set('2021-07', sdn))
      const remarks = [...dumb('us_ofac/2021-07/sdn.csv').map((row) => row[11]!)].join('\n')
      const spill = dumb('us_ofac/2021-07/sdn_comments.csv')
        .map((row) => row[1]!)
        .join('\n')
      const seen = (pattern: RegExp) => `${remarks}\n${spill}`.match(pattern)?.length
      const weak = snapshot.listings.flatMap(({ names }) =>
        names.filter(({ strength }) => strength === 'weak'),
      )
      expect(weak).toHaveLength(seen(/[afn]\.k\.a\. '/g)!)
      expect(count(snapshot, 'birthDates')).toBe(seen(/\bDOB (?=\d|circa|[A-Z][a-z]{2} \d)/g))
    })

    it('of 2021-07 hold the wallet that the remarks’ limit cuts in two', () => {
      const { listings } = parseOfac('us-ofac-sdn', set('2021-07', sdn))
      const company = listings.find(({ id }) => id === '30518')
      const wallet = company?.identifiers.find(({ value }) => value.startsWith('1GqChmWqGts'))
      expect(wallet?.value).toMatch(/^[1-9A-HJ-NP-Za-km-z]{34}$/)
    })

    it('saved by a spreadsheet are read, and every trace of it is reported', () => {
      const snapshot = parseOfac('us-ofac-sdn', set('2023-01_resaved', ['sdn.csv', 'add.csv']))
      expect(issuesOf(snapshot)).toEqual({
        resaved: 2,
        'extra-header': 2,
        'missing-file': 2,
        'cut-remarks': 14,
      })
    })

    it('glued together are refused', () => {
      const glued = file('malformed/sdn_plus_cons_prim_concatenated_2022-11.csv', 'sdn.csv')
      expect(() => parseOfac('us-ofac-sdn', [glued])).toThrow(/expected nothing after the end mark 0x1A/)
    })
  },
)
