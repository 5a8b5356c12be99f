import { readFileSync } from 'node:fs'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { readRows } from '../../src/lists/csv.js'
import { parseList } from '../../src/lists/parse.js'
import type { Snapshot } from '../../src/model/listing.js'

/** Invented files of the lists outside the US; sheets are written by another library than the one that reads them. */

const folder = new URL('../fixtures/', import.meta.url)

export const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, folder)))

/** A fixture's list is the folder it lies in. */
export const parseFixture = (path: string): Snapshot => parseList(path.split('/')[0]!, fixture(path))

type Cell = string | number | boolean | Date | null

/** Days as real cells with a format, as Excel keeps them. */
const toCell = (cell: unknown): Cell =>
  typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)
    ? new Date(`${cell}T00:00:00Z`)
    : cell === ''
      ? null
      : (cell as Cell)

export const dfatRows: readonly (readonly unknown[])[] = JSON.parse(
  readFileSync(new URL('au-dfat/rows.json', folder), 'utf8'),
)

const sheet = (rows: readonly (readonly unknown[])[]) => ({
  sheets: [{ name: 'Sheet1', rows: rows.map((row) => row.map(toCell)) }],
})

export const xlsxOf = (rows: readonly (readonly unknown[])[]): Promise<Uint8Array> => writeXlsx(sheet(rows))
export const odsOf = (rows: readonly (readonly unknown[])[]): Promise<Uint8Array> => writeOds(sheet(rows))

/** The rows of a csv fixture, as a sheet would have them. */
export const csvRows = (path: string): readonly (readonly string[])[] =>
  readRows({ name: path, bytes: fixture(path) }, ',').map(({ fields }) => fields)

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Names, relationships and remarks stand in the order of the format; what is compared is which there are. */
export const withoutOrder = ({ listings }: Snapshot) =>
  listings.map((listing) => ({
    ...listing,
    names: [...listing.names].sort((a, b) => (a.name < b.name ? -1 : 1)),
    relationships: (listing.relationships ?? [])
      .map((one) => JSON.stringify(one, Object.keys(one).sort()))
      .sort(),
    remarks: (listing.remarks ?? '').split('\n').sort(),
  }))
