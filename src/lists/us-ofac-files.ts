import type { ListFile } from '../model/listing.js'
import { type IssueLog, unreadable } from './source.js'
import { type Part, readOfacRows } from './us-ofac-rows.js'

/** OFAC's legacy files as tables: which file holds what, the end mark, nulls, and rows by the entry they belong to. */

/** What each file is called in the two sets, without extension, and how many columns it has (dat_spec.txt). */
const layout: Readonly<Record<Part, { sdn: string; cons: string; columns: number }>> = {
  primary: { sdn: 'sdn', cons: 'cons_prim', columns: 12 },
  addresses: { sdn: 'add', cons: 'cons_add', columns: 6 },
  aliases: { sdn: 'alt', cons: 'cons_alt', columns: 5 },
  comments: { sdn: 'sdn_comments', cons: 'cons_comments', columns: 2 },
}
const parts: readonly Part[] = ['primary', 'addresses', 'aliases', 'comments']

const EXTENSION = /\.(csv|del|pip|ff)$/i
const END_MARK = 0x1a

/** One row of one file, `-0- ` read as the empty text; all but the last column trimmed. */
export interface Cells {
  /** `add.csv line 12`. */
  readonly where: string
  readonly cells: readonly string[]
}

/** The four files of a set, read; rows of the other three by the uid of their entry. */
export interface OfacTables {
  readonly primary: readonly Cells[]
  readonly addresses: ReadonlyMap<string, readonly Cells[]>
  readonly aliases: ReadonlyMap<string, readonly Cells[]>
  readonly comments: ReadonlyMap<string, readonly Cells[]>
}

/**
 * Reads the files of one set.
 * @param set `sdn` or `cons` (the non-SDN lists).
 * @throws ConsigneeError `unreadable-list`, see `parseOfac`.
 */
export function readOfacFiles(set: 'sdn' | 'cons', files: readonly ListFile[], log: IssueLog): OfacTables {
  const byPart = assign(set, files, log)
  const extension = EXTENSION.exec(byPart.get('primary')?.name ?? '')?.[1]?.toLowerCase() ?? 'csv'
  const read = (part: Part): readonly Cells[] => {
    const file = byPart.get(part)
    if (file) return readTable(file, part, log)
    log.add(
      'missing-file',
      `${layout[part][set]}.${extension}`,
      'expected this file as well; what it holds is not screened',
    )
    return []
  }
  const primary = read('primary')
  if (primary.length === 0) {
    throw unreadable(
      `${layout.primary[set]}.csv`,
      'expected at least one entry, got none; download the file again',
    )
  }
  const uids = new Set(primary.map((row) => row.cells[0]!))
  const join = (part: Part) => group(read(part), uids, log)
  return { primary, addresses: join('addresses'), aliases: join('aliases'), comments: join('comments') }
}

/** Which file holds what. */
function assign(set: 'sdn' | 'cons', files: readonly ListFile[], log: IssueLog): Map<Part, ListFile> {
  const other = set === 'sdn' ? 'cons' : 'sdn'
  const byPart = new Map<Part, ListFile>()
  for (const file of files) {
    const base = baseName(file.name)
    if (parts.some((part) => layout[part][other] === base)) {
      throw unreadable(
        file.name,
        `expected files of the ${set} set, got one of the ${other} set; give it under its own list id`,
      )
    }
    const part =
      parts.find((one) => layout[one][set] === base) ?? (files.length === 1 ? 'primary' : undefined)
    if (!part) log.add('unknown-file', file.name, `expected ${namesOf(set)}; this file was not read`)
    else if (byPart.has(part)) throw unreadable(file.name, 'expected each file once, got two of this name')
    else
      byPart.set(part, { name: file.name === '' ? `${layout[part][set]}.csv` : file.name, bytes: file.bytes })
  }
  if (!byPart.has('primary')) {
    throw unreadable(
      '',
      `expected ${layout.primary[set]}.csv, got ${files.map((file) => file.name).join(', ') || 'no file'}`,
    )
  }
  return byPart
}

function baseName(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return file.toLowerCase().replace(EXTENSION, '').replaceAll(' ', '_')
}

function namesOf(set: 'sdn' | 'cons'): string {
  return parts.map((part) => `${layout[part][set]}.csv`).join(', ')
}

function readTable(file: ListFile, part: Part, log: IssueLog): Cells[] {
  const rows = readOfacRows({ name: file.name, bytes: cutAtEndMark(file, log) }, part)
  const { columns } = layout[part]
  const table: Cells[] = []
  for (const [index, row] of rows.entries()) {
    const where = `${file.name} line ${row.line}`
    if (row.fields.length !== columns) {
      throw unreadable(
        where,
        `expected ${columns} columns, got ${row.fields.length}; the file is cut or is not one of OFAC's, download it again`,
      )
    }
    // The last column is free text, cut at any letter or space: there, spaces count.
    const cells = row.fields.map((field, column) => {
      const text = field.trim()
      return text === '-0-' ? '' : column === columns - 1 ? field : text
    })
    if (/^\d{1,10}$/.test(cells[0]!)) table.push({ where, cells })
    else if (index === 0)
      log.add('extra-header', where, 'expected no header, got one; another program has saved this file')
    else
      throw unreadable(
        where,
        `expected OFAC's number of an entry in the first column, got "${cells[0]!.slice(0, 40)}"`,
      )
  }
  return table
}

/** The bytes before 0x1A. Spreadsheets pad the mark's row with commas, which is harmless but reported. */
function cutAtEndMark(file: ListFile, log: IssueLog): Uint8Array {
  const mark = file.bytes.indexOf(END_MARK)
  if (mark < 0) {
    log.add(
      'no-end-mark',
      file.name,
      'expected the byte 0x1A at the end, got none; the file may be cut at the end of a row',
    )
    return file.bytes
  }
  const after = file.bytes.subarray(mark + 1)
  if (!after.every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x2c)) {
    throw unreadable(
      file.name,
      `expected nothing after the end mark 0x1A at byte ${mark}, got ${after.length} bytes more; files were joined, give them one by one`,
    )
  }
  if (after.includes(0x2c))
    log.add('resaved', file.name, 'another program has saved this file; values may be changed')
  return file.bytes.subarray(0, mark)
}

/** Rows by uid; a row without an entry is reported. */
function group(rows: readonly Cells[], uids: ReadonlySet<string>, log: IssueLog): Map<string, Cells[]> {
  const byUid = new Map<string, Cells[]>()
  for (const row of rows) {
    const uid = row.cells[0]!
    if (!uids.has(uid))
      log.add(
        'orphan-row',
        row.where,
        `expected an entry with uid ${uid}, got none; the row is not used: ${describe(row)}`,
      )
    const own = byUid.get(uid)
    if (own) own.push(row)
    else byUid.set(uid, [row])
  }
  return byUid
}

function describe(row: Cells): string {
  return row.cells
    .slice(1)
    .filter((cell) => cell !== '')
    .join(', ')
    .slice(0, 200)
}
