import { SaxesParser } from 'saxes'
import type { ListFile } from '../model/listing.js'
import { unreadable } from './source.js'
import { Silence } from './xml.js'
import { unpack, type ZipPart } from './zip.js'

/** What the parts of xlsx and ods have in common: XML in an archive, read as events. */

/** What a reader of one part does at each tag and text. */
export interface SheetHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text?(text: string): void
}

const MAX_DEPTH = 64

/** Streams one part of an archive; names are local, attributes keep their prefix. */
export function readPart(file: ListFile, part: ZipPart, handler: SheetHandler): void {
  const parser = new SaxesParser()
  const place = `${file.name} ${part.name}`.trim()
  const fail = (message: string): never => {
    throw unreadable(place, `${message}; download the file again`)
  }
  const silence = new Silence()
  let depth = 0
  parser.on('error', (error) => fail(`expected well-formed XML, got ${error.message}`))
  parser.on('doctype', () => fail('expected no document type declaration, got one'))
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) fail(`expected at most ${MAX_DEPTH} nested elements, got more`)
    handler.open(localName(name), attributes as Readonly<Record<string, string>>)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    silence.end()
    handler.close(localName(name))
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw unreadable(place, 'expected utf-8 text, got other bytes; download the file again', cause)
    }
  }
  for (const piece of unpack(file, part)) {
    const text = decode(piece)
    parser.write(text)
    silence.add(text, fail)
  }
  parser.write(decode())
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Most cells of a sheet that hold something; the largest list has 600,000. */
const MAX_CELLS = 5_000_000
const MAX_COLUMNS = 16_384
const MAX_ROWS = 1_048_576
/** A text that many cells share is counted each time, since it is copied later. */
const MAX_TEXT = 400_000_000
/** Excel allows 32,767 characters in a cell. */
const MAX_CELL = 100_000

/** Gathers cells into rows, and keeps a sheet within bounds. */
export class RowGatherer {
  readonly rows: { readonly fields: readonly string[]; readonly line: number }[] = []
  private fields: string[] = []
  private cells = 0
  private characters = 0

  constructor(private readonly file: ListFile) {}

  /** Puts a text at a column from 0; an empty one leaves the row as short as it is. */
  put(column: number, text: string): void {
    if (text === '') return
    this.cells++
    this.characters += text.length
    if (
      column >= MAX_COLUMNS ||
      this.cells > MAX_CELLS ||
      this.characters > MAX_TEXT ||
      text.length > MAX_CELL
    )
      throw unreadable(this.file.name, 'expected a sheet of ordinary size, got one beyond all bounds')
    while (this.fields.length < column) this.fields.push('')
    this.fields[column] = text
  }

  /** Ends the row with this number, from 1; empty rows are left out. */
  endRow(line: number): void {
    if (line > MAX_ROWS) throw unreadable(this.file.name, `expected at most ${MAX_ROWS} rows, got more`)
    if (this.fields.length > 0) this.rows.push({ fields: this.fields, line })
    this.fields = []
  }
}
