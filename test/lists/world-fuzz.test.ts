import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { applyDelta, parseOwnList } from '../../src/index.js'
import { parseList } from '../../src/lists/parse.js'
import { type Snapshot, snapshotSchema } from '../../src/model/listing.js'
import { cpuTime } from '../cpu-time.js'
import { csvRows, dfatRows, fixture, odsOf, parseFixture, utf8, xlsxOf } from './world-fixtures.js'

/** Damaged files of each format: refused with the one error class, or read with the damage reported. */

/** What a parser does with a file; any error but ours, and any snapshot that is none, fails the test. */
function attempt(parse: () => Snapshot): Snapshot | null {
  try {
    const snapshot = parse()
    expect(snapshotSchema.safeParse(snapshot).success).toBe(true)
    return snapshot
  } catch (error) {
    if (error instanceof ConsigneeError && error.code === 'unreadable-list') return null
    throw error
  }
}

const own = (bytes: Uint8Array) => parseOwnList('own', bytes, { columns: { name: 'Name 6' } })

interface Case {
  readonly name: string
  readonly bytes: Uint8Array
  readonly parse: (bytes: Uint8Array) => Snapshot
}
const listed = (path: string): Case => ({
  name: path,
  bytes: fixture(path),
  parse: (bytes) => parseList(path.split('/')[0]!, bytes),
})

const markup = [
  'eu-fsf/xml-1.1.xml',
  'eu-fsf/whole.xml',
  'uk-sanctions/list.xml',
  'ch-seco/whole.xml',
  'ca-sema/sema.xml',
]
const json = ['jp-meti/jp.json', 'cn-mofcom/cn.json']
const csv = [
  'eu-fsf/csv-1.1.csv',
  'eu-fsf/csv-1.0.csv',
  'uk-sanctions/list.csv',
  'uk-ofsi/layout-2018.csv',
  'uk-ofsi/layout-2022.csv',
  'opensanctions/targets-16.csv',
]
const jsonLines = [
  'opensanctions/entities.ftm.json',
  'opensanctions/targets.nested.json',
  'opensanctions/senzing.json',
]

const sheets: readonly Case[] = [
  { name: 'au-dfat xlsx', bytes: await xlsxOf(dfatRows), parse: (bytes) => parseList('au-dfat', bytes) },
  { name: 'au-dfat ods', bytes: await odsOf(dfatRows), parse: (bytes) => parseList('au-dfat', bytes) },
  {
    name: 'uk-sanctions ods',
    bytes: await odsOf(csvRows('uk-sanctions/list.csv')),
    parse: (bytes) => parseList('uk-sanctions', bytes),
  },
  {
    name: 'uk-ofsi xlsx',
    bytes: await xlsxOf(csvRows('uk-ofsi/layout-2022.csv')),
    parse: (bytes) => parseList('uk-ofsi', bytes),
  },
  { name: 'own xlsx', bytes: await xlsxOf(csvRows('uk-ofsi/layout-2022.csv')), parse: own },
]
const whole = [...markup, ...json].map(listed)
const open = [...csv, ...jsonLines].map(listed)
const all = [...whole, ...open, ...sheets]

/** A few hundred lengths of a file, each about as far from the next. */
const cuts = (size: number) =>
  Array.from({ length: Math.min(size, 500) }, (_, index) => Math.floor((index * size) / Math.min(size, 500)))

describe('a file cut anywhere', () => {
  it.each(whole)('$name is refused', ({ bytes, parse }) => {
    const end = new TextDecoder().decode(bytes).trimEnd().length
    const size = utf8(new TextDecoder().decode(bytes).slice(0, end)).length
    const read: number[] = []
    for (const length of cuts(size))
      if (attempt(() => parse(bytes.subarray(0, length))) !== null) read.push(length)
    expect(read).toEqual([])
  })

  it.each(sheets)('$name is refused', ({ bytes, parse }) => {
    const read: number[] = []
    for (const length of cuts(bytes.length))
      if (attempt(() => parse(bytes.subarray(0, length))) !== null) read.push(length)
    expect(read).toEqual([])
  })

  it.each(open)(
    '$name is refused, or the cut is reported; only a cut between rows cannot be seen',
    ({ bytes, parse }) => {
      const ends = rowEnds(bytes)
      const unseen: number[] = []
      for (let length = 0; length < bytes.length; length++) {
        const snapshot = attempt(() => parse(bytes.subarray(0, length)))
        if (snapshot?.issues.every(({ code }) => code !== 'no-final-newline')) unseen.push(length)
      }
      expect(unseen.filter((length) => !ends.has(length))).toEqual([])
    },
  )
})

/** Lengths at which a file of rows ends exactly after a row, quotes respected. */
function rowEnds(bytes: Uint8Array): Set<number> {
  const ends = new Set<number>()
  let quoted = false
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0x22) quoted = !quoted
    if (!quoted && (byte === 0x0a || byte === 0x0d)) ends.add(index + 1)
  }
  return ends
}

const folder = new URL('../../../shared/lists/', import.meta.url)
const real: readonly (readonly [string, string])[] = [
  ['eu-fsf', 'eu_fsf/2016-02-11_v1.0_xml/global.xml'],
  ['ca-sema', 'ca_sema/2025-06/sema-lmes.xml'],
  ['uk-ofsi', 'uk/ofsi_2018-04-13/sanctionsconlist.csv'],
  ['au-dfat', 'au_dfat/2024-12/regulation8_consolidated.xlsx'],
  ['jp-meti', 'jp_meti/2026-07_thirdparty/jp.json'],
  ['opensanctions', 'opensanctions/zala_ownership/entities.ftm.json'],
  ['opensanctions', 'opensanctions/ua_war_sanctions_2026-03/targets.simple.csv'],
  ['opensanctions', 'opensanctions/us_congress_senzing/senzing.json'],
  ['opensanctions', 'opensanctions/wd_persons_2024-03/targets.nested.json'],
  ['uk-ofsi', 'uk/ofsi_2025-04-10_2022format/ConList.derived.csv'],
  ['uk-ofsi', 'uk/ofsi_2025-04-10_2022format/UK_Sanctions_List.xlsx'],
  ['au-dfat', 'au_dfat/2024-12/regulation8_consolidated.derived.csv'],
  ['cn-mofcom', 'cn_mofcom/2026-07_thirdparty/cn.json'],
  ['un-sc', 'un_sc/2026-02-27/consolidated.xml'],
  ['us-csl', 'us_csl/2022-05-16/consolidated.csv'],
  ['us-ofac-cons', 'us_ofac/cons_2025-03-28/consolidated.xml'],
  ['us-ofac-cons', 'us_ofac/cons_2020-03-17/cons_advanced.xml'],
  ['us-ofac-cons', 'us_ofac/cons_2025-01-10/CONS_ENHANCED.XML'],
  ['us-bis-dpl', 'us_bis/2023-11/dpl.txt'],
  ['us-state-dtc', 'us_state/itar_debarred_party_list_01242018.csv'],
  ['us-state-isn', 'us_state/isn_33191.csv'],
]

describe('the first 100 kB of a real file, cut at every kilobyte', () => {
  for (const [list, path] of real) {
    const there = existsSync(new URL(path, folder))
    it.skipIf(!there)(`${path}${there ? '' : ' (not in ../shared/lists)'} is never taken as whole`, () => {
      const bytes = new Uint8Array(readFileSync(new URL(path, folder))).subarray(0, 100_000)
      for (let length = 1_000; length <= bytes.length; length += 1_024) {
        const part = bytes.subarray(0, length)
        const snapshot = attempt(() => parseList(list, part))
        if (part[length - 1] === 0x0a) continue
        if (snapshot) expect(snapshot.issues.map(({ code }) => code)).toContain('no-final-newline')
      }
    })
  }
})

describe('bytes changed at random', () => {
  const change = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  })
  const damage = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]) => {
    const copy = Uint8Array.from(bytes)
    for (const [position, byte] of changes) copy[position % copy.length] = byte
    return copy
  }

  it.each(all)('$name is read or refused, never anything else', ({ bytes, parse, name }) => {
    fc.assert(
      fc.property(change, (changes) => {
        try {
          attempt(() => parse(damage(bytes, changes)))
        } catch (error) {
          // A changed header has no longer the column that the caller named.
          if (!(name.startsWith('own') && error instanceof ConsigneeError)) throw error
        }
      }),
      { numRuns: 120 },
    )
  })

  it('a delta is applied or refused', () => {
    const base = parseFixture('opensanctions/entities.ftm.json')
    const delta = fixture('opensanctions/entities.delta.json')
    fc.assert(
      fc.property(change, (changes) => {
        attempt(() => applyDelta(base, damage(delta, changes)))
      }),
      { numRuns: 200 },
    )
  })

  it.each(all)('$name: random texts are refused', ({ parse }) => {
    const texts = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string().map((text) => utf8(text)),
      fc.jsonValue().map((value) => utf8(JSON.stringify([value]))),
      fc.jsonValue().map((value) => utf8(JSON.stringify({ id: 'x', schema: 'Person', properties: value }))),
      fc
        .jsonValue()
        .map((value) => utf8(JSON.stringify({ RECORD_ID: 'x', NAMES: value, RELATIONSHIPS: value }))),
    )
    fc.assert(
      fc.property(texts, (bytes) => {
        try {
          attempt(() => parse(bytes))
        } catch (error) {
          if (!(error instanceof ConsigneeError)) throw error
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('other encodings', () => {
  const utf16 = (bytes: Uint8Array) => {
    const text = new TextDecoder().decode(bytes)
    return Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
    ])
  }
  it.each([...whole, ...open])('$name in UTF-16 is refused', ({ bytes, parse }) => {
    expect(attempt(() => parse(utf16(bytes)))).toBeNull()
  })

  it.each(whole)('$name with a byte of Latin-1 is refused', ({ bytes, parse }) => {
    const at = bytes.lastIndexOf(0x61)
    const copy = Uint8Array.from(bytes)
    copy[at] = 0xe9
    expect(attempt(() => parse(copy))).toBeNull()
  })
})

describe('hostile XML', () => {
  const roots = {
    'eu-fsf': ['export', 'sanctionEntity'],
    'uk-sanctions': ['Designations', 'Designation'],
    'ch-seco': ['swiss-sanctions-list', 'target'],
    'ca-sema': ['data-set', 'record'],
  } as const
  it.each(Object.entries(roots))(
    '%s: entity bombs, deep nesting, huge elements and endless elements are refused',
    (list, [root, record]) => {
      const of = (inside: string, before = '') =>
        attempt(() =>
          parseList(
            list,
            utf8(
              `<?xml version="1.0"?>${before}<${root} list-type="whole-list"><${record}>${inside}</${record}></${root}>`,
            ),
          ),
        )
      const bomb =
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
      expect(of('&b;', bomb)).toBeNull()
      expect(of('&c;', bomb)).toBeNull()
      expect(of('', bomb)).toBeNull()
      expect(of(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)).toBeNull()
      expect(of('x'.repeat(3_000_000))).toBeNull()
      expect(of('<a/>'.repeat(150_000))).toBeNull()
      expect(of(`<a b="${'x'.repeat(3_000_000)}"/>`)).toBeNull()
    },
  )
})

describe('hostile tables and json', () => {
  it('a quote that swallows the file, and a row without end, are refused', () => {
    const lines = new TextDecoder().decode(fixture('uk-ofsi/layout-2022.csv'))
    expect(attempt(() => parseList('uk-ofsi', utf8(`${lines}"${'x'.repeat(200_000)}`)))).toBeNull()
    expect(attempt(() => parseList('uk-ofsi', utf8(`${lines}${','.repeat(200_000)}\n`)))).toBeNull()
  })

  it('deep json is refused or read, never a crash', () => {
    const deep = (levels: number) => utf8('['.repeat(levels) + ']'.repeat(levels))
    for (const list of ['jp-meti', 'opensanctions'])
      expect(attempt(() => parseList(list, deep(100_000)))).toBeNull()
    const nested = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    expect(
      attempt(() =>
        parseList('opensanctions', utf8(`{"id":"x","schema":"Person","properties":{"name":[${nested}]}}\n`)),
      ),
    ).toBeNull()
    expect(
      attempt(() => parseList('opensanctions', utf8(`{"RECORD_ID":"x","EXTRA":${nested}}\n`))),
    ).toBeNull()
  })

  it('keys of the prototype are data like any other', () => {
    const line =
      '{"id":"__proto__","schema":"Person","target":true,"properties":{"__proto__":["x"],"constructor":["y"],"name":["Velmor"]}}\n'
    const { listings } = parseList('opensanctions', utf8(line))
    expect(listings[0]).toMatchObject({ id: '__proto__', names: [{ name: 'Velmor' }] })
    expect(({} as { x?: unknown }).x).toBeUndefined()
    const rows = utf8('[{"Name 6":"Velmor","__proto__":"x"}]')
    expect(own(rows).listings[0]?.names[0]?.name).toBe('Velmor')
  })

  it('counted values, splits and sentences without end take bounded time', () => {
    const start = cpuTime()
    for (const unit of [
      '(1) ',
      'a) ',
      '(',
      '((((1)',
      ';"',
      '/ ',
      ', ',
      'Russian: ',
      '）等9家实体',
      '(IMO number):',
    ])
      for (const [list, path, from] of [
        ['ca-sema', 'ca-sema/sema.xml', 'Oil Tanker'],
        ['ca-sema', 'ca-sema/sema.xml', 'Velmor Star'],
        ['uk-sanctions', 'uk-sanctions/list.xml', 'Lakhi village'],
        ['jp-meti', 'jp-meti/jp.json', 'Velmor Technic"'],
      ] as const) {
        const long = unit.repeat(90_000 / unit.length).replaceAll('"', '')
        const text = new TextDecoder()
          .decode(fixture(path))
          .replace(from, from.endsWith('"') ? `${long}"` : long)
        attempt(() => parseList(list, utf8(text)))
      }
    expect(cpuTime() - start).toBeLessThan(60_000)
  })
})

describe('zip bombs', () => {
  const sheet = `<worksheet><sheetData>${' '.repeat(30_000_000)}</sheetData></worksheet>`
  const bytes = zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></R>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })

  it.each(['au-dfat', 'uk-ofsi', 'uk-sanctions', 'opensanctions'])(
    '%s refuses them without unpacking',
    (list) => {
      expect(bytes.length).toBeLessThan(100_000)
      expect(() => parseList(list, bytes)).toThrow(list === 'opensanctions' ? /expected/ : /unpacks to 30/)
    },
  )

  it('a small text that many cells share is not multiplied without end', () => {
    const text = 'x'.repeat(90_000)
    const row = (line: number) => `<row r="${line}">${'<c t="s"><v>0</v></c>'.repeat(500)}</row>`
    const bytes = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></R>',
      ),
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${text}</t></si></sst>`),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet><sheetData>${Array.from({ length: 200 }, (_, line) => row(line + 1)).join('')}</sheetData></worksheet>`,
      ),
    })
    expect(() => parseList('au-dfat', bytes)).toThrow(/beyond all bounds/)
  })
})
