import type { ListedAddress, ListedName, ListFile, Listing } from '../model/listing.js'
import type { ListId } from '../model/vocabulary.js'
import { cleanText } from './clean-text.js'
import { endsWithNewline, type Row, readRows, reportOpenEnd } from './csv.js'
import { contentId, uniqueId } from './ids.js'
import { type IssueLog, unreadable } from './source.js'
import { splitPrimary } from './us-csl-names.js'
import { asUtf8, isMixed } from './windows-1252.js'

/**
 * Delimited files with a header, as BIS and the Department of State make them: by hand, in a spreadsheet. Columns are
 * known by name, since their order and number change. None of these files has an end mark: one that is cut exactly
 * after a row looks whole. A cut anywhere else is refused or reported.
 */

/** One row. */
export interface SheetRow {
  /** `dpl.txt line 12`. */
  readonly where: string
  /** By the column's name in lower case; only what is not empty, white space normalized. */
  readonly values: ReadonlyMap<string, string>
}

/**
 * Reads a sheet in UTF-8 or Windows-1252.
 *
 * @param required columns without which it is another file, in lower case; one of each group.
 * @throws ConsigneeError `unreadable-list` for another header, no row, a row that is cut or has more columns than the
 *   header, and whatever `readRows` refuses.
 */
export function readSheet(
  file: ListFile,
  delimiter: ',' | '\t',
  required: readonly (readonly string[])[],
  log: IssueLog,
): readonly SheetRow[] {
  if (isMixed(file.bytes))
    log.add(
      'mixed-encoding',
      file.name,
      'expected UTF-8 or Windows-1252, got some of each; letters may be wrong',
    )
  const text = asUtf8(file)
  if (text.bytes.includes(0))
    throw unreadable(file.name, 'expected text, got the byte 0; download the file again')
  const [header, ...rows] = readRows(text, delimiter)
  const columns = (header?.fields ?? []).map((column) => cleanText(column).toLowerCase())
  if (!required.every((names) => names.some((name) => columns.includes(name)))) {
    const wanted = required.map((names) => names.join(' or ')).join(', ')
    throw unreadable(
      file.name,
      `line 1: expected the columns ${wanted}, got "${columns.join(', ').slice(0, 80)}"`,
    )
  }
  reportOpenEnd(file, log)
  const sheet = rows.flatMap((row, index) => {
    const isCut = index === rows.length - 1 && !endsWithNewline(file.bytes)
    return readRow(row, columns, `${file.name} line ${row.line}`.trim(), isCut, log)
  })
  if (sheet.length === 0) throw unreadable(file.name, 'expected rows after the header, got none')
  return sheet
}

function readRow(
  row: Row,
  columns: readonly string[],
  where: string,
  isCut: boolean,
  log: IssueLog,
): readonly SheetRow[] {
  const fields = row.fields.map(cleanText)
  const extra = fields.find((field, index) => field !== '' && (columns[index] ?? '') === '')
  if (extra !== undefined) {
    throw unreadable(
      where,
      `expected nothing beyond the columns of the header, got "${extra.slice(0, 40)}"; the file is damaged, download it again`,
    )
  }
  if (fields.every((field) => field === '')) {
    log.add('empty-row', where, 'expected values, got none; skipped')
    return []
  }
  if (fields.every((field, index) => field.toLowerCase() === columns[index])) {
    log.add('extra-header', where, 'the header is repeated here; skipped')
    return []
  }
  const missing = columns.slice(fields.length).filter((column) => column !== '')
  if (missing.length > 0) {
    const message = `expected ${columns.length} columns, got ${fields.length}`
    if (isCut) throw unreadable(where, `${message}; the file is cut, download it again`)
    log.add('short-row', where, `${message}; without ${missing.join(', ')}`)
  }
  const pairs = fields.flatMap((field, index) => (field === '' ? [] : [[columns[index]!, field] as const]))
  return [{ where, values: new Map(pairs) }]
}

/** Whose sheet it is. */
export interface SheetSource {
  readonly list: ListId
  /** The publisher's tag for it, which also begins the ids. */
  readonly tag: string
  readonly authority: string
}

/** What a sheet says of an entry first. */
export interface SheetHead {
  readonly where: string
  readonly name: string
  /** Where the name itself does not say all of them. */
  readonly names?: readonly ListedName[]
  readonly addresses: readonly ListedAddress[]
  /** Tells namesakes without an address apart. */
  readonly notice?: string | undefined
}

/** A listing as far as all sheets write it alike. There is no id in them: it is made from the name and the first address. */
export function startListing(
  { list, tag, authority }: SheetSource,
  { where, name, names = splitPrimary(name), addresses, notice = '' }: SheetHead,
  ids: Map<string, number>,
  log: IssueLog,
): Listing {
  if (name === '') log.add('no-name', where, 'expected a name, got none')
  return {
    id: uniqueId(ids, contentId(tag, name, addresses[0]?.text ?? notice)),
    list,
    source: tag,
    authority,
    kind: null,
    names,
    addresses,
    birthDates: [],
    birthPlaces: [],
    countries: [],
    identifiers: [],
    programs: [],
    listedOn: null,
  }
}

/** Rows of one entry, in the order of their first one: those that agree in everything `key` says. */
export function groupRows(rows: readonly SheetRow[], key: (row: SheetRow) => string): readonly SheetRow[][] {
  const groups = new Map<string, SheetRow[]>()
  for (const row of rows) {
    const own = groups.get(key(row))
    if (own) own.push(row)
    else groups.set(key(row), [row])
  }
  return [...groups.values()]
}

/** What a column says in any row of an entry, each once. */
export function valuesIn(rows: readonly SheetRow[], column: string): readonly string[] {
  return [...new Set(rows.flatMap(({ values }) => values.get(column) ?? []))]
}
