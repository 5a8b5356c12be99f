import type { ListedAddress, ListFile } from '../model/listing.js'
import { type CalendarDate, MAX_TEXT } from '../model/vocabulary.js'
import { cleanText } from './clean-text.js'
import { type Row, readRows, reportOpenEnd } from './csv.js'
import { calendarDate } from './dates.js'
import { isObject, type Json, own, readJson } from './json.js'
import { decodeChunks, type IssueLog, unreadable } from './source.js'
import { joinAddress, splitAddresses } from './us-csl-addresses.js'
import { type CslId, type IdOrder, idOrder, readCsvIds } from './us-csl-ids.js'

/**
 * The three forms of the Consolidated Screening List (csv, tsv, json) as one shape of record. The form is told by the
 * content: the publisher's file names have changed, and callers rename files.
 */

/** One record, before its values are interpreted. */
export interface CslRecord {
  /** `line 12` or `results[3]`. */
  readonly where: string
  /** Columns with one value, by the publisher's name; only those that have one, white space normalized. */
  readonly text: ReadonlyMap<string, string>
  /** Columns with several values, by name; only those that have one. Names are not split further here. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly addresses: readonly ListedAddress[]
  readonly ids: readonly CslId[]
}

/** What a file holds. */
export interface CslFile {
  readonly records: readonly CslRecord[]
  /** The day on which the publisher made the file; only json has one. */
  readonly made: CalendarDate | null
}

/** Columns of several values joined with "; ". */
const multiple: ReadonlySet<string> = new Set([
  'programs',
  'citizenships',
  'nationalities',
  'dates_of_birth',
  'places_of_birth',
])

/**
 * Reads a file of any form.
 * @throws ConsigneeError `unreadable-list` when it is empty, a web page, cut, without header, of another shape.
 */
export function readCsl(file: ListFile, log: IssueLog): CslFile {
  const start = firstCharacters(file)
  if (start.trim() === '') throw unreadable(file.name, 'expected csv, tsv or json, got an empty file')
  if (/^\s*[[{]/.test(start)) return readEnvelope(file, log)
  const header = start.split(/[\r\n]/, 1)[0]!
  const records = readDelimited(file, header.includes('\t') ? '\t' : ',', log)
  return { records, made: null }
}

/** The file's first characters, without byte order mark (the decoder takes it off). */
function firstCharacters(file: ListFile): string {
  for (const chunk of decodeChunks(file)) return chunk
  return ''
}

function readDelimited(file: ListFile, delimiter: ',' | '\t', log: IssueLog): CslRecord[] {
  const [header, ...rows] = readRows(file, delimiter)
  const columns = (header?.fields ?? []).map((column) => column.trim())
  if (!columns.includes('source') || !columns.includes('name')) {
    throw unreadable(
      file.name,
      `line 1: expected a header with the columns "source" and "name", got "${columns.join(', ').slice(0, 80)}"`,
    )
  }
  reportOpenEnd(file, log)
  const order = idOrder(rows.map((row) => row.fields[columns.indexOf('ids')] ?? ''))
  return rows.flatMap((row) => {
    const place = `${file.name} line ${row.line}`.trim()
    if (row.fields.length !== columns.length) {
      throw unreadable(
        place,
        `expected ${columns.length} columns, got ${row.fields.length}; the file is cut or damaged, download it again`,
      )
    }
    if (isHeader(row, columns)) {
      log.add(
        'extra-header',
        place,
        'the header is repeated here, as where the publisher joins files; skipped',
      )
      return []
    }
    return [fromRow(columns, row, place, order, log)]
  })
}

function isHeader(row: Row, columns: readonly string[]): boolean {
  return row.fields[columns.indexOf('source')] === 'source' && row.fields[columns.indexOf('name')] === 'name'
}

function fromRow(
  columns: readonly string[],
  row: Row,
  where: string,
  order: IdOrder,
  log: IssueLog,
): CslRecord {
  const text = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  let addresses: readonly ListedAddress[] = []
  let ids: readonly CslId[] = []
  for (const [index, column] of columns.entries()) {
    const value = cleanText(row.fields[index]!)
    if (value === '') continue
    if (column === 'addresses') addresses = splitAddresses(value, where, log)
    else if (column === 'ids') ids = readCsvIds(value, order, where, log)
    else if (column === 'alt_names') lists.set(column, [value])
    else if (multiple.has(column)) lists.set(column, value.split('; '))
    else text.set(column, value)
  }
  return { where, text, lists, addresses, ids }
}

function readEnvelope(file: ListFile, log: IssueLog): CslFile {
  const root = readJson(file)
  const envelope = isObject(root) ? root : {}
  const results = Array.isArray(root) ? root : own(envelope, 'results')
  if (!Array.isArray(results)) {
    throw unreadable(
      file.name,
      'expected { "results": [ … ] } as of the Consolidated Screening List, got other json',
    )
  }
  const total = own(envelope, 'total')
  if (typeof total === 'number' && total !== results.length) {
    throw unreadable(
      file.name,
      `expected all ${total} results, got ${results.length}; this is one page of a search, take the whole file`,
    )
  }
  const records = results.map((result: unknown, index) => {
    const where = `${file.name} results[${index}]`.trim()
    if (!isObject(result)) throw unreadable(where, `expected an object, got ${typeof result}`)
    return fromJson(result, where, log)
  })
  const made = own(envelope, 'search_performed_at')
  return { records, made: typeof made === 'string' ? calendarDate(made) : null }
}

function fromJson(result: Json, where: string, log: IssueLog): CslRecord {
  const text = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  for (const [key, value] of Object.entries(result)) {
    if (key === 'addresses' || key === 'ids') continue
    if (key === 'alt_names' || multiple.has(key)) {
      const values = toArray(value)
        .map((item) => toText(item, where))
        .filter((item) => item !== '')
      if (values.length > 0) lists.set(key, values)
      continue
    }
    const written = toText(value, where)
    if (written !== '') text.set(key, written)
  }
  const addresses = toArray(own(result, 'addresses')).flatMap((item) => toAddress(item, where, log))
  const ids = toArray(own(result, 'ids')).flatMap((item) => toId(item, where))
  return { where, text, lists, addresses, ids }
}

function toAddress(value: unknown, where: string, log: IssueLog): readonly ListedAddress[] {
  if (!isObject(value)) return splitAddresses(toText(value, where), where, log)
  const [street, city, region, postalCode, country] = [
    'address',
    'city',
    'state',
    'postal_code',
    'country',
  ].map((key) => toText(own(value, key), where))
  return joinAddress({ street, city, region, postalCode, country }, where, log)
}

function toId(value: unknown, where: string): readonly CslId[] {
  if (!isObject(value)) {
    const written = toText(value, where)
    return written === '' ? [] : [{ label: 'Id', value: written, details: [] }]
  }
  const read = (key: string) => toText(own(value, key), where)
  const details = [read('issue_date'), read('expiration_date')].filter((date) => date !== '')
  const country = read('country')
  const id: CslId = { label: read('type') || 'Id', value: read('number'), details }
  return [country === '' ? id : { ...id, country }]
}

function toArray(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** A value as text; what is not a scalar is kept as json. */
function toText(value: unknown, where: string): string {
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (text.length > MAX_TEXT) {
    throw unreadable(where, `expected values of at most ${MAX_TEXT} characters, got ${text.length}`)
  }
  return cleanText(text)
}
