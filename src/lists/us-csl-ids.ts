import { isKnownLabel, isStatement } from './id-labels.js'
import type { IssueLog } from './source.js'

/**
 * The `ids` of the Consolidated Screening List, joined into one cell of csv: type, number, country, dates. The order
 * was turned round in 2023, and nothing in the file says which it is; of the two ends of an entry, the one that holds
 * OFAC's words ("Passport", "Tax ID No.") is the type, and the whole file decides.
 */

/** One entry of `ids`. */
export interface CslId {
  /** The publisher's word for it: `Passport`, `Gender`. */
  readonly label: string
  readonly value: string
  /** ISO code of the country that issued it. */
  readonly country?: string
  /** What is published after the number: days of issue and expiry (which is which is not marked), `Diplomatic`. */
  readonly details: readonly string[]
}

/** `first` since 2023 (`Passport, A1, CA`), `last` before (`CA, A1, Passport`). */
export type IdOrder = 'first' | 'last'

/** Tells the order of a whole file by where OFAC's labels stand; `first`, the order of today, when none is known. */
export function idOrder(cells: readonly string[]): IdOrder {
  let balance = 0
  for (const cell of cells) {
    for (const entry of cell.split('; ')) {
      const fields = entry.split(', ')
      if (isKnownLabel(fields[0]!)) balance++
      if (isKnownLabel(fields.at(-1)!)) balance--
    }
  }
  return balance < 0 ? 'last' : 'first'
}

/** The entries of a csv cell. */
export function readCsvIds(cell: string, order: IdOrder, where: string, log: IssueLog): CslId[] {
  return joinEntries(cell.split('; '), order).flatMap((entry) => {
    const fields = entry.split(', ')
    const label = order === 'first' ? fields[0]! : fields.at(-1)!
    const rest = order === 'first' ? fields.slice(1) : fields.slice(0, -1)
    if (rest.length === 0) {
      log.add('bad-id', where, `expected a type and a number, got "${entry.slice(0, 80)}"`)
      return [{ label: 'Id', value: entry, details: [] }]
    }
    return [isStatement(label) ? { label, value: rest.join(', '), details: [] } : readId(label, rest, order)]
  })
}

/** An entry without ", " is a piece of a value that itself holds "; ". */
function joinEntries(entries: readonly string[], order: IdOrder): string[] {
  const joined: string[] = []
  let pending = ''
  for (const entry of entries) {
    const text = pending === '' ? entry : `${pending}; ${entry}`
    pending = ''
    if (entry.includes(', ')) joined.push(text)
    else if (order === 'last') pending = text
    else if (joined.length > 0) joined[joined.length - 1] += `; ${entry}`
    else joined.push(entry)
  }
  return pending === '' ? joined : [...joined, pending]
}

const DAY = /^(?:\d{4}-\d{2}-\d{2}|(?:\d{1,2} )?[A-Z][a-z]{2} \d{4})$/
const COUNTRY = /^[A-Z]{2}$/

/** Outward from the label stand number, country, dates; only before 2023 the country stood outermost. */
function readId(label: string, fields: readonly string[], order: IdOrder): CslId {
  const rest = order === 'first' ? [...fields] : [...fields].reverse()
  const details: string[] = []
  let country: string | undefined
  while (rest.length > 1) {
    const outer = rest.at(-1)!
    const isDetail = DAY.test(outer) || (/\d/.test(rest[0]!) && !/\d/.test(outer))
    if (country === undefined && COUNTRY.test(outer)) country = outer
    else if (isDetail) details.unshift(outer)
    else break
    rest.pop()
  }
  const value = (order === 'first' ? rest : rest.reverse()).join(', ')
  return { label, value, details, ...(country === undefined ? {} : { country }) }
}
