import type { ListFile } from '../model/listing.js'
import type { Row } from './csv.js'
import { RowGatherer, readPart } from './sheet-xml.js'
import { type IssueLog, unreadable } from './source.js'
import type { ZipPart } from './zip.js'

/**
 * OpenDocument sheets (ODF 1.2) → rows of text: the first table, paragraphs as lines, days as `yyyy-mm-dd`.
 * Rows and cells that repeat are written once with a count; an empty one often counts to the end of the sheet.
 */

/** What is known of the cell that is open. */
interface OpenCell {
  readonly repeat: number
  /** A day as the file states it, whatever the cell shows. */
  readonly day: string
  readonly paragraphs: string[]
}

/** Reads the first table; others are reported. */
export function readOds(file: ListFile, parts: ReadonlyMap<string, ZipPart>, log: IssueLog): Row[] {
  const content = parts.get('content.xml')
  if (!content) throw unreadable(file.name, 'expected an OpenDocument sheet, got another archive')
  const gatherer = new RowGatherer(file)
  let tables = 0
  let line = 0
  let rowRepeat = 1
  let cells: { readonly text: string; readonly repeat: number }[] = []
  let cell: OpenCell | null = null
  let notes = 0
  readPart(file, content, {
    open(name, attributes) {
      if (name === 'table') tables++
      if (tables !== 1) return
      if (name === 'table-row') {
        rowRepeat = countOf(attributes['table:number-rows-repeated'])
        cells = []
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const day = (attributes['office:date-value'] ?? '').slice(0, 10)
        cell = { repeat: countOf(attributes['table:number-columns-repeated']), day, paragraphs: [] }
      } else if (name === 'annotation') notes++
      else if (cell && notes === 0) {
        if (name === 'p') cell.paragraphs.push('')
        else if (name === 's') append(cell, ' '.repeat(Math.min(countOf(attributes['text:c']), 1_000)))
        else if (name === 'line-break') append(cell, '\n')
        else if (name === 'tab') append(cell, '\t')
      }
    },
    close(name) {
      if (tables !== 1) return
      if (name === 'annotation') notes--
      if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
        cells.push({ text: cell.day || cell.paragraphs.join('\n'), repeat: cell.repeat })
        cell = null
      }
      if (name === 'table-row') {
        line = writeRow(gatherer, cells, line, rowRepeat)
        cells = []
      }
    },
    text(piece) {
      if (cell && notes === 0 && tables === 1) append(cell, piece)
    },
  })
  if (tables === 0) throw unreadable(file.name, 'expected a table in the sheet, got none')
  if (tables > 1)
    log.add('more-sheets', file.name, `expected one sheet, got ${tables}; only the first was read`)
  return gatherer.rows
}

/** Text outside of paragraphs is white space between elements. */
function append(cell: OpenCell, text: string): void {
  const last = cell.paragraphs.length - 1
  if (last >= 0) cell.paragraphs[last] += text
}

function countOf(text: string | undefined): number {
  const count = Number(text ?? '1')
  return Number.isSafeInteger(count) && count > 0 ? count : 1
}

/** @returns the number of the last line written. */
function writeRow(
  gatherer: RowGatherer,
  cells: readonly { readonly text: string; readonly repeat: number }[],
  line: number,
  repeat: number,
): number {
  if (cells.every(({ text }) => text === '')) return line + repeat
  for (let copy = 1; copy <= repeat; copy++) {
    let column = 0
    for (const { text, repeat: times } of cells) {
      if (text !== '') for (let time = 0; time < times; time++) gatherer.put(column + time, text)
      column += times
    }
    gatherer.endRow(line + copy)
  }
  return line + repeat
}
