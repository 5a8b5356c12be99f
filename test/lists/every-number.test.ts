import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'
import { hasShared, sharedFiles } from '../fixtures/shared-lists.js'
import { cellsOf, plain } from './world-counts.js'

/**
 * Identifiers of the official files, counted again with patterns that share no code with the parsers: each number stands
 * alone in an identifier of its entry, where a search for it meets it, and not only somewhere in a text.
 */

/** An entry's id, and a number. */
type Seen = readonly [id: string, number: string]

const within = (id: string, text: string, ...patterns: readonly RegExp[]): Seen[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, number = '']): Seen => [id, number]))

/** OFAC's remarks, with what spilled over. */
function ofac([main = '', comments = '']: readonly string[]): Seen[] {
  const rows = (text: string) => cellsOf(text).filter(([uid = '']) => /^\d+$/.test(uid))
  const more = new Map(rows(comments).map(([uid = '', text = '']) => [uid, text]))
  return rows(main).flatMap((row) =>
    within(
      row[0]!,
      `${row[11]}${more.get(row[0]!) ?? ''}`,
      /(?:^|; |\. )(?:alt\. )?Passport ([A-Z0-9-]{5,20}) \(/g,
      /Digital Currency Address - \w+ (\w+)/g,
      /\b(?:Identification|Number) IMO (\d{7})/g,
      /\bMMSI (\d{9})/g,
      /SWIFT\/BIC ([A-Z0-9]+)/g,
      /(?:Cedula|National ID|Tax ID) No\. ([A-Z0-9-]{5,20}) \(/g,
    ),
  )
}

function ofsi([text = '']: readonly string[]): Seen[] {
  const [, header = [], ...rows] = cellsOf(text)
  return rows.flatMap((row) => {
    const id = row.at(-1)!
    const cells = ['Passport Number', 'National Identification Number'].map(
      (column) => row[header.indexOf(column)] ?? '',
    )
    const other = row[header.indexOf('Other Information')] ?? ''
    return [
      ...cells.flatMap((cell) => within(id, cell, /^([A-Z]{0,3}\d{5,15})(?: \(|$)/g)),
      ...within(id, other, /\(IMO number\):(\d{7})/g, /\b(?:OGRN|INN|TIN)(?::| -| –)? ?(\d{10,13})\b/g),
    ]
  })
}

const dfat = ([text = '']: readonly string[]): Seen[] =>
  cellsOf(text)
    .slice(1)
    .flatMap((row) =>
      within(
        /^\d+/.exec(row[0]!)?.[0] ?? '',
        row.join(' | '),
        /Passport (?:no|number)[.:]*:? *([A-Z]{0,3}-?\d{5,10})\b/gi,
        /\bIMO\D{0,12}(\d{7})\b/g,
      ),
    )

const markup =
  (record: RegExp, number: RegExp) =>
  ([text = '']: readonly string[]): Seen[] =>
    [...text.matchAll(record)].flatMap(([whole, id = '']) => within(id, whole, number))

const files: readonly (readonly [
  list: string,
  paths: readonly string[],
  see: (texts: readonly string[]) => Seen[],
  atLeast: number,
])[] = [
  ['us-ofac-sdn', ['us_ofac/2021-07/sdn.csv', 'us_ofac/2021-07/sdn_comments.csv'], ofac, 3_300],
  ['us-ofac-sdn', ['us_ofac/2019-01/sdn.csv', 'us_ofac/2019-01/sdn_comments.csv'], ofac, 2_400],
  ['uk-ofsi', ['uk/ofsi_2025-04-10_2022format/ConList.derived.csv'], ofsi, 1_000],
  ['au-dfat', ['au_dfat/2024-12/regulation8_consolidated.derived.csv'], dfat, 200],
  [
    'eu-fsf',
    ['eu_fsf/2016-02-11_v1.0_xml/global.xml'],
    markup(/<ENTITY Id="(\d+)"[\s\S]*?<\/ENTITY>/g, /<PASSPORT[^>]*>\s*<NUMBER>([^<(]+?) ?[<(]/g),
    100,
  ],
  [
    'un-sc',
    ['un_sc/2026-02-27/consolidated.xml'],
    markup(/<DATAID>(\d+)<[\s\S]*?<\/(?:INDIVIDUAL|ENTITY)>/g, /<NUMBER>([^<]+)</g),
    400,
  ],
  [
    'ca-sema',
    ['ca_sema/2025-06/sema-lmes.xml'],
    // Records have no number: those of ships are compared over the whole file.
    ([text = '']) => within('', text, /<ShipIMONumber>(\d{7})</g),
    100,
  ],
]

const letters = (text: string) =>
  plain(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

describe('every number that a file gives stands in an identifier of its entry', () => {
  for (const [list, paths, see, atLeast] of files) {
    const isThere = hasShared(...paths)
    it.skipIf(!isThere)(`${paths[0]}${isThere ? '' : ' (not in ../shared/lists)'}`, () => {
      const given = sharedFiles(...paths)
      const seen = see(given.map(({ bytes }) => new TextDecoder().decode(bytes)))
      const kept = new Map<string, Set<string>>([['', new Set()]])
      for (const { id, identifiers } of parseList(list, given).listings) {
        const values = identifiers.map(({ value }) => letters(value))
        kept.set(id, new Set(values))
        for (const value of values) kept.get('')!.add(value)
      }
      expect(seen.filter(([id, number]) => !kept.get(id)?.has(letters(number)))).toEqual([])
      expect(seen.length).toBeGreaterThan(atLeast)
    })
  }
})
