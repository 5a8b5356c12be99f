import { parse } from 'csv-parse/sync'
import { ConsigneeError } from '../errors.js'
import { explainFinding } from '../explain.js'
import type { Decision, Finding } from '../model/decision.js'
import type { Transaction } from '../model/transaction.js'
import { itemFields, toItem } from './item.js'

/** Orders as CSV in, decisions as CSV out: one row for one row. */

/** One order row, read or not. */
export interface OrderRow {
  /** Line in the file, 1 for the header. */
  readonly line: number
  readonly id: string
  /** Null where the row has more cells than the header, so that nobody can tell what they are. */
  readonly transaction: Transaction | null
}

const addressColumns = ['text', 'street', 'city', 'region', 'postalCode', 'country'] as const
const partyColumns = ['role', 'name', 'kind', 'birthDate'] as const
const known: ReadonlySet<string> = new Set([
  ...['id', 'date', 'destination', 'address', 'paymentCountry'],
  ...addressColumns,
  ...partyColumns,
  ...itemFields,
])

/**
 * Reads orders: a header row, then one order with one party and one item per row. Columns: id, date, role, name, kind,
 * birthDate, address, street, city, region, postalCode, country, destination, paymentCountry, and of the item description,
 * eccn, hs, value (of one unit), currency, origin, quantity.
 * @throws ConsigneeError `invalid-input` for a header with an unknown column (a misspelt column would not be screened) or
 *   one column twice, or text that is not CSV.
 */
export function readOrders(text: string, today: string): OrderRow[] {
  const rows = readCsv(text)
  const header = rows[0]?.record.map((cell) => cell.trim()) ?? []
  const unknown = header.filter((column) => !known.has(column))
  if (header.length === 0 || unknown.length > 0) {
    const got = header.length === 0 ? 'nothing' : unknown.join(', ')
    throw new ConsigneeError(
      'invalid-input',
      `orders: expected a header of ${[...known].join(', ')}, got ${got}`,
      {
        path: 'line 1',
        expected: [...known].join(', '),
        received: got,
      },
    )
  }
  const twice = header.find((column, i) => header.indexOf(column) < i)
  if (twice !== undefined) {
    throw new ConsigneeError('invalid-input', `orders: expected each column once, got "${twice}" twice`, {
      path: 'line 1',
      received: twice,
    })
  }
  return rows.slice(1).map(({ record, line }) => {
    // A comma that was not quoted moves what follows it into the wrong columns, or out of all of them.
    if (record.length > header.length) return { line, id: '', transaction: null }
    const cells = new Map(header.map((column, i) => [column, record[i]?.trim() ?? '']))
    return { line, id: cells.get('id') ?? '', transaction: toTransaction(cells, today) }
  })
}

function readCsv(text: string): { record: string[]; line: number }[] {
  try {
    const rows = parse(text, { bom: true, info: true, skip_empty_lines: true, relax_column_count: true })
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConsigneeError('invalid-input', `orders: expected CSV, got ${reason}`, { cause })
  }
}

function toTransaction(cells: ReadonlyMap<string, string>, today: string): Transaction {
  const pick = (columns: readonly string[]) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const value = cells.get(column)
        return value ? [[column, value]] : []
      }),
    )
  const address = pick(addressColumns)
  const free = cells.get('address')
  if (free) address.text = free
  const item = toItem((field) => cells.get(field) || undefined)
  const id = cells.get('id')
  const destination = cells.get('destination')
  const paymentCountry = cells.get('paymentCountry')
  return {
    ...(id ? { id } : {}),
    date: cells.get('date') || today,
    parties: [
      {
        role: 'purchaser',
        ...pick(partyColumns),
        ...(Object.keys(address).length > 0 ? { address } : {}),
      },
    ],
    ...(destination ? { destination: { country: destination } } : {}),
    ...(item ? { items: [item] } : {}),
    ...(paymentCountry ? { payment: { country: paymentCountry } } : {}),
  } as Transaction
}

/** Header of the output. */
export const decisionHeader = 'line,id,outcome,risk,match,score,list,reason\n'

/** One decision as a row. */
export function writeDecision(row: OrderRow, decision: Decision): string {
  const first = decision.findings.find((finding) => finding.outcome !== 'clear')
  const match = decision.findings.flatMap((finding) => matchOf(finding) ?? [])[0]
  return writeRow([
    String(row.line),
    row.id,
    decision.outcome,
    String(decision.risk),
    match?.name ?? '',
    match ? match.score.toFixed(2) : '',
    match?.list ?? '',
    first ? explainFinding(first) : '',
  ])
}

/** What is wrong with a row that could not be read. */
export const TOO_MANY_CELLS =
  'expected as many cells as the header has, got more; put cells with a comma in them between double quotes'

/** A row that could not be screened: never `clear`. */
export function writeFailure(row: OrderRow, message: string): string {
  return writeRow([String(row.line), row.id, 'error', '', '', '', '', message])
}

function matchOf(finding: Finding): { name: string; score: number; list: string } | null {
  switch (finding.code) {
    case 'listed-party':
    case 'reported-party':
      return { name: finding.match.name.name, score: finding.match.score, list: finding.match.listing.list }
    case 'listed-address':
      return { name: finding.listing.name, score: finding.address.score, list: finding.listing.list }
    case 'listed-identifier':
      return { name: finding.listing.name, score: 1, list: finding.listing.list }
    default:
      return null
  }
}

function writeRow(cells: readonly string[]): string {
  return `${cells.map(writeCell).join(',')}\n`
}

/** RFC 4180 quoting; a cell that a spreadsheet would run as a formula gets a leading apostrophe. */
function writeCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
