import type { ListFile } from '../model/listing.js'
import { cleanText } from './clean-text.js'
import { type Row, readRows, reportOpenEnd } from './csv.js'
import { readOds } from './ods.js'
import { decodeChunks, type IssueLog, unreadable } from './source.js'
import { readXlsx } from './xlsx.js'
import { isZip, readZip } from './zip.js'

/**
 * Tables with a header, whatever they are written in: csv in any of the usual delimiters, xlsx or ods, told by the
 * content, since publishers and callers rename files. Columns are found by name, never by place.
 */

/** One row under its header. */
export interface TableRow {
  /** `list.csv line 12`. */
  readonly where: string
  /** Value of a column on one line; empty where the row or the table has none. */
  get(column: string): string
  /** The same with its line breaks. */
  raw(column: string): string
}

/** A table as far as its header. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Rows above the header. */
  readonly preamble: readonly Row[]
}

/** Spaces, case and marks in a column's name mean nothing: `Name type ` is `name type`. */
export function columnKey(column: string): string {
  return cleanText(column).toLowerCase()
}

/**
 * Reads a table.
 * @param required columns that the header must have; the header is the first row, of the first ten, that has them.
 * @throws ConsigneeError `unreadable-list` without such a header, and for a csv row of another length.
 */
export function readTable(file: ListFile, required: readonly string[], log: IssueLog): Table {
  const sheet = isZip(file.bytes)
  const rows = sheet ? readSheet(file, log) : readDelimited(file, log)
  const keys = required.map(columnKey)
  const at = rows.slice(0, 10).findIndex(({ fields }) => {
    const found = new Set(fields.map(columnKey))
    return keys.every((key) => found.has(key))
  })
  if (at < 0) {
    const got = rows[0]?.fields.join(', ').slice(0, 80) ?? 'nothing'
    throw unreadable(
      file.name,
      `expected a header with ${required.map((one) => `"${one}"`).join(', ')}, got "${got}"`,
    )
  }
  const columns = rows[at]!.fields.map(cleanText)
  const places = placesOf(columns)
  const width = rows[at]!.fields.length
  const tableRows = rows.slice(at + 1).map(({ fields, line }): TableRow => {
    const where = `${file.name} line ${line}`.trim()
    if (!sheet && fields.length !== width)
      throw unreadable(
        where,
        `expected ${width} columns, got ${fields.length}; the file is cut or damaged, download it again`,
      )
    const stray = fields.slice(width).filter((text) => text !== '')
    if (stray.length > 0)
      log.add(
        'stray-cell',
        where,
        `expected ${width} columns, got "${stray.join(', ').slice(0, 80)}" beyond them`,
      )
    const raw = (column: string) => fields[places.get(column) ?? places.get(columnKey(column)) ?? -1] ?? ''
    return { where, raw, get: (column) => cleanText(raw(column)) }
  })
  return { columns, rows: tableRows, preamble: rows.slice(0, at) }
}

/** Places by name as written, and by what it means; of a name that is repeated, the first. */
function placesOf(columns: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [index, column] of columns.entries())
    for (const key of [column, columnKey(column)]) if (!places.has(key)) places.set(key, index)
  return places
}

function readSheet(file: ListFile, log: IssueLog): readonly Row[] {
  const parts = readZip(file)
  return parts.has('xl/workbook.xml') ? readXlsx(file, parts, log) : readOds(file, parts, log)
}

function readDelimited(file: ListFile, log: IssueLog): readonly Row[] {
  reportOpenEnd(file, log)
  return readRows(file, delimiterOf(file))
}

/** The delimiter that the first lines have most of. */
function delimiterOf(file: ListFile): ',' | '\t' | ';' {
  const [start = ''] = decodeChunks({ ...file, bytes: endOfText(file.bytes) })
  const count = (delimiter: string) => start.split(delimiter).length
  if (count('\t') > count(',') && count('\t') > count(';')) return '\t'
  return count(';') > count(',') ? ';' : ','
}

/** The first lines as far as a byte that ends one, so that no character is cut. */
function endOfText(bytes: Uint8Array): Uint8Array {
  const start = bytes.subarray(0, 16_384)
  const end = start.lastIndexOf(0x0a)
  return end < 0 || start.length === bytes.length ? bytes : start.subarray(0, end)
}
