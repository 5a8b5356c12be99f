import type { ListedAddress, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { calendarDate, isPlausible, newestDay, usDate } from './dates.js'
import { filled, onlyFile, uniqueBy } from './snapshot.js'
import { IssueLog, snapshotOf } from './source.js'
import { isInUs } from './us-csl-addresses.js'
import { groupRows, readSheet, type SheetRow, startListing, valuesIn } from './us-sheet.js'

/**
 * The Denied Persons List, dpl.txt: columns divided by tabs, one row for each address of a denial. The rows that agree
 * in name and both dates are one entry; the citations of such rows differ in a comma, or in one notice of twenty.
 *
 * Orders that have expired stay in the file for a while; they are kept, with the day on which they end. A date that
 * cannot be read, or an end before the beginning, is no end: the order counts as in force. The file has no end mark:
 * one that is cut exactly after a row looks whole.
 */

const required = [['name'], ['effective_date'], ['expiration_date'], ['fr_citation']]

/** Columns by which rows are one entry. */
const keys = ['name', 'effective_date', 'expiration_date']

/**
 * Reads dpl.txt. `published` is the newest day of an update or an order that another one supports.
 * @throws ConsigneeError `unreadable-list` for more than one file and whatever `readSheet` refuses.
 */
export function parseDpl(list: ListId, files: readonly ListFile[]): Snapshot {
  const file = onlyFile(list, files)
  const log = new IssueLog()
  const rows = readSheet(file, '\t', required, log)
  const updates = rows.map((row) => readDate(row, 'last_update', log))
  const ids = new Map<string, number>()
  const groups = groupRows(rows, ({ values }) => JSON.stringify(keys.map((key) => values.get(key) ?? '')))
  const listings = groups.map((group) => toListing(list, group, ids, log))
  const days = [...updates, ...listings.map(({ listedOn }) => listedOn)]
  return snapshotOf(list, files, {
    published: newestDay(days, 'date', log),
    listings,
    log,
  })
}

function toListing(
  list: ListId,
  rows: readonly SheetRow[],
  ids: Map<string, number>,
  log: IssueLog,
): Listing {
  const row = rows[0]!
  const addresses = uniqueBy(rows.flatMap(toAddress), ({ text }) => text)
  const citation = valuesIn(rows, 'fr_citation').join('; ')
  const listedOn = readDate(row, 'effective_date', log)
  const expiresOn = readEnd(row, listedOn, log)
  const remarks = [
    ...(listedOn === null ? noteOf(rows, 'effective_date', 'Effective date') : []),
    ...(expiresOn === null ? noteOf(rows, 'expiration_date', 'Expiration date') : []),
    ...noteOf(rows, 'standard_order', 'Standard order'),
    ...noteOf(rows, 'last_update', 'Last update'),
    ...noteOf(rows, 'action', 'Action'),
  ]
  const head = { where: row.where, name: row.values.get('name') ?? '', addresses, notice: citation }
  return {
    ...startListing({ list, tag: 'DPL', authority: 'BIS' }, head, ids, log),
    listedOn,
    ...filled({ expiresOn, remarks: remarks.join('\n'), citation }),
  }
}

/** The country of an American address is mostly left out. */
function toAddress({ values }: SheetRow): readonly ListedAddress[] {
  const region = values.get('state') ?? ''
  const postalCode = values.get('postal_code') ?? ''
  const fields = [
    ['street', values.get('street_address') ?? ''],
    ['city', values.get('city') ?? ''],
    ['region', region],
    ['postalCode', postalCode],
    ['country', values.get('country') ?? ''],
  ].filter(([, value]) => value !== '')
  if (fields.length === 0) return []
  const text = fields.map(([, value]) => value).join(', ')
  const isDomestic = !values.has('country') && isInUs(region, postalCode)
  return [{ text, ...Object.fromEntries(fields), ...(isDomestic ? { country: 'US' } : {}) }]
}

function readDate({ where, values }: SheetRow, column: string, log: IssueLog): CalendarDate | null {
  const written = values.get(column)
  if (written === undefined) return null
  const day = usDate(written) ?? calendarDate(written)
  if (day !== null && isPlausible(day)) return day
  log.add('bad-date', where, `expected a day in ${column}, got "${written.slice(0, 40)}"`)
  return null
}

/** The last day of the denial; none where it is indefinite. */
function readEnd(row: SheetRow, start: CalendarDate | null, log: IssueLog): CalendarDate | null {
  const end = readDate(row, 'expiration_date', log)
  if (end === null || start === null || end >= start) return end
  log.add('bad-date', row.where, `expected an expiration_date after ${start}, got ${end}; taken as no end`)
  return null
}

function noteOf(rows: readonly SheetRow[], column: string, label: string): readonly string[] {
  return valuesIn(rows, column).map((value) => `${label}: ${value}`)
}
