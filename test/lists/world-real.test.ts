import { existsSync, readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { applyDelta } from '../../src/lists/opensanctions.js'
import { parseList } from '../../src/lists/parse.js'
import type { Snapshot } from '../../src/model/listing.js'
import { type Counted, cellsOf, group, oneLine, plain, total } from './world-counts.js'
import { utf8 } from './world-fixtures.js'

const folder = new URL('../../../shared/lists/', import.meta.url)
const has = (path: string) => existsSync(new URL(path, folder))
const read = (path: string) => new Uint8Array(readFileSync(new URL(path, folder)))
const text = (path: string, encoding = 'utf-8') => new TextDecoder(encoding).decode(read(path))

/** A file's tests, or a reason why there are none. */
const real = (path: string, test: () => void | Promise<void>) =>
  it.skipIf(!has(path))(`${path}${has(path) ? '' : ' (not in ../shared/lists)'}`, test)

const codes = ({ issues }: Snapshot) => {
  const counts: Record<string, number> = {}
  for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort()

/** Entry by entry: every counted name is a name of the listing, and no name or address is missing or made up. */
function compare(snapshot: Snapshot, counted: ReadonlyMap<string, Counted>) {
  const found = snapshot.listings.map(({ id, names, addresses }) => [
    id,
    sorted(names.map(({ name }) => name)),
    sorted(addresses.map(({ text: address }) => address)),
  ])
  const expected = [...counted].map(([id, entry]) => [id, sorted(entry.names), sorted(entry.addresses)])
  expect(found.length).toBe(expected.length)
  expect(found.filter((entry, index) => JSON.stringify(entry) !== JSON.stringify(expected[index]))).toEqual(
    [],
  )
}

const sum = (snapshot: Snapshot, what: 'names' | 'addresses') =>
  snapshot.listings.reduce((count, listing) => count + listing[what].length, 0)

describe('the EU’s files', () => {
  real('eu_fsf/2016-02-11_v1.0_xml/global.xml', () => {
    const path = 'eu_fsf/2016-02-11_v1.0_xml/global.xml'
    const records = [...text(path).matchAll(/<ENTITY Id="(\d+)"[\s\S]*?<\/ENTITY>/g)]
    const counted = group(
      records,
      ([, id = '']) => id,
      ([record]) => [...record.matchAll(/<WHOLENAME>([^<]*)</g)].map(([, name = '']) => plain(name)),
      ([record]) =>
        [...record.matchAll(/<ADDRESS [\s\S]*?<\/ADDRESS>/g)].map(([address]) =>
          ['STREET', 'CITY', 'ZIPCODE', 'COUNTRY']
            .map((tag) => plain(new RegExp(`<${tag}>([^<]*)<`).exec(address)?.[1] ?? ''))
            .filter((part) => part !== '')
            .join(', '),
        ),
    )
    const snapshot = parseList('eu-fsf', read(path))
    expect([counted.size, total(counted, 'names'), total(counted, 'addresses')]).toEqual([595, 2697, 493])
    compare(snapshot, counted)
    expect(codes(snapshot)).toEqual({ 'few-records': 1 })
    expect(snapshot.listings.flatMap(({ birthDates }) => birthDates)).toSatisfy(
      (dates: { earliest: unknown }[]) => dates.every(({ earliest }) => earliest !== null),
    )
  })

  for (const path of [
    'eu_fsf/samples/xmlFullSanctionsList_1_1.sample-2018-12-21.xml',
    'eu_fsf/samples/xmlFullSanctionsList_1_1.sample-2026-08-05.xml',
  ])
    real(path, () => {
      const snapshot = parseList('eu-fsf', read(path))
      const entities = [...text(path).matchAll(/<sanctionEntity[ >][\s\S]*?<\/sanctionEntity>/g)]
      const counted = group(
        entities,
        ([record]) => /<sanctionEntity[^>]* logicalId="(\d+)"/.exec(record)![1]!,
        ([record]) => [...record.matchAll(/wholeName="([^"]*)"/g)].map(([, name = '']) => plain(name)),
        ([record]) =>
          [...record.matchAll(/<address [^>]*countryIso2Code="([A-Z]{2})"/g)].map(([, code = '']) => code),
      )
      compare(snapshot, counted)
      expect(codes(snapshot)).toEqual({ 'few-records': 1 })
    })

  real('eu_fsf/samples/csvFullSanctionsList_1_1.sample-2026-08-05.csv', () => {
    const snapshot = parseList(
      'eu-fsf',
      read('eu_fsf/samples/csvFullSanctionsList_1_1.sample-2026-08-05.csv'),
    )
    expect(snapshot.listings.map(({ id, names }) => [id, names.length])).toEqual([['13', 2]])
    expect(codes(snapshot)).toEqual({ 'few-records': 1 })
  })

  real('eu_fsf/2018-07-04_csv_v1.0_partial/EUSanctionsShort.csv', () => {
    const bytes = read('eu_fsf/2018-07-04_csv_v1.0_partial/EUSanctionsShort.csv')
    expect(() => parseList('eu-fsf', bytes)).toThrow(/expected utf-8/)
  })

  for (const regulation of ['32006R0765', '32014R0269', '32014R0833'])
    real(`eu_regulations_opensanctions/${regulation}.csv`, () => {
      const bytes = read(`eu_regulations_opensanctions/${regulation}.csv`)
      expect(() => parseList('eu-fsf', bytes)).toThrow(/unreadable|expected/)
    })
})

const lines = [
  'Address 1',
  'Address 2',
  'Address 3',
  'Address 4',
  'Address 5',
  'Address 6',
  'Post/Zip Code',
  'Country',
]

/** Entries of OFSI's list by Group ID, from cells that something else has read. */
function countOfsi(rows: readonly (readonly string[])[]) {
  const header = rows[1]!
  const get = (row: readonly string[], column: string) => oneLine(row[header.indexOf(column)] ?? '')
  const join = (row: readonly string[], columns: readonly string[], by: string) =>
    columns
      .map((column) => get(row, column))
      .filter((part) => part !== '')
      .join(by)
  const order = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6']
  return group(
    rows.slice(2),
    (row) => get(row, 'Group ID'),
    (row) => [join(row, order, ' '), get(row, 'Name Non-Latin Script')],
    (row) => [join(row, lines, ', ')],
  )
}

describe('the UK’s files', () => {
  for (const [path, groups, issues] of [
    ['uk/ofsi_2018-04-13/sanctionsconlist.csv', 2106, {}],
    ['uk/ofsi_2016-02-12_partial/sanctionsconlist.csv', 463, { 'no-name': 228, 'few-records': 1 }],
    ['uk/ofsi_2025-04-10_2022format/ConList.derived.csv', 4686, { 'no-name': 2 }],
  ] as const)
    real(path, () => {
      const isOld = groups !== 4686
      const windows = (whole: string) =>
        whole.replace(/[\u0080-\u009f]/g, (character) => old[character.charCodeAt(0)] ?? character)
      const content = isOld ? windows(text(path, 'latin1')) : text(path)
      const snapshot = parseList('uk-ofsi', read(path))
      const counted = countOfsi(cellsOf(content))
      expect(counted.size).toBe(groups)
      compare(snapshot, counted)
      expect(codes(snapshot)).toEqual(issues)
    })

  real('uk/ofsi_2025-04-10_2022format/UK_Sanctions_List.xlsx', () => {
    const xlsx = parseList('uk-ofsi', read('uk/ofsi_2025-04-10_2022format/UK_Sanctions_List.xlsx'))
    const csv = parseList('uk-ofsi', read('uk/ofsi_2025-04-10_2022format/ConList.derived.csv'))
    expect(xlsx.listings).toEqual(csv.listings)
    expect(xlsx.published).toBe('2025-04-10')
    const ships = xlsx.listings.filter(({ kind }) => kind === 'vessel')
    expect(ships.every(({ identifiers }) => identifiers.some(({ type }) => type === 'IMO'))).toBe(true)
  })

  real('uk/samples/UK-Sanctions-List.sample-2026-08-26.xml', () => {
    const snapshot = parseList('uk-sanctions', read('uk/samples/UK-Sanctions-List.sample-2026-08-26.xml'))
    expect(snapshot.listings.map(({ id, names, addresses }) => [id, names.length, addresses.length])).toEqual(
      [
        ['AFG0006', 4, 1],
        ['AFG0001', 4, 1],
        ['DPR0075', 2, 0],
      ],
    )
    expect(codes(snapshot)).toEqual({ 'few-records': 1 })
  })

  real('uk/samples/UK-Sanctions-List.sample-2026-10-08.csv', () => {
    const snapshot = parseList('uk-sanctions', read('uk/samples/UK-Sanctions-List.sample-2026-10-08.csv'))
    expect(snapshot.listings).toMatchObject([
      { id: 'RUS2176', kind: 'vessel', identifiers: [{ value: '9826902' }] },
    ])
    expect(codes(snapshot)).toEqual({ 'few-records': 1 })
  })
})

/** Marks of windows-1252 that the older files hold. */
const old: Readonly<Record<number, string>> = {
  128: '€',
  130: '‚',
  132: '„',
  133: '…',
  138: 'Š',
  140: 'Œ',
  142: 'Ž',
  145: '‘',
  146: '’',
  147: '“',
  148: '”',
  149: '•',
  150: '–',
  151: '—',
  153: '™',
  154: 'š',
  156: 'œ',
  158: 'ž',
  159: 'Ÿ',
}

describe('Switzerland’s files', () => {
  real('ch_seco/samples/seco.sample-2026-08-27.xml', () => {
    const snapshot = parseList('ch-seco', read('ch_seco/samples/seco.sample-2026-08-27.xml'))
    expect(snapshot.listings.map(({ id, names }) => [id, names.length])).toEqual([
      ['46130', 1],
      ['34461', 2],
    ])
    expect(codes(snapshot)).toEqual({ 'de-listed': 1, 'few-records': 1 })
  })

  real('ch_seco/2024-01-17_official_amendment_example/seco.xml', () => {
    const bytes = read('ch_seco/2024-01-17_official_amendment_example/seco.xml')
    expect(() => parseList('ch-seco', bytes)).toThrow(/amendment/)
  })
})

describe('Canada’s file', () => {
  real('ca_sema/2025-06/sema-lmes.xml', () => {
    const snapshot = parseList('ca-sema', read('ca_sema/2025-06/sema-lmes.xml'))
    const records = text('ca_sema/2025-06/sema-lmes.xml').split('<record>').slice(1)
    const get = (record: string, tag: string) =>
      plain(new RegExp(`<${tag}>([^<]*)</`).exec(record)?.[1] ?? '')
    expect(records).toHaveLength(4759)
    expect(snapshot.listings).toHaveLength(records.length)
    const wrong = records.filter((record, index) => {
      const { names, identifiers, listedOn } = snapshot.listings[index]!
      const kept = names.map(({ name }) => name).join('\n')
      const texts = ['GivenName', 'LastName', 'EntityOrShip', 'Aliases'].map((tag) => get(record, tag))
      // A text that holds several names is kept in its words, if not as one name; languages are no names.
      const words = texts.flatMap((name) =>
        name.replace(/\b[A-Z][a-z]+\s?:|\((?:also known as|and|et)\b/g, '').split(/[\s;:/,()]+/),
      )
      return (
        words.some((word) => !kept.includes(word)) ||
        (identifiers[0]?.value ?? '') !== get(record, 'ShipIMONumber') ||
        listedOn !== get(record, 'DateOfListing')
      )
    })
    expect(wrong).toEqual([])
    const count = (tag: string) => text('ca_sema/2025-06/sema-lmes.xml').split(`<${tag}>`).length - 1
    expect(snapshot.listings.filter(({ kind }) => kind === 'person')).toHaveLength(count('LastName'))
    expect(snapshot.listings.filter(({ kind }) => kind === 'vessel')).toHaveLength(count('ShipIMONumber'))
    expect(sum(snapshot, 'names')).toBeGreaterThanOrEqual(
      count('LastName') + count('EntityOrShip') + count('Aliases'),
    )
    expect(codes(snapshot)).toEqual({ 'bad-birth-date': 1 })
  })
})

describe('Australia’s file', () => {
  const path = 'au_dfat/2024-12/regulation8_consolidated'

  real(`${path}.xlsx`, async () => {
    const snapshot = parseList('au-dfat', read(`${path}.xlsx`))
    const { sheets } = await readXlsx(read(`${path}.xlsx`))
    const rows = sheets[0]!.rows
      .slice(1)
      .filter((row) => row.slice(0, 12).some((cell) => cell !== null && cell !== ''))
    expect(rows).toHaveLength(9553)
    const counted = group(
      rows,
      (row) => /^\d+/.exec(String(row[0]))![0],
      (row) => [String(row[1])],
      () => [],
    )
    expect([counted.size, total(counted, 'names')]).toEqual([3062, 9518])
    const bare = snapshot.listings.map((listing) => ({ ...listing, addresses: [] }))
    compare({ ...snapshot, listings: bare }, counted)
    // An address cell may hold several; all of its words are there.
    const byId = new Map(snapshot.listings.map((listing) => [listing.id, listing.addresses]))
    const missing = rows.flatMap((row) => {
      const written = oneLine(String(row[7] ?? ''))
      const kept = byId.get(/^\d+/.exec(String(row[0]))![0])!.map((address) => address.text)
      if (/^(?:na|n\/a|-|)$/i.test(written)) return []
      const words = written.split(/[\s;,]+|\(?\b[a-z0-9]{1,2}\)/)
      return words.filter((word) => !kept.join(' ').includes(word))
    })
    expect(missing).toEqual([])
    expect(snapshot.listings.every(({ names }) => names[0]?.type === 'primary')).toBe(true)
    expect(Object.keys(codes(snapshot)).sort()).toEqual(['bad-birth-date', 'stray-cell'])
    expect(codes(snapshot)['bad-birth-date']).toBeLessThan(50)
  })

  real(`${path}.derived.csv`, () => {
    const csv = parseList('au-dfat', read(`${path}.derived.csv`))
    const xlsx = parseList('au-dfat', read(`${path}.xlsx`))
    const part = ({ listings }: Snapshot) =>
      listings.map(({ id, names, addresses, listedOn }) => ({ id, names, addresses, listedOn }))
    expect(part(csv)).toEqual(part(xlsx))
    expect(csv.published).toBe(xlsx.published)
  })
})

describe('Japan’s and China’s files', () => {
  for (const [list, path, entries] of [
    ['jp-meti', 'jp_meti/2026-07_thirdparty/jp.json', 835],
    ['cn-mofcom', 'cn_mofcom/2026-07_thirdparty/cn.json', 240],
  ] as const)
    real(path, () => {
      const snapshot = parseList(list, read(path))
      const records = JSON.parse(text(path)) as {
        id: string
        entity_name: string
        aliases: string[]
        addresses: string[]
      }[]
      expect(records).toHaveLength(entries)
      expect(snapshot.listings).toHaveLength(entries)
      for (const [index, record] of records.entries()) {
        const { id, names, addresses } = snapshot.listings[index]!
        expect(id.startsWith(record.id)).toBe(true)
        const written = [record.entity_name, ...record.aliases]
          .map((name) => name.trim())
          .filter((name) => name !== '')
        if (!/等\d+家实体/.test(record.entity_name))
          expect(names.map(({ name }) => name)).toEqual([...new Set(written)])
        else expect(names).not.toHaveLength(0)
        expect(addresses.map((address) => address.text)).toEqual(record.addresses)
      }
    })
})

interface Ftm {
  readonly id: string
  readonly schema: string
  readonly target: boolean
  readonly properties: Readonly<Record<string, readonly string[]>>
}
const records = (path: string) =>
  text(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ftm)

describe('OpenSanctions’ files', () => {
  real('opensanctions/ua_war_sanctions_2026-03/targets.simple.csv', () => {
    const path = 'opensanctions/ua_war_sanctions_2026-03/targets.simple.csv'
    const snapshot = parseList('opensanctions', read(path))
    const [header = [], ...rows] = cellsOf(text(path))
    const several = (cell: string) =>
      cellsOf(cell, ';')
        .flat()
        .filter((value) => value.trim() !== '')
    const counted = group(
      rows,
      (row) => row[0]!,
      (row) => [row[header.indexOf('name')]!, ...several(oneLine(row[header.indexOf('aliases')]!))],
      (row) => several(oneLine(row[header.indexOf('addresses')]!)),
    )
    expect(counted.size).toBe(5600)
    compare(snapshot, counted)
    expect(snapshot.listings.filter(({ kind }) => kind === 'vessel')).toHaveLength(1340)
    expect(snapshot.issues).toEqual([])
  })

  for (const path of [
    'opensanctions/wd_persons_2024-03/entities.ftm.json',
    'opensanctions/zala_ownership/entities.ftm.json',
  ])
    real(path, () => {
      const snapshot = parseList('opensanctions', read(path))
      const targets = records(path).filter(({ target }) => target)
      expect(snapshot.listings.map(({ id }) => id)).toEqual(targets.map(({ id }) => id))
      for (const [index, { properties }] of targets.entries()) {
        const { names, addresses } = snapshot.listings[index]!
        const written = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation'].flatMap(
          (key) => properties[key] ?? [],
        )
        expect(new Set(names.map(({ name }) => name))).toEqual(new Set(written.map(oneLine)))
        for (const address of properties.address ?? [])
          expect(addresses.map((one) => one.text)).toContain(oneLine(address))
      }
    })

  real('opensanctions/wd_persons_2024-03/targets.nested.json', () => {
    const flat = parseList('opensanctions', read('opensanctions/wd_persons_2024-03/entities.ftm.json'))
    const nested = parseList('opensanctions', read('opensanctions/wd_persons_2024-03/targets.nested.json'))
    const part = ({ listings }: Snapshot) =>
      listings
        .map(({ id, names, relationships }) => ({
          id,
          names: names.map(({ name }) => name).sort(),
          relatives: (relationships ?? []).map((one) => `${one.type} ${one.listingId ?? one.name}`).sort(),
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(part(nested)).toEqual(part(flat))
  })

  for (const [path, count] of [
    ['opensanctions/wd_persons_2024-03/senzing.json', 121],
    ['opensanctions/us_congress_senzing/senzing.json', 1319],
  ] as const)
    real(path, () => {
      const snapshot = parseList('opensanctions', read(path))
      const names = text(path).match(/"NAME_FULL":/g)!.length
      expect(snapshot.listings).toHaveLength(count)
      expect(sum(snapshot, 'names')).toBe(names)
      expect(snapshot.issues).toEqual([])
    })

  real('opensanctions/zala_ownership/entities.ftm.json', () => {
    const { listings } = parseList('opensanctions', read('opensanctions/zala_ownership/entities.ftm.json'))
    const stakes = records('opensanctions/zala_ownership/entities.ftm.json').filter(
      ({ schema }) => schema === 'Ownership',
    )
    const running = stakes.filter(({ properties }) => !properties.endDate)
    const owners = listings
      .flatMap(({ relationships }) => relationships ?? [])
      .filter(({ type }) => type === 'owned-by')
    const targets = new Set(listings.map(({ id }) => id))
    expect(owners).toHaveLength(running.filter(({ properties }) => targets.has(properties.asset![0]!)).length)
    expect(stakes.length).toBeGreaterThan(running.length)
    for (const { relationships } of listings) {
      const shares = (relationships ?? [])
        .filter(({ type }) => type === 'owned-by')
        .map(({ text: words }) => Number(/([\d.]+) %/.exec(words)?.[1] ?? 0))
      expect(shares.reduce((all, share) => all + share, 0)).toBeLessThanOrEqual(100)
    }
  })

  real('opensanctions/sanctions_delta_2024/entities.delta.json', () => {
    const path = 'opensanctions/sanctions_delta_2024/entities.delta.json'
    const ops = text(path)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { op: string; entity: Ftm })
    const write = (entities: readonly object[]) =>
      utf8(entities.map((entity) => `${JSON.stringify(entity)}\n`).join(''))
    // The version before, made up: what the delta changes stood there otherwise, what it removes stood there.
    const base = parseList(
      'opensanctions',
      write(
        ops
          .filter(({ op }) => op !== 'ADD')
          .map(({ entity: { id } }) => ({
            id,
            schema: 'Person',
            caption: 'Old',
            target: true,
            properties: { name: ['Old'] },
          })),
      ),
    )
    const next = applyDelta(base, read(path))
    const left = ops.filter(({ op }) => op !== 'DEL').map(({ entity }) => entity)
    expect([ops.length, left.length]).toEqual([1700, 1129])
    expect(next.listings).toHaveLength(left.filter(({ target }) => target).length)
    const parsed = parseList('opensanctions', write(left))
    const byId = ({ listings }: Snapshot) => new Map(listings.map((listing) => [listing.id, listing.names]))
    expect(byId(next)).toEqual(byId(parsed))
    expect(() => parseList('opensanctions', read(path))).toThrow(/delta/)
  })

  const versions = ['20240527194702-wnk', '20240528014702-pfh', '20240528074703-npf', '20240528134729-3iv']
  real('opensanctions/yente_t2/20240527194702-wnk/entities.delta.json', () => {
    let snapshot = parseList(
      'opensanctions',
      utf8(
        '{"id":"x","schema":"Address","target":false,"properties":{}}\n{"id":"p","schema":"Person","target":true,"properties":{"name":["P"]}}\n',
      ),
    )
    const sizes = versions.map((version) => {
      snapshot = applyDelta(snapshot, read(`opensanctions/yente_t2/${version}/entities.delta.json`))
      return snapshot.listings.length
    })
    expect(sizes[1]! - sizes[2]!).toBe(1)
    expect(snapshot.listings.map(({ id }) => id)).not.toContain('NK-500Poltergeist')
    expect(snapshot.listings.map(({ id }) => id)).toContain('Q4365364')
  })
})

describe('files of others', () => {
  for (const [list, path] of [
    ['uk-sanctions', 'uk/ofsi_2025-04-10_2022format/UK_Sanctions_List.xlsx'],
    ['eu-fsf', 'un_sc/2026-02-27/consolidated.xml'],
    ['ch-seco', 'ca_sema/2025-06/sema-lmes.xml'],
    ['au-dfat', 'uk/ofsi_2018-04-13/sanctionsconlist.csv'],
    ['opensanctions', 'jp_meti/2026-07_thirdparty/jp.json'],
    ['jp-meti', 'cn_mofcom/2026-07_thirdparty/cn.json'],
    ['ca-sema', 'malformed/un_consolidated_2025-08-16_latin1_reencoded.xml'],
    ['uk-ofsi', 'malformed/sdn_plus_cons_prim_concatenated_2022-11.csv'],
  ] as const)
    real(path, () => expect(() => parseList(list, read(path))).toThrow(/expected/))
})
