import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listOfFile } from '../../src/cli/file-names.js'
import { loadLists } from '../../src/cli/load.js'
import { unList } from '../fixtures/un-list.js'

const fixture = (path: string) => new URL(`../fixtures/${path}`, import.meta.url)
const nothing = () => new Uint8Array()
const bytes = (text: string) => () => new TextEncoder().encode(text)

/** A folder with these files, copied from fixtures or written. */
function folderOf(files: Readonly<Record<string, URL | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'consignee-'))
  for (const [name, from] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    if (from instanceof URL) copyFileSync(from, join(folder, name))
    else writeFileSync(join(folder, name), from)
  }
  return folder
}

describe('which list a file is', () => {
  it.each([
    ['/x/consolidated.csv', 'us-csl'],
    ['/x/sdn.csv', 'us-ofac-sdn'],
    ['/x/sdn_advanced.xml', 'us-ofac-sdn'],
    ['/x/cons_prim.del', 'us-ofac-cons'],
    ['/x/CONS_ENHANCED.XML', 'us-ofac-cons'],
    ['/x/dpl.txt', 'us-bis-dpl'],
    ['/x/isn_33191.csv', 'us-state-isn'],
    ['/x/UK-Sanctions-List.csv', 'uk-sanctions'],
    ['/x/ConList.xlsx', 'uk-ofsi'],
    ['/x/senzing.json', 'opensanctions'],
    ['/us-csl/anything.of.today', 'us-csl'],
    ['/un_sc/2026-02-27/list.xml', 'un-sc'],
    ['/jp_meti/2026-07/jp.json', 'jp-meti'],
    // Of a folder's own name only data count, and a name that tells goes before the folder further up.
    ['/us-csl/2026/dpl.txt', 'us-bis-dpl'],
    ['/opensanctions/2026/index.json', undefined],
    ['/opensanctions/2026/entities.delta.json', undefined],
    ['/eu_fsf/schemas/schema_1_1.xsd', undefined],
    ['/x/jp.json', undefined],
    ['/x/.sdn.csv', undefined],
  ])('%s: %s', (path, list) => {
    expect(listOfFile(path, nothing)).toBe(list)
  })

  it('is told by the content where two publishers use one name', () => {
    const ofac = bytes('<?xml version="1.0"?>\n<sdnList xmlns="https://x">')
    expect(listOfFile('/x/consolidated.xml', ofac)).toBe('us-ofac-cons')
    expect(listOfFile('/x/consolidated.xml', bytes('<a:sdnList xmlns:a="https://x">'))).toBe('us-ofac-cons')
    expect(listOfFile('/x/consolidated.xml', bytes('<CONSOLIDATED_LIST>'))).toBe('un-sc')
  })
})

describe('loading', () => {
  const un = unList({ people: 600 })

  it('takes folders named by list or date, two levels deep', () => {
    const folder = folderOf({
      'un_sc/2026-11-20/of-today.xml': un,
      'us_bis/dpl.txt': fixture('us-bis/dpl.txt'),
    })
    expect(loadLists(folder).map(({ list }) => list)).toEqual(['us-bis-dpl'])
    expect(loadLists(join(folder, 'un_sc')).map(({ list }) => list)).toEqual(['un-sc'])
    expect(loadLists(join(folder, 'un_sc', '2026-11-20')).map(({ list }) => list)).toEqual(['un-sc'])
  })

  it('takes one list of several, and a file of any name as the list that is named', () => {
    const folder = folderOf({ 'consolidated.xml': un, 'dpl.txt': fixture('us-bis/dpl.txt'), 'x.dat': un })
    expect(loadLists(folder).map(({ list }) => list)).toEqual(['un-sc', 'us-bis-dpl'])
    expect(loadLists(folder, 'un-sc').map(({ list }) => list)).toEqual(['un-sc'])
    expect(loadLists(join(folder, 'x.dat'), 'un-sc')[0]?.listings).toHaveLength(600)
    expect(loadLists(join(folder, 'dpl.txt')).map(({ list }) => list)).toEqual(['us-bis-dpl'])
  })

  it('refuses what it does not know, and a folder without the list that is wanted', () => {
    const folder = folderOf({ 'dpl.txt': fixture('us-bis/dpl.txt'), 'x.dat': un })
    expect(() => loadLists(join(folder, 'x.dat'))).toThrow('expected a bundle, or a list file')
    expect(() => loadLists(folder, 'un-sc')).toThrow('expected files of un-sc')
    expect(() => loadLists(join(folder, 'dpl.txt'), 'un-sc')).toThrow('expected well-formed XML')
  })
})
