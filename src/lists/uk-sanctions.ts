import type { ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { dayFirst } from './day-first.js'
import { makeSnapshot, onlyFile } from './snapshot.js'
import { decodeChunks, IssueLog } from './source.js'
import { readTable, type Table } from './table.js'
import { ukListing } from './uk-entry.js'
import { type UkField, type UkPiece, ukField } from './uk-fields.js'
import { partsOf, readXml, textsOf, type XmlElement } from './xml.js'
import { isZip } from './zip.js'

/**
 * The UK Sanctions List: XML, csv and ods with the same content (58 columns). In tables an entry has a row for each
 * combination of its names, addresses and birth dates; rows are joined on the Unique ID.
 */

/** More than 4,500 in 2025. */
const FEWEST = 2_000

const AUTHORITY = 'UK FCDO'

/** Reads any of the forms; `published` is the report date. */
export function parseUk(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const isXml = !isZip(file.bytes) && firstCharacter(file) === '<'
  const found = isXml ? readDesignations(list, file, log) : readRows(list, file, log)
  return makeSnapshot(list, files, { ...found, fewest: FEWEST, log })
}

function firstCharacter(file: ListFile): string {
  const [start = ''] = decodeChunks(file)
  return start.trimStart().slice(0, 1)
}

interface Found {
  readonly listings: readonly Listing[]
  readonly published: CalendarDate | null
}

function readRows(list: ListId, file: ListFile, log: IssueLog): Found {
  const table = readTable(file, ['Unique ID', 'Name 6', 'Regime Name'], log)
  const entries = joinRows(table, 'Unique ID', file, log)
  return {
    listings: [...entries].map(([id, pieces]) => ukListing(list, id, AUTHORITY, pieces, log)),
    published: preambleDate(table),
  }
}

/** The day in the line above the header: `Report Date: 08-Oct-2026`, `Last Updated,13/04/2018`. */
export function preambleDate({ preamble }: Table): CalendarDate | null {
  for (const field of preamble.flatMap(({ fields }) => fields)) {
    const day = dayFirst(field.replace(/^[A-Za-z ]{1,30}:/, ''))
    if (day !== null) return day
  }
  return null
}

/** Rows of a table by entry, in the order in which entries begin. */
export function joinRows(
  table: Table,
  idColumn: string,
  file: ListFile,
  log: IssueLog,
): ReadonlyMap<string, UkPiece[]> {
  const columns = table.columns
    .filter((column) => column !== '')
    .map((column) => ({ column, field: ukField(column) }))
  for (const { column, field } of columns)
    if (field === undefined)
      log.add('unknown-column', file.name, `expected a known column, got "${column.slice(0, 80)}"`)
  const entries = new Map<string, UkPiece[]>()
  for (const row of table.rows) {
    const fields = new Map<UkField, string>()
    const unknown: string[] = []
    for (const { column, field } of columns) {
      const text = row.get(column)
      if (text === '') continue
      if (field) fields.set(field, text)
      else unknown.push(`${column}: ${text}`)
    }
    const id = row.get(idColumn)
    if (fields.size === 0 && unknown.length === 0) continue
    if (id === '') log.add('no-id', row.where, `expected a ${idColumn}, got nothing`)
    const key = id || row.where
    const pieces = entries.get(key) ?? []
    pieces.push({ fields, unknown })
    entries.set(key, pieces)
  }
  return entries
}

/** Elements whose children belong together; every other element with text is a piece of its own. */
const together: ReadonlySet<string> = new Set([
  'Name',
  'NonLatinName',
  'Address',
  'Location',
  'Passport',
  'NationalIdentifier',
])

function readDesignations(list: ListId, file: ListFile, log: IssueLog): Found {
  const listings: Listing[] = []
  const dates: string[] = []
  readXml(file, { root: 'Designations', records: ['Designation', 'DateGenerated'] }, (record) => {
    if (record.name === 'DateGenerated') dates.push(textsOf(record).join(' '))
    else {
      const pieces = piecesOf(record, log)
      const id = pieces.find(({ fields }) => fields.has('id'))?.fields.get('id')
      if (id === undefined)
        log.add('no-id', `Designation ${listings.length + 1}`, 'expected a UniqueID, got nothing')
      listings.push(ukListing(list, id ?? `designation-${listings.length + 1}`, AUTHORITY, pieces, log))
    }
  })
  return { listings, published: dayFirst(dates[0] ?? '') }
}

function piecesOf(element: XmlElement, log: IssueLog): UkPiece[] {
  return partsOf(element).flatMap((child) => {
    if (together.has(child.name)) return [toPiece(partsOf(child), log)]
    return child.children.length > 0 ? piecesOf(child, log) : [toPiece([child], log)]
  })
}

function toPiece(elements: readonly XmlElement[], log: IssueLog): UkPiece {
  const fields = new Map<UkField, string>()
  const unknown: string[] = []
  for (const element of elements) {
    const text = textsOf(element).join(' ')
    const field = ukField(element.name)
    if (text === '') continue
    if (field && !fields.has(field)) fields.set(field, text)
    else {
      log.add(
        'unknown-element',
        element.name.slice(0, 80),
        `expected a known element once, got ${element.name.slice(0, 80)}`,
      )
      unknown.push(`${element.name.slice(0, 80)}: ${text}`)
    }
  }
  return { fields, unknown }
}
