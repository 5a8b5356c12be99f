import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { parseList } from '../../src/lists/parse.js'
import { type Snapshot, snapshotSchema } from '../../src/model/listing.js'
import { cpuTime } from '../cpu-time.js'

/** Damaged files of every US form: each is refused with the one error class, or read with the damage reported. */

const fixtures = new URL('../fixtures/', import.meta.url)
const shared = new URL('../../../shared/lists/', import.meta.url)
const read = (path: string) => new Uint8Array(readFileSync(new URL(path, fixtures)))
const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** What a parser makes of a file; any error but ours fails the test. */
function attempt(list: string, name: string, bytes: Uint8Array): Snapshot | null {
  try {
    const snapshot = parseList(list, [{ name, bytes }])
    expect(snapshotSchema.safeParse(snapshot).success).toBe(true)
    return snapshot
  } catch (error) {
    if (error instanceof ConsigneeError && error.code === 'unreadable-list') return null
    throw error
  }
}

const reports = (snapshot: Snapshot, code: string) => snapshot.issues.some((issue) => issue.code === code)

const markup = [
  ['us-ofac-sdn', 'us-ofac/sdn.xml', '<sdnEntry>'],
  ['us-ofac-cons', 'us-ofac/consolidated.xml', '<o:sdnEntry>'],
  ['us-ofac-sdn', 'us-ofac/advanced.xml', '<DistinctParty FixedRef="900001">'],
  ['us-ofac-cons', 'us-ofac/enhanced.xml', '<entity id="900001">'],
] as const

const tables = [
  ['us-ofac-sdn', 'us-ofac/sdn.del'],
  ['us-ofac-sdn', 'us-ofac/sdn.pip'],
  ['us-ofac-sdn', 'us-ofac/sdn.ff'],
  ['us-ofac-cons', 'us-ofac/cons_prim.ff'],
] as const

const sheets = [
  ['us-bis-dpl', 'us-bis/dpl.txt'],
  ['us-bis-dpl', 'us-bis/dpl-old.txt'],
  ['us-bis-entity', 'us-bis/el.csv'],
  ['us-bis-meu', 'us-bis/meu.csv'],
  ['us-bis-uvl', 'us-bis/uvl.csv'],
  ['us-state-dtc', 'us-state/itar_debarred_party_list_11062019.csv'],
  ['us-state-dtc', 'us-state/itar_debarred_2018_layout.csv'],
  ['us-state-isn', 'us-state/isn.csv'],
  ['us-state-isn', 'us-state/isn-2013.csv'],
] as const

/** All of them, by list and path. */
const every = [...markup, ...tables, ...sheets].map(([list, path]) => [list, path] as const)

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

describe('a file that is cut', () => {
  it.each(markup)('%s %s is always refused', (list, path) => {
    const bytes = encode(decode(read(path)).trimEnd())
    for (let length = 0; length < bytes.length; length += length < bytes.length - 64 ? 211 : 1)
      expect(attempt(list, nameOf(path), bytes.subarray(0, length))).toBeNull()
    expect(attempt(list, nameOf(path), bytes)).not.toBeNull()
  })

  it.each(tables)('%s %s is refused, or the missing end mark is reported', (list, path) => {
    const bytes = read(path)
    for (let length = 0; length < bytes.length; length += 7) {
      const snapshot = attempt(list, nameOf(path), bytes.subarray(0, length))
      if (snapshot) expect(reports(snapshot, 'no-end-mark')).toBe(true)
    }
  })

  it.each(['add.ff', 'alt.ff', 'sdn_comments.ff', 'add.del', 'alt.pip', 'sdn_comments.del'])(
    '%s beside a whole sdn.csv is refused, or the missing end mark is reported',
    (name) => {
      const bytes = read(`us-ofac/${name}`)
      const primary = { name: 'sdn.csv', bytes: read('us-ofac/sdn.csv') }
      for (let length = 0; length < bytes.length; length += 5) {
        try {
          const cut = { name, bytes: bytes.subarray(0, length) }
          const { issues } = parseList('us-ofac-sdn', [primary, cut])
          expect(issues).toContainEqual(expect.objectContaining({ code: 'no-end-mark', where: name }))
        } catch (error) {
          expect(error).toBeInstanceOf(ConsigneeError)
        }
      }
    },
  )

  it.each(sheets)('%s %s is refused, or reported; only a cut between rows cannot be seen', (list, path) => {
    const bytes = read(path)
    const unseen: number[] = []
    for (let length = 0; length < bytes.length; length++) {
      const snapshot = attempt(list, nameOf(path), bytes.subarray(0, length))
      if (snapshot && !reports(snapshot, 'no-final-newline')) unseen.push(length)
    }
    const isRowEnd = (length: number) => bytes[length - 1] === 0x0a || bytes[length - 1] === 0x0d
    expect(unseen.length).toBeGreaterThan(0)
    expect(unseen.filter((length) => !isRowEnd(length))).toEqual([])
  })

  const official = [
    ['us-ofac-cons', 'us_ofac/cons_2025-03-28/consolidated.xml'],
    ['us-ofac-cons', 'us_ofac/cons_2020-03-17/cons_advanced.xml'],
    ['us-ofac-cons', 'us_ofac/cons_2025-01-10/CONS_ENHANCED.XML'],
    ['us-ofac-cons', 'us_ofac/cons_2018-04-06/cons_prim.ff'],
    ['us-ofac-cons', 'us_ofac/cons_2018-04-06/cons_prim.del'],
    ['us-bis-dpl', 'us_bis/2023-11/dpl.txt'],
    ['us-state-dtc', 'us_state/itar_debarred_party_list_11062019.csv'],
    ['us-state-isn', 'us_state/isn_33191.csv'],
  ] as const
  it.skipIf(!existsSync(shared)).each(official)(
    'at every kilobyte of the first 40, the official %s %s too (skipped without ../shared/lists)',
    (list, path) => {
      const bytes = new Uint8Array(readFileSync(new URL(path, shared)))
      for (let length = 1_024; length < Math.min(40_960, bytes.length); length += 1_024) {
        const cut = bytes.subarray(0, length)
        const snapshot = attempt(list, nameOf(path), cut)
        const seen =
          snapshot === null || reports(snapshot, 'no-end-mark') || reports(snapshot, 'no-final-newline')
        expect(seen || [0x0a, 0x0d].includes(cut.at(-1)!)).toBe(true)
        if (/xml$/i.test(path)) expect(snapshot).toBeNull()
      }
    },
  )
})

describe('bytes changed at random', () => {
  const change = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  })

  it.each(every)('%s %s is read or refused, never anything else', (list, path) => {
    const bytes = read(path)
    fc.assert(
      fc.property(change, (changes) => {
        const copy = Uint8Array.from(bytes)
        for (const [position, byte] of changes) copy[position % copy.length] = byte
        attempt(list, nameOf(path), copy)
      }),
      { numRuns: 80 },
    )
  })

  it('and files of random bytes or text are refused or read by every parser', () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string().map(encode))
    fc.assert(
      fc.property(content, (bytes) => {
        for (const [list] of [...markup, ...sheets]) attempt(list, '', bytes)
      }),
    )
  })

  it('and XML with random names, attributes and texts in the places of OFAC’s', () => {
    const word = fc.constantFrom(
      'uid',
      'sdnType',
      'akaList',
      'aka',
      'idList',
      'id',
      'Profile',
      'Identity',
      'Alias',
      'Feature',
      'FeatureVersion',
      'DatePeriod',
      'Start',
      'From',
      'Year',
      'names',
      'name',
      'translations',
      'translation',
      'features',
      'feature',
    )
    const attribute = fc.constantFrom(
      'FixedRef="1"',
      'id="1"',
      'ID="1"',
      'FeatureTypeID="8"',
      'ProfileID="1"',
      '',
    )
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('', '1', '2024', '-3', 'a.k.a.', 'x'),
        fc
          .tuple(word, attribute, fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, attributes, children]) => `<${name} ${attributes}>${children.join('')}</${name}>`),
      ),
    }))
    fc.assert(
      fc.property(tree, (inside) => {
        const entries = [
          `<sdnList><sdnEntry><uid>1</uid>${inside}</sdnEntry></sdnList>`,
          `<Sanctions><DistinctParties><DistinctParty FixedRef="1">${inside}</DistinctParty></DistinctParties></Sanctions>`,
          `<sanctionsData><entities><entity id="1">${inside}</entity></entities></sanctionsData>`,
        ]
        for (const xml of entries) attempt('us-ofac-sdn', '', encode(xml))
      }),
    )
  })
})

describe('a file in another encoding', () => {
  it.each(every)('%s %s is refused as UTF-16', (list, path) => {
    const text = new TextDecoder('latin1').decode(read(path))
    for (const littleEndian of [true, false]) {
      const bytes = new Uint8Array(2 + text.length * 2)
      const view = new DataView(bytes.buffer)
      view.setUint16(0, 0xfeff, littleEndian)
      for (let index = 0; index < text.length; index++)
        view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian)
      expect(attempt(list, nameOf(path), bytes)).toBeNull()
      expect(attempt(list, nameOf(path), bytes.subarray(2))).toBeNull()
    }
  })

  it.each(markup)('%s %s with a byte of Latin-1 is refused', (list, path, mark) => {
    const text = decode(read(path))
    const at = encode(text.slice(0, text.indexOf(mark) + mark.length)).length
    const bytes = read(path)
    const broken = new Uint8Array([...bytes.subarray(0, at), 0xe9, ...bytes.subarray(at)])
    expect(attempt(list, nameOf(path), broken)).toBeNull()
  })

  it.each(sheets)('%s %s is read with a byte order mark', (list, path) => {
    const whole = attempt(list, nameOf(path), read(path))
    const isUtf8 = !decode(read(path)).includes('\ufffd')
    if (!isUtf8) return
    const marked = attempt(list, nameOf(path), new Uint8Array([0xef, 0xbb, 0xbf, ...read(path)]))
    expect(marked?.listings).toEqual(whole?.listings)
  })
})

describe('a file made to harm', () => {
  it.each(markup)('%s %s: entities, depth, size and numbers of elements are bounded', (list, path, mark) => {
    const text = decode(read(path))
    const root = /<[\w:]*(?:sdnList|Sanctions|sanctionsData)/.exec(text)![0]
    const inside = (insert: string) => encode(text.replace(mark, `${mark}${insert}`))
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'.replace(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`)}]>`
    const start = cpuTime()
    const harmful = [
      encode(text.replace(root, `${bomb}${root}`).replace(mark, `${mark}&h;`)),
      inside('&undeclared;'),
      inside('<a>'.repeat(20_000)),
      inside(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`),
      inside(`<remarks>${'x'.repeat(3_000_000)}</remarks>`),
      inside(`<remarks note="${'x'.repeat(3_000_000)}"/>`),
      inside('<a/>'.repeat(250_000)),
    ]
    for (const bytes of harmful) expect(attempt(list, nameOf(path), bytes)).toBeNull()
    expect(cpuTime() - start).toBeLessThan(20_000)
  })

  it.each(sheets)('%s %s: a cell, a row and the number of columns are bounded', (list, path) => {
    const text = new TextDecoder('latin1').decode(read(path))
    const [header = ''] = text.split('\n')
    const delimiter = header.includes('\t') ? '\t' : ','
    const start = cpuTime()
    for (const row of ['x'.repeat(200_000), `"${'x'.repeat(200_000)}"`, `${delimiter.repeat(200_000)}x`])
      expect(attempt(list, nameOf(path), encode(`${header}\n${row}\n`))).toBeNull()
    const many = encode(`${header}\n${`${delimiter.repeat(90_000)}\n`.repeat(10)}`)
    expect(attempt(list, nameOf(path), many)).toBeNull()
    expect(cpuTime() - start).toBeLessThan(20_000)
  })

  it('a row of fixed width without end is refused', () => {
    expect(attempt('us-ofac-sdn', 'sdn.ff', encode(`    900001${'x'.repeat(500_000)}`))).toBeNull()
    const comments = { name: 'sdn_comments.ff', bytes: encode(`    900001${'x'.repeat(500_000)}\r\n\x1a`) }
    expect(() =>
      parseList('us-ofac-sdn', [{ name: 'sdn.csv', bytes: read('us-ofac/sdn.csv') }, comments]),
    ).toThrow(/expected a row of at most/)
  })

  it('one entry of many rows takes time linear to its rows', () => {
    const [header = ''] = decode(read('us-bis/el.csv')).split('\n')
    const row = (index: number) =>
      `EL,,,,Quill Works,,${index} Quay,Osterov,,,Russia,76 FR 1,11/21/2011,,,,,,,,,,,,,,,,Alias ${index},,`
    const rows = Array.from({ length: 20_000 }, (_, index) => row(index))
    const start = cpuTime()
    const snapshot = attempt(
      'us-bis-entity',
      'el.csv',
      encode(`${[header.replace(/,+$/, ''), ...rows].join('\n')}\n`),
    )
    expect(snapshot?.listings[0]?.names).toHaveLength(20_001)
    expect(cpuTime() - start).toBeLessThan(20_000)
  })

  it('names that look like the prototypes of objects are only names', () => {
    const xml =
      '<sdnList><publshInformation><Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>1</uid><lastName>__proto__</lastName><sdnType>constructor</sdnType><idList><id><idType>toString</idType><idNumber>valueOf</idNumber></id></idList></sdnEntry></sdnList>'
    const snapshot = attempt('us-ofac-sdn', 'sdn.xml', encode(xml))
    expect(snapshot?.listings[0]).toMatchObject({
      kind: null,
      names: [{ name: '__proto__' }],
      remarks: 'toString: valueOf',
    })
    const sheet = attempt(
      'us-bis-uvl',
      'uvl.csv',
      encode('COUNTRY,NAME,ADDRESS,__proto__\nX,constructor,y,z\n'),
    )
    expect(sheet?.listings[0]?.names[0]?.name).toBe('constructor')
  })
})
