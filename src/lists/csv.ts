import { parse } from 'csv-parse/browser/esm/sync'
import type { ListFile } from '../model/listing.js'
import { MAX_TEXT } from '../model/vocabulary.js'
import { decodeChunks, type IssueLog, unreadable } from './source.js'

/**
 * Delimited text → rows. Strict: a quote that is not closed, or one in the middle of a field, means that the file is
 * cut or is not what it claims to be, and nothing of it is used. The build of csv-parse for browsers is taken, since
 * the one for Node needs a global `Buffer`.
 */

/** One record of a delimited file. */
export interface Row {
  readonly fields: readonly string[]
  /** Line of the file on which the record begins, from 1. */
  readonly line: number
}

/** What csv-parse throws; only what is read here. */
interface CsvFailure {
  readonly code?: unknown
  readonly lines?: unknown
}

/**
 * Splits a file into rows; blank lines are skipped, rows may differ in length, and lines may end in any of the three
 * ways. A byte order mark at the start is not part of the text.
 * @throws ConsigneeError `unreadable-list` for bytes that are not UTF-8, for markup, for broken quoting, and for a row of more
 *   than 100,000 characters (a quote that swallows the rest of the file).
 */
export function readRows(file: ListFile, delimiter: ',' | '\t' | ';' | '@' | '|'): Row[] {
  refuseBroken(file)
  const rows: Row[] = []
  let line = 1
  const onRecord = (fields: string[], context: { readonly lines: number }) => {
    rows.push({ fields, line })
    line = context.lines + 1
    return null
  }
  try {
    parse(withoutMark(file.bytes), {
      delimiter,
      max_record_size: MAX_TEXT,
      on_record: onRecord,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch (cause) {
    const failure = cause as CsvFailure
    const last = typeof failure.lines === 'number' && failure.lines > line ? `–${failure.lines}` : ''
    throw unreadable(`${file.name} line ${line}${last}`.trim(), explain(failure), cause)
  }
  return rows
}

/** Longest line: csv-parse bounds the text of a row and not its columns. */
const MAX_LINE = 2 * MAX_TEXT

/** csv-parse would replace broken bytes in silence, and would read a web page as far as its first quote. */
function refuseBroken(file: ListFile): void {
  let start = ''
  let open = 0
  for (const chunk of decodeChunks(file)) {
    if (start === '') start = chunk.trimStart().slice(0, 1)
    for (const [index, { length }] of chunk.split(/[\r\n]/).entries()) {
      open = index === 0 ? open + length : length
      if (open > MAX_LINE)
        throw unreadable(file.name, `expected a row of at most ${MAX_LINE} characters, got a longer one`)
    }
  }
  if (start === '<') {
    throw unreadable(file.name, 'expected delimited text, got XML or an HTML page; download the csv file')
  }
}

/** The bytes without a UTF-8 byte order mark; csv-parse's own option for it needs a Node `Buffer`. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function explain(failure: CsvFailure): string {
  switch (failure.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'expected a closing quote, got the end of the file; it is cut, download it again'
    case 'CSV_MAX_RECORD_SIZE':
      return `expected a row of at most ${MAX_TEXT} characters, got a longer one; a quote is missing, download the file again`
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return 'expected fields in quotes or without any, got a quote inside a field; download the file again'
    default:
      return 'expected rows of delimited text, got something else; download the file again'
  }
}

/** Reports a file that does not end with a line: text formats have no other sign that the last row is whole. */
export function reportOpenEnd(file: ListFile, log: IssueLog): void {
  if (endsWithNewline(file.bytes)) return
  const message = 'expected a line end after the last row, got none; the row may be cut'
  log.add('no-final-newline', file.name, message)
}

/** Whether the file's last byte ends a line. */
export function endsWithNewline(bytes: Uint8Array): boolean {
  const last = bytes[bytes.length - 1]
  return last === 0x0a || last === 0x0d
}
