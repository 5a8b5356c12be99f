import { describe, expect, it } from 'vitest'
import { parseList } from '../../src/lists/parse.js'
import type { Snapshot } from '../../src/model/listing.js'
import { hasShared, sharedFiles } from '../fixtures/shared-lists.js'
import { cellsOf } from './world-counts.js'

/**
 * Every official file beside the project parses to the counts that its manifest states. Where the manifest counts rows
 * or lines and an entry has several, both are checked: the rows in the file, counted without the parser, and the entries.
 */

/** A file or the files of a set; what the manifest counts; entries, where these are something else. */
interface Stated {
  readonly list: string
  readonly paths: readonly string[]
  readonly count: number
  /** What is counted, where it is not entries: how often it stands in the first file. */
  readonly inFile?: (text: string) => number
  readonly entries?: number
}

const rows = (delimiter: string, heads: number) => (text: string) =>
  cellsOf(text, delimiter).filter((cells) => cells.some((cell) => cell.trim() !== '' && cell !== '\u001a'))
    .length - heads
const lines = (text: string) => text.split('\n').filter((line) => line !== '').length
const set = (folder: string, ...names: string[]) => names.map((name) => `us_ofac/${folder}/${name}`)
const sdn = (folder: string) => set(folder, 'sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv')
const one = (list: string, path: string, count: number, more: Partial<Stated> = {}): Stated => ({
  ...{ list, paths: [path], count },
  ...more,
})
const un = (date: string, count: number) => one('un-sc', `un_sc/${date}/consolidated.xml`, count)
const dpl = (date: string, count: number, entries: number) =>
  one('us-bis-dpl', `us_bis/${date}/dpl.txt`, count, { inFile: rows('\t', 1), entries })
const cons = (path: string, count: number) => one('us-ofac-cons', `us_ofac/${path}`, count)
const open = (path: string, count: number, more: Partial<Stated> = {}) =>
  one('opensanctions', `opensanctions/${path}`, count, more)

const stated: readonly Stated[] = [
  one('us-csl', 'us_csl/2022-05-16/consolidated.csv', 14_160),
  one('us-csl', 'us_csl/samples_2026/consolidated.sample.json', 3),
  { list: 'us-ofac-sdn', paths: sdn('2021-07'), count: 8_976 },
  { list: 'us-ofac-sdn', paths: sdn('2019-01'), count: 7_379 },
  one('us-ofac-sdn', 'us_ofac/2022-11/sdn.csv', 11_118),
  // The row that is counted too many is the header that was added.
  {
    list: 'us-ofac-sdn',
    paths: set('2023-01_resaved', 'sdn.csv', 'add.csv'),
    count: 11_444,
    inFile: rows(',', 0),
    entries: 11_443,
  },
  {
    list: 'us-ofac-cons',
    paths: set('cons_2025-12', 'cons_prim.csv', 'cons_add.csv', 'cons_alt.csv', 'cons_comments.csv'),
    count: 442,
  },
  cons('cons_2018-04-06/cons_prim.del', 639),
  cons('cons_2018-04-06/cons_prim.pip', 639),
  {
    list: 'us-ofac-cons',
    paths: set('cons_2018-04-06', 'cons_prim.ff', 'cons_add.ff', 'cons_alt.ff'),
    count: 639,
  },
  cons('cons_2018-04-06/consolidated.xml', 639),
  cons('cons_2025-03-28/consolidated.xml', 443),
  cons('cons_2020-03-17/cons_advanced.xml', 375),
  cons('cons_2025-01-10/CONS_ENHANCED.XML', 443),
  // Rows are addresses; those of one denial are one entry.
  dpl('2023-11', 665, 549),
  dpl('2019-07', 546, 417),
  dpl('2018-08', 539, 410),
  one('us-bis-entity', 'us_bis/samples/el.csv', 18, { inFile: rows(',', 1), entries: 7 }),
  one('us-bis-meu', 'us_bis/samples/meu.csv', 18, { inFile: rows(',', 1), entries: 7 }),
  one('us-bis-uvl', 'us_bis/samples/uvl.csv', 19, { inFile: rows(',', 1), entries: 13 }),
  one('us-state-dtc', 'us_state/itar_debarred_party_list_11062019.csv', 707),
  one('us-state-dtc', 'us_state/itar_debarred_party_list_01242018.csv', 515),
  one('us-state-isn', 'us_state/isn_33191.csv', 203),
  one('us-state-isn', 'us_state/isn_32987.csv', 203),
  // One row stands in the file twice.
  one('us-state-isn', 'us_state/isn_42179.csv', 462, { inFile: rows(',', 1), entries: 461 }),
  un('2026-02-27', 1_003),
  un('2025-11-20', 1_000),
  un('2025-04-19', 877),
  un('2024-11-30', 879),
  un('2020-12-01', 1_006),
  un('2020-11-24', 1_018),
  one('eu-fsf', 'eu_fsf/samples/xmlFullSanctionsList_1_1.sample-2018-12-21.xml', 2),
  one('eu-fsf', 'eu_fsf/samples/xmlFullSanctionsList_1_1.sample-2026-08-05.xml', 2),
  // Two rows of one entity.
  one('eu-fsf', 'eu_fsf/samples/csvFullSanctionsList_1_1.sample-2026-08-05.csv', 2, {
    inFile: rows(';', 1),
    entries: 1,
  }),
  one('eu-fsf', 'eu_fsf/2016-02-11_v1.0_xml/global.xml', 595),
  one('uk-ofsi', 'uk/ofsi_2025-04-10_2022format/UK_Sanctions_List.xlsx', 4_686),
  one('uk-ofsi', 'uk/ofsi_2025-04-10_2022format/ConList.derived.csv', 18_796, {
    inFile: rows(',', 2),
    entries: 4_686,
  }),
  one('uk-ofsi', 'uk/ofsi_2018-04-13/sanctionsconlist.csv', 9_487, { inFile: rows(',', 2), entries: 2_106 }),
  one('uk-ofsi', 'uk/ofsi_2014-04-02/sanctionsconlist.csv', 8_950, { inFile: rows(',', 2), entries: 2_297 }),
  one('uk-sanctions', 'uk/samples/UK-Sanctions-List.sample-2026-08-26.xml', 3),
  one('uk-sanctions', 'uk/samples/UK-Sanctions-List.sample-2026-10-08.csv', 1),
  // One of the targets is de-listed, and so no entry.
  one('ch-seco', 'ch_seco/samples/seco.sample-2026-08-27.xml', 3, {
    inFile: (text) => text.split('<target ').length - 1,
    entries: 2,
  }),
  one('ca-sema', 'ca_sema/2025-06/sema-lmes.xml', 4_759),
  one('au-dfat', 'au_dfat/2024-12/regulation8_consolidated.xlsx', 3_062),
  one('au-dfat', 'au_dfat/2024-12/regulation8_consolidated.derived.csv', 3_062),
  one('jp-meti', 'jp_meti/2026-07_thirdparty/jp.json', 835),
  one('cn-mofcom', 'cn_mofcom/2026-07_thirdparty/cn.json', 240),
  open('ua_war_sanctions_2026-03/targets.simple.csv', 5_600),
  open('wd_persons_2024-03/targets.nested.json', 20),
  // Lines are records of all kinds; entries are the targets among them.
  open('wd_persons_2024-03/entities.ftm.json', 281, { inFile: lines, entries: 20 }),
  open('wd_persons_2024-03/senzing.json', 121),
  open('us_congress_senzing/senzing.json', 1_319),
  open('zala_ownership/entities.ftm.json', 91, { inFile: lines, entries: 14 }),
]

const read = ({ list, paths }: Stated): Snapshot => parseList(list, sharedFiles(...paths))

describe('official files parse to the counts of their manifest', () => {
  for (const file of stated) {
    const isThere = hasShared(...file.paths)
    const title = `${file.paths.join(' + ')}: ${file.count}${isThere ? '' : ' (not in ../shared/lists)'}`
    it.skipIf(!isThere)(title, () => {
      const [first] = sharedFiles(file.paths[0]!)
      if (file.inFile) expect(file.inFile(new TextDecoder().decode(first!.bytes))).toBe(file.count)
      expect(read(file).listings).toHaveLength(file.entries ?? file.count)
    })
  }

  const csl = stated[0]!
  it.skipIf(!hasShared(...csl.paths))('the CSL of each source', () => {
    const counts = new Map<string | undefined, number>()
    for (const { source } of read(csl).listings) counts.set(source, (counts.get(source) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      ...{ SDN: 10_026, EL: 2_001, DTC: 727, DPL: 462, SSI: 290, UVL: 201, ISN: 163, PLC: 78, MEU: 71 },
      ...{ CMIC: 68, CAP: 53, 'NS-MBS': 17, FSE: 3 },
    })
  })

  const persons = un('2026-02-27', 1_003)
  it.skipIf(!hasShared(...persons.paths))('the UN’s persons and entities', () => {
    const { listings } = read(persons)
    expect(listings.filter(({ kind }) => kind === 'person')).toHaveLength(730)
    expect(listings.filter(({ kind }) => kind === 'organization')).toHaveLength(273)
  })

  for (const [list, path, reason] of [
    ['us-csl', 'us_csl/2023-11_partial/consolidated.csv', /it is cut/],
    ['us-csl', 'us_csl/2026-07-31_projection/screening-list.json', /got other json/],
    ['eu-fsf', 'eu_fsf/2018-07-04_csv_v1.0_partial/EUSanctionsShort.csv', /expected utf-8/],
    ['ch-seco', 'ch_seco/2024-01-17_official_amendment_example/seco.xml', /amendment/],
    ['opensanctions', 'opensanctions/sanctions_delta_2024/entities.delta.json', /got a delta/],
    ['us-ofac-sdn', 'malformed/sdn_plus_cons_prim_concatenated_2022-11.csv', /files were joined/],
    ['un-sc', 'malformed/un_consolidated_2025-08-16_latin1_reencoded.xml', /expected utf-8/],
  ] as const)
    it.skipIf(!hasShared(path))(`${path} is no whole list, and refused`, () => {
      expect(() => parseList(list, sharedFiles(path))).toThrow(reason)
    })
})
