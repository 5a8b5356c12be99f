import type { ListFile } from '../model/listing.js'
import { MAX_TEXT } from '../model/vocabulary.js'
import { type Row, readRows } from './csv.js'
import { decodeChunks, unreadable } from './source.js'

/**
 * OFAC's four legacy forms of the same tables (dat_spec.txt): fields divided by "," (.csv), "@" (.del) or "|" (.pip),
 * or of fixed width (.ff). The form is told by how a row begins, not by the file's name: the number of an entry and
 * then the divider, or the number set right in ten columns with the name straight after it.
 */

/** What a file holds. */
export type Part = 'primary' | 'addresses' | 'aliases' | 'comments'

const NUMBER = 10
const FIRST_BYTES = 64

/**
 * Widths of the columns in .ff. A row of the comments file goes on without limit. The column of programs was 50
 * wide in the non-SDN lists of 2018 and is 200 in the SDN list; the length of the rows tells which.
 */
const widths: Readonly<Record<Part, readonly (readonly number[])[]>> = {
  primary: [50, 200].map((programs) => [NUMBER, 350, 12, programs, 200, 8, 25, 14, 8, 40, 150, 1000]),
  addresses: [[NUMBER, NUMBER, 750, 116, 250, 200]],
  aliases: [[NUMBER, NUMBER, 8, 350, 200]],
  comments: [],
}

/**
 * Splits a file into rows.
 * @throws ConsigneeError `unreadable-list` as `readRows` does; in .ff for a row of another length, a cut one too.
 */
export function readOfacRows(file: ListFile, part: Part): readonly Row[] {
  const start = String.fromCharCode(...file.bytes.subarray(0, FIRST_BYTES))
  const divider = /^\d{1,10}([@|])/.exec(start)?.[1]
  if (divider === '@' || divider === '|') return readRows(file, divider)
  return /^ *\d/.test(start) && /^[ \d]{10}/.test(start) && !/^\d{1,10},/.test(start)
    ? readFixed(file, part)
    : readRows(file, ',')
}

function readFixed(file: ListFile, part: Part): Row[] {
  const lines = [...decodeChunks(file)].join('').split(/\r\n|\n|\r/)
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return []
    const where = `${file.name} line ${index + 1}`
    if (text.length > MAX_TEXT)
      throw unreadable(where, `expected a row of at most ${MAX_TEXT} characters, got ${text.length}`)
    return [{ fields: cut(text, part, where), line: index + 1 }]
  })
}

function cut(text: string, part: Part, where: string): string[] {
  if (part === 'comments') return [text.slice(0, NUMBER), text.slice(NUMBER)]
  const columns = widths[part].find((one) => sum(one) === text.length)
  if (!columns) {
    throw unreadable(
      where,
      `expected a row of ${widths[part].map(sum).join(' or ')} characters, got ${text.length}; the file is cut or damaged, download it again`,
    )
  }
  let start = 0
  return columns.map((width) => {
    start += width
    return unpad(text.slice(start - width, start))
  })
}

/** Without the spaces that fill the column. A single one may be where the text was cut, and is kept. */
function unpad(field: string): string {
  const text = field.trimEnd()
  return field.length - text.length > 1 ? text : field
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
