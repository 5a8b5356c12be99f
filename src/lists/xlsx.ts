import type { ListFile } from '../model/listing.js'
import type { Row } from './csv.js'
import { RowGatherer, readPart } from './sheet-xml.js'
import { type IssueLog, unreadable } from './source.js'
import type { ZipPart } from './zip.js'

/**
 * Excel's xlsx (ECMA-376) → rows of text: the first sheet, with numbers as written and days as `yyyy-mm-dd`.
 * A day is a number whose style says so; without the styles a birth date would read as 20735.
 */

type Parts = ReadonlyMap<string, ZipPart>

/** What a cell's number or text means. */
interface Book {
  readonly shared: readonly string[]
  /** For each cell style, whether it shows a day. */
  readonly days: readonly boolean[]
  readonly from1904: boolean
}

/** Formats that ECMA-376 18.8.30 gives a fixed number: days and times, also of East Asia. */
const dayFormats: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58],
])

/** Reads the first sheet; other sheets are reported. */
export function readXlsx(file: ListFile, parts: Parts, log: IssueLog): Row[] {
  const { path, from1904, others } = findSheet(file, parts)
  if (others > 0)
    log.add('more-sheets', file.name, `expected one sheet, got ${others + 1}; only the first was read`)
  const sheet = parts.get(path)
  if (!sheet) throw unreadable(file.name, `expected the part ${path.slice(0, 80)}, got none`)
  const folder = 'xl/'
  const shared = parts.get(`${folder}sharedStrings.xml`)
  const styles = parts.get(`${folder}styles.xml`)
  return readSheet(file, sheet, {
    shared: shared ? readShared(file, shared) : [],
    days: styles ? readStyles(file, styles) : [],
    from1904,
  })
}

/** The first sheet by the workbook's order, through its relationships. */
function findSheet(file: ListFile, parts: Parts) {
  const workbook = parts.get('xl/workbook.xml')
  const relations = parts.get('xl/_rels/workbook.xml.rels')
  if (!workbook || !relations) throw unreadable(file.name, 'expected an Excel workbook, got another archive')
  const ids: string[] = []
  let from1904 = false
  readPart(file, workbook, {
    open(name, attributes) {
      if (name === 'sheet') ids.push(attributes['r:id'] ?? '')
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
    },
    close() {},
  })
  const targets = new Map<string, string>()
  readPart(file, relations, {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, Target)
    },
    close() {},
  })
  const target = targets.get(ids[0] ?? '')
  if (target === undefined) throw unreadable(file.name, 'expected a sheet in the workbook, got none')
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  return { path, from1904, others: ids.length - 1 }
}

/** The table of texts that cells point into; hints of pronunciation (rPh) are no text of the cell. */
function readShared(file: ListFile, part: ZipPart): string[] {
  const texts: string[] = []
  let text = ''
  let inText = false
  let hints = 0
  readPart(file, part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') hints++
      inText = name === 't' && hints === 0
    },
    close(name) {
      if (name === 'rPh') hints--
      if (name === 'si') texts.push(text)
      inText = false
    },
    text(piece) {
      if (inText) text += piece
    },
  })
  return texts.map(unescapeText)
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 22.9.2.19). */
function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}

function readStyles(file: ListFile, part: ZipPart): boolean[] {
  const formats = new Set(dayFormats)
  const days: boolean[] = []
  let inCells = false
  readPart(file, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const number = Number(numFmtId)
      if (name === 'numFmt') {
        if (showsDay(formatCode)) formats.add(number)
        else formats.delete(number)
      }
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) days.push(formats.has(number))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return days
}

/** Whether a format code shows a day or a year, outside of quotes, colors and escapes. */
function showsDay(code: string): boolean {
  const bare = code
    .slice(0, 500)
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '')
  return /[dy]/i.test(bare)
}

function readSheet(file: ListFile, part: ZipPart, book: Book): Row[] {
  const gatherer = new RowGatherer(file)
  let line = 0
  let column = -1
  let type = ''
  let style = -1
  let text = ''
  let inText = false
  readPart(file, part, {
    open(name, { r, t = 'n', s = '-1' }) {
      if (name === 'row') {
        line = r === undefined ? line + 1 : Number(r)
        column = -1
      } else if (name === 'c') {
        column = r === undefined ? column + 1 : columnOf(r)
        type = t
        style = Number(s)
        text = ''
      }
      inText = name === 'v' || name === 't'
    },
    close(name) {
      if (name === 'c') gatherer.put(column, cellText(file, book, type, style, text))
      if (name === 'row') gatherer.endRow(line)
      inText = false
    },
    text(piece) {
      if (inText) text += piece
    },
  })
  return gatherer.rows
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.slice(0, 4)) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

function cellText(file: ListFile, book: Book, type: string, style: number, text: string): string {
  if (type === 's') {
    const shared = book.shared[Number(text)]
    if (shared === undefined)
      throw unreadable(file.name, `expected the shared text ${text.slice(0, 20)}, got none`)
    return shared
  }
  if (type === 'inlineStr' || type === 'str') return unescapeText(text)
  if (type === 'd') return text.slice(0, 10)
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n' && text !== '' && book.days[style]) return dayOf(Number(text), book.from1904) ?? text
  return text
}

/** Day 60 of Excel's calendar is 29 February 1900, which never was; days before it are one off. */
function dayOf(serial: number, from1904: boolean): string | null {
  if (!(serial >= 1 && serial < 2_958_466)) return null
  const days = Math.floor(serial) + (from1904 ? 1_462 : serial < 60 ? 1 : 0) - 25_569
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}
