import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'
import type { Listing, Snapshot } from '../../src/model/listing.js'
import { hasShared, sharedFiles } from '../fixtures/shared-lists.js'
import { cellsOf, plain } from './world-counts.js'

/**
 * Nothing is dropped: every word and number of three letters or more that an official file says of an entry stands in its
 * listing. Files are cut into entries with splits and patterns that know nothing of the parsers; left out is only what is
 * no data of the entry: numbers of rows, links, and words of the format that become a property (`aka`, `Individual`).
 */

/** What a file says of each entry, in the order of the listings or by their id. */
type Said = ReadonlyMap<string, readonly string[]>

interface Form {
  readonly list: string
  readonly paths: readonly string[]
  readonly encoding?: string
  readonly said: (texts: readonly string[]) => Said
  readonly keyOf?: (listing: Listing, index: number) => string
  /** Words of the format. */
  readonly format?: string
}

function gather(pairs: Iterable<readonly [string, readonly string[]]>): Said {
  const said = new Map<string, string[]>()
  for (const [key, texts] of pairs) said.set(key, [...(said.get(key) ?? []), ...texts])
  return said
}

/** Rows under a header, without some columns; `keyOf` gets the cells and the number of the row. */
const table =
  (
    without: readonly string[],
    keyOf: (row: readonly string[], index: number) => string,
    { delimiter = ',', heads = 1 } = {},
  ) =>
  ([text = '']: readonly string[]): Said => {
    const rows = cellsOf(text, delimiter)
    const header = rows[heads - 1]!
    return gather(
      rows
        .slice(heads)
        .filter((row) => row.some((cell) => cell.trim() !== ''))
        .map((row, index) => [
          keyOf(row, index),
          row
            .filter((_, column) => !without.includes(header[column]!.trim()))
            // Labels of a field within a cell, and the mark of a ship's number, become the type of a value.
            .map((cell) => cell.replace(/\([A-Z][A-Za-z ]{2,40}\):|\bIMO ?(?=\d)/g, ' ')),
        ]),
    )
  }

/** Records of XML: the texts of their elements and the attributes, without those of some names. */
const markup =
  (record: string, without: readonly string[]) =>
  ([text = '']: readonly string[]): Said =>
    gather(
      [...text.matchAll(new RegExp(`<${record}[ >][\\s\\S]*?</${record}>`, 'g'))].map(([whole], index) => {
        const bare = whole.replace(/<!--[\s\S]*?-->/g, '')
        const parts = [...bare.matchAll(/<(\w+)[^>]*>([^<]+)<|([\w:]+)="([^"]*)"/g)]
        return [
          String(index),
          parts
            .filter(([, element, , attribute]) => !without.includes(element ?? attribute!))
            .map(([, , content, , value]) => plain(content ?? value!)),
        ]
      }),
    )

const inOrder = (_: unknown, index: number) => String(index)

/** OFAC's sets: rows by uid; in addresses and aliases the second cell is a number. */
const ofac = (texts: readonly string[]): Said => {
  const [first = '', addresses = '', aliases = '', comments = ''] = texts
  const rows = (text: string) => cellsOf(text).filter(([uid = '']) => /^\d+$/.test(uid))
  const spilled = new Map(rows(comments).map(([uid = '', text = '']) => [uid, text]))
  return gather([
    ...rows(first).map(
      ([uid = '', ...cells]) =>
        [uid, [...cells.slice(0, -1), `${cells.at(-1)}${spilled.get(uid) ?? ''}`]] as const,
    ),
    ...rows(addresses).map(([uid = '', , ...cells]) => [uid, cells] as const),
    ...rows(aliases).map(([uid = '', , , ...cells]) => [uid, cells] as const),
  ])
}
const set = (folder: string, ...names: readonly string[]) =>
  names.map((name) => `us_ofac/${folder}/${name}.csv`)
const sdn = ['sdn', 'add', 'alt', 'sdn_comments']
const cons = ['cons_prim', 'cons_add', 'cons_alt', 'cons_comments']

const sdnEntry = markup('sdnEntry', ['uid', 'sdnType', 'type', 'category', 'mainEntry'])
const json =
  (without: readonly string[]) =>
  ([text = '']: readonly string[]): Said =>
    gather(
      (JSON.parse(text) as Record<string, unknown>[]).map((record, index) => [
        String(index),
        Object.entries(record).flatMap(([key, value]) => (without.includes(key) ? [] : stringsIn(value))),
      ]),
    )

const forms: readonly Form[] = [
  {
    list: 'us-csl',
    paths: ['us_csl/2022-05-16/consolidated.csv'],
    said: table(['_id', 'source', 'type', 'source_list_url', 'source_information_url'], inOrder),
    keyOf: inOrder,
    format: 'also known formerly and vessel registration identification company number',
  },
  ...(['2021-07', '2019-01'] as const).map(
    (folder): Form => ({ list: 'us-ofac-sdn', paths: set(folder, ...sdn), said: ofac, format: 'individual' }),
  ),
  { list: 'us-ofac-cons', paths: set('cons_2025-12', ...cons), said: ofac, format: 'individual' },
  ...(['cons_2018-04-06', 'cons_2025-03-28'] as const).map(
    (folder): Form => ({
      list: 'us-ofac-cons',
      paths: [`us_ofac/${folder}/consolidated.xml`],
      said: sdnEntry,
      keyOf: inOrder,
      format: 'vessel registration identification nationality gender',
    }),
  ),
  {
    list: 'eu-fsf',
    paths: ['eu_fsf/2016-02-11_v1.0_xml/global.xml'],
    said: markup('ENTITY', ['Id', 'Entity_id', 'Type', 'pdf_link', 'GENDER', 'remark']),
    keyOf: inOrder,
    format: 'approximative drivinglicence travelcardid',
  },
  ...(
    [
      ['uk/ofsi_2025-04-10_2022format/ConList.derived.csv', 'utf-8'],
      ['uk/ofsi_2018-04-13/sanctionsconlist.csv', 'windows-1252'],
    ] as const
  ).map(
    ([path, encoding]): Form => ({
      list: 'uk-ofsi',
      paths: [path],
      encoding,
      said: table(['Group Type', 'Alias Type', 'Alias Quality'], (row) => row.at(-1)!, { heads: 2 }),
      format: 'flags',
    }),
  ),
  {
    list: 'ca-sema',
    paths: ['ca_sema/2025-06/sema-lmes.xml'],
    said: markup('record', []),
    keyOf: inOrder,
    format: 'arabic belarussian russian ukrainian also known and belarusian',
  },
  {
    list: 'au-dfat',
    paths: ['au_dfat/2024-12/regulation8_consolidated.derived.csv'],
    said: table(['Reference', 'Type', 'Name Type'], (row) => /^\d+/.exec(row[0]!)![0]),
  },
  {
    list: 'opensanctions',
    paths: ['opensanctions/ua_war_sanctions_2026-03/targets.simple.csv'],
    said: table(['schema', 'last_seen', 'first_seen', 'last_change', 'dataset'], (row) => row[0]!),
  },
  {
    list: 'jp-meti',
    paths: ['jp_meti/2026-07_thirdparty/jp.json'],
    said: json(['id', 'last_verified', 'entity_type', 'country']),
    keyOf: inOrder,
  },
]

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

const words = (texts: readonly string[]) =>
  texts.flatMap(
    (text) =>
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]{3,}/gu) ?? [],
  )

/** Words of an entry that its listing does not have; a day may be written in another order. */
function lost(snapshot: Snapshot, said: Said, { keyOf = ({ id }) => id, format = '' }: Form): string[] {
  const known = format.split(' ')
  return snapshot.listings.flatMap((listing, index) => {
    const key = keyOf(listing, index)
    const kept = new Set([...words(stringsIn(listing)), ...known])
    const missing = words(said.get(key) ?? [`no entry ${key} in the file`]).filter((word) => !kept.has(word))
    return [...new Set(missing)].map((word) => `${key}: ${word}`)
  })
}

describe('every word that a file says of an entry stands in its listing', () => {
  for (const form of forms) {
    const isThere = hasShared(...form.paths)
    const title = `${form.paths[0]}${isThere ? '' : ' (not in ../shared/lists)'}`
    it.skipIf(!isThere)(title, () => {
      const files = sharedFiles(...form.paths)
      const said = form.said(files.map(({ bytes }) => new TextDecoder(form.encoding).decode(bytes)))
      const snapshot = parseList(form.list, files)
      expect(said.size).toBe(snapshot.listings.length)
      expect(lost(snapshot, said, form)).toEqual([])
    })
  }
})
