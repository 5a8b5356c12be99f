import type { BirthDate, ListedAddress, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { parseBirthDate } from './dates.js'
import { uniqueId } from './ids.js'
import { type IssueLog, snapshotOf, unreadable } from './source.js'

/** What parsers of many publishers share: the checks of a whole list, and the making of its fields. */

/** What a parser found in a file. */
export interface Found {
  readonly listings: readonly Listing[]
  readonly published: CalendarDate | null
  /** The list has not been shorter than this for years: a shorter file is a part, and reported as one. */
  readonly fewest: number
  readonly log: IssueLog
}

/**
 * Makes the snapshot: ids that repeat get `-2`, `-3`; a file that is suspiciously short, or has no date, is reported.
 * @throws ConsigneeError `unreadable-list` for a file without a single entry.
 */
export function makeSnapshot(list: ListId, files: readonly ListFile[], found: Found): Snapshot {
  const { log, published, fewest } = found
  const name = files[0]?.name || list
  if (found.listings.length === 0)
    throw unreadable(name, 'expected entries, got none; download the file again')
  if (found.listings.length < fewest) {
    const message = `expected ${fewest} entries at least, got ${found.listings.length}; the file may be a part`
    log.add('few-records', name, message)
  }
  if (published === null) log.add('no-date', name, 'expected a date of the file, got none')
  return snapshotOf(list, files, { published, listings: uniqueIds(found.listings, log), log })
}

function uniqueIds(listings: readonly Listing[], log: IssueLog): Listing[] {
  const seen = new Map<string, number>()
  return listings.map((listing) => {
    const id = uniqueId(seen, listing.id)
    if (id === listing.id) return listing
    log.add('duplicate-id', listing.id, `the id is there already; kept as ${id}`)
    return { ...listing, id }
  })
}

/** The only file of a list that is published in one. */
export function onlyFile(list: ListId, files: readonly ListFile[]): ListFile {
  const [file] = files
  if (!file || files.length > 1) throw unreadable(list, `expected one file, got ${files.length}`)
  return file
}

/** An address from its fields, in the order of a letter; none where all are empty. */
export function addressOf(parts: Omit<ListedAddress, 'text'>): ListedAddress[] {
  const filled = Object.entries(parts).filter(([, value]) => value)
  const order = ['street', 'city', 'region', 'postalCode', 'country'] as const
  const text = order.flatMap((key) => parts[key] || []).join(', ')
  return text === '' ? [] : [{ text, ...Object.fromEntries(filled) }]
}

/** Each value once, the first of those with the same key, in order. */
export function uniqueBy<T>(values: Iterable<T>, keyOf: (value: T) => string): T[] {
  const byKey = new Map<string, T>()
  for (const value of values) {
    const key = keyOf(value)
    if (!byKey.has(key)) byKey.set(key, value)
  }
  return [...byKey.values()]
}

/** Reads a birth date in a form `parseBirthDate` knows, keeps it as published, and reports what gives no days. */
export function birthOf(readable: string, published: string, where: string, log: IssueLog): BirthDate {
  const birth = parseBirthDate(readable)
  if (birth.earliest === null)
    log.add('bad-birth-date', where, `expected a birth date, got "${published.slice(0, 80)}"`)
  return { ...birth, text: published }
}

/** A line of remarks, or none. */
export function labeled(label: string, ...values: readonly (string | undefined)[]): string[] {
  const text = values.filter((value) => value).join('; ')
  return text === '' ? [] : [`${label}: ${text}`]
}

/** The optional fields of a listing that have something in them. */
export function filled<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(fields).filter(
    ([, value]) =>
      value !== '' && value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> }
}
