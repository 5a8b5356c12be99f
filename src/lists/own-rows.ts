import { ConsigneeError } from '../errors.js'
import type { ListFile } from '../model/listing.js'
import { isObject, readJson, scalar } from './json.js'
import { type IssueLog, unreadable } from './source.js'
import { columnKey, readTable } from './table.js'
import { isZip } from './zip.js'

/** The rows of a list of the caller's own, from a table or from json. */

/** One row: the values of a column, none where it has nothing. */
export interface OwnRow {
  readonly where: string
  get(column: string): readonly string[]
}

interface OwnRows {
  readonly rows: readonly OwnRow[]
  readonly columns: readonly string[]
}

/** Reads a file of any format. @throws ConsigneeError `invalid-input` for a mapped column that it does not have. */
export function readOwnRows(file: ListFile, mapped: readonly string[], log: IssueLog): OwnRows {
  const found =
    !isZip(file.bytes) && /^[[{]$/.test(firstCharacter(file.bytes))
      ? readObjects(file)
      : readCells(file, mapped, log)
  const missing = mapped.find((column) => !found.columns.includes(column))
  if (missing !== undefined) {
    const there = found.columns.join(', ').slice(0, 200)
    throw new ConsigneeError(
      'invalid-input',
      `parseOwnList mapping: expected columns of the file (${there}), got "${missing}"`,
      {
        path: 'mapping.columns',
        expected: there,
        received: missing,
      },
    )
  }
  return found
}

/** The first character that is no white space or byte order mark, as far as ASCII goes. */
function firstCharacter(bytes: Uint8Array): string {
  const at = bytes.findIndex((byte) => byte > 0x20 && byte < 0x80)
  return at < 0 ? '' : String.fromCharCode(bytes[at]!)
}

/** The header is the first of the first ten rows that has a mapped column; without any, it is the first row. */
function readCells(file: ListFile, mapped: readonly string[], log: IssueLog): OwnRows {
  const table = readTable(file, mapped.slice(0, 1), log)
  const columns = table.columns.map(
    (column) => mapped.find((name) => columnKey(name) === columnKey(column)) ?? column,
  )
  const rows = table.rows.filter((row) => columns.some((column) => row.get(column) !== ''))
  return {
    columns,
    rows: rows.map((row) => ({
      where: row.where,
      get: (column) => [row.get(column)].filter((text) => text !== ''),
    })),
  }
}

/** An array of flat objects, alone or as the only array in an object; an array in a field is several values. */
function readObjects(file: ListFile): OwnRows {
  const root = readJson(file)
  const arrays = isObject(root) ? Object.values(root).filter(Array.isArray) : [root]
  const [list] = arrays
  if (!Array.isArray(list) || arrays.length > 1)
    throw unreadable(file.name, 'expected an array of objects, got other json')
  const columns = new Set<string>()
  const rows = list.map((item: unknown, index): OwnRow => {
    const where = `${file.name} [${index}]`
    if (!isObject(item)) throw unreadable(where, `expected an object, got ${typeof item}`)
    const values = new Map(
      Object.entries(item).map(([key, value]) => [key, textsOf(value, `${where}.${key.slice(0, 80)}`)]),
    )
    for (const key of values.keys()) columns.add(key)
    return { where, get: (column) => values.get(column) ?? [] }
  })
  return { rows, columns: [...columns] }
}

function textsOf(value: unknown, where: string): readonly string[] {
  if (value === null || value === undefined) return []
  const values = Array.isArray(value) ? value : [value]
  if (values.some((one) => typeof one === 'object' && one !== null))
    throw unreadable(where, 'expected text, a number or an array of them, got a nested object')
  return values.map(scalar).filter((text) => text !== '')
}
