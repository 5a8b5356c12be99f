import type { Listing } from '../model/listing.js'

/**
 * Two states of one entry, field by field. The order of names, addresses and lines of remarks within an entry means
 * nothing: where an entry is made of several rows, it is that of the rows.
 */

/** One field of a listing before and after: what left and what came, each as a readable line. */
export interface FieldChange {
  readonly field: keyof Listing
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Fields that are compared, in the order in which changes are told; an id is only a label. */
const fields: readonly (keyof Listing)[] = [
  'names',
  'kind',
  'list',
  'source',
  'authority',
  'addresses',
  'birthDates',
  'birthPlaces',
  'countries',
  'gender',
  'identifiers',
  'relationships',
  'programs',
  'effect',
  'requirement',
  'listedOn',
  'expiresOn',
  'citation',
  'url',
  'remarks',
  'verified',
]

/** Field by field, what left and what came. */
export function compareListings(before: Listing, after: Listing): readonly FieldChange[] {
  return fields.flatMap((field) => {
    const [old, now] = [itemsOf(before[field]), itemsOf(after[field])]
    const [removed, added] = [without(old, now), without(now, old)]
    if (removed.length + added.length === 0) return []
    return [{ field, removed: describeAll(removed, added), added: describeAll(added, removed) }]
  })
}

/** All that a listing says, without its id and without order: equal text, equal content. */
export function contentOf(listing: Listing): string {
  return JSON.stringify(fields.map((field) => itemsOf(listing[field]).map(keyOf).sort()))
}

type Item = string | boolean | object

function itemsOf(value: Listing[keyof Listing]): readonly Item[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return value.split('\n')
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item]
}

function without(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const left = new Map<string, number>()
  for (const item of others) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1)
  return items.flatMap((item) => {
    const count = left.get(keyOf(item)) ?? 0
    if (count > 0) left.set(keyOf(item), count - 1)
    return count > 0 ? [] : [item]
  })
}

/** The item as text in which the order of its fields means nothing. */
function keyOf(item: Item): string {
  return typeof item === 'object' ? JSON.stringify(Object.entries(item).sort()) : String(item)
}

/** Items in a line each; one that reads like one of the others is told with its parts, which then differ. */
function describeAll(items: readonly Item[], others: readonly Item[]): readonly string[] {
  const same = new Set(others.map(describe))
  return items.map((item) => {
    const line = describe(item)
    return same.has(line) && typeof item === 'object' ? `${line} (${describeParts(item)})` : line
  })
}

function describeParts(item: object): string {
  const parts = Object.entries(item).filter(([part, value]) => part !== 'text' && value !== null)
  return parts.map(([part, value]) => `${part}: ${String(value)}`).join(', ')
}

/** A name, an address, an identifier … in a line. */
function describe(item: Item): string {
  if (typeof item !== 'object') return String(item)
  const { text, name, type, value, ...rest } = item as Readonly<Record<string, unknown>>
  // The parts of an address or a birth date repeat its text.
  if (text !== undefined) return [type, name, text].filter((part) => part !== undefined).join(': ')
  const head = value === undefined ? name : `${type} ${value}`
  const notes = [value === undefined ? type : undefined, ...Object.values(rest)].filter((part) => part)
  return notes.length === 0 ? String(head) : `${head} (${notes.join(', ')})`
}
