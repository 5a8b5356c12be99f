import type { Listing } from '../model/listing.js'

/**
 * Listings in little space, each to be read alone. The names of fields and many texts (programs, authorities, countries,
 * whole remarks) repeat throughout the lists, so each stands once in a table, and a listing is JSON in which
 *
 *   [s, …values]   is an object with the fields of shape s
 *   [-1, …items]   is an array
 *   [-2, n]        is the number n
 *   n              is the nth of the repeated texts
 *
 * and everything else stands for itself.
 */
export interface PackedListings {
  readonly listings: JsonRows
  /** Texts that occur more than once. */
  readonly texts: JsonRows
  /** The names of the fields of each shape of object. */
  readonly shapes: JsonRows
}

/** Values as JSON in UTF-8, one after the other, and where each begins; one entry more at the end. */
export interface JsonRows {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
}

const ARRAY = -1
const NUMBER = -2
/** A shorter text takes no more space than its number. */
const MIN_SHARED = 4

/** Packs listings; equal listings give equal bytes. */
export function packListings(listings: readonly Listing[]): PackedListings {
  const counts = new Map<string, number>()
  for (const listing of listings) countTexts(listing, counts)
  // The commonest have the shortest numbers.
  const shared = [...counts]
    .filter(([text, count]) => count > 1 && text.length >= MIN_SHARED)
    .sort(([, a], [, b]) => b - a)
    .map(([text]) => text)
  const numbers = new Map(shared.map((text, number) => [text, number]))
  const shapes = new Map<string, number>()
  const packed = listings.map((listing) => JSON.stringify(packValue(listing, numbers, shapes)))
  return {
    listings: packRows(packed),
    texts: packRows(shared.map((text) => JSON.stringify(text))),
    shapes: packRows([...shapes.keys()]),
  }
}

function countTexts(value: unknown, counts: Map<string, number>): void {
  if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) countTexts(part, counts)
}

function packValue(
  value: unknown,
  numbers: ReadonlyMap<string, number>,
  shapes: Map<string, number>,
): unknown {
  if (typeof value === 'string') return numbers.get(value) ?? value
  if (typeof value === 'number') return [NUMBER, value]
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return [ARRAY, ...value.map((item) => packValue(item, numbers, shapes))]
  const fields = Object.entries(value).filter(([, part]) => part !== undefined)
  const shape = JSON.stringify(fields.map(([name]) => name))
  const number = shapes.get(shape) ?? shapes.size
  shapes.set(shape, number)
  return [number, ...fields.map(([, part]) => packValue(part, numbers, shapes))]
}

function packRows(json: readonly string[]): JsonRows {
  const encoder = new TextEncoder()
  const parts = json.map((text) => encoder.encode(text))
  const starts = new Uint32Array(parts.length + 1)
  parts.forEach((part, i) => {
    starts[i + 1] = starts[i]! + part.length
  })
  const bytes = new Uint8Array(starts[parts.length]!)
  parts.forEach((part, i) => {
    bytes.set(part, starts[i])
  })
  return { bytes, starts }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** How many rows there are. */
export function countRows({ starts }: JsonRows): number {
  return starts.length - 1
}

function rowAt({ bytes, starts }: JsonRows, at: number): unknown {
  return JSON.parse(decoder.decode(bytes.subarray(starts[at], starts[at + 1])))
}

/** Reads each row when it is first asked for. */
function rowReader<T>(rows: JsonRows): (at: number) => T {
  const known = new Map<number, T>()
  return (at) => {
    const read = known.get(at)
    if (read !== undefined) return read
    const row = rowAt(rows, at) as T
    known.set(at, row)
    return row
  }
}

/** Reads packed listings by their place. */
export function listingReader({ listings, texts, shapes }: PackedListings): (place: number) => Listing {
  const textAt = rowReader<string>(texts)
  const shapeAt = rowReader<readonly string[]>(shapes)
  const read = (value: unknown): unknown => {
    if (typeof value === 'number') return textAt(value)
    if (!Array.isArray(value)) return value
    const [kind, ...parts] = value
    if (kind === NUMBER) return parts[0]
    if (kind === ARRAY) return parts.map(read)
    return Object.fromEntries(shapeAt(kind).map((name, i) => [name, read(parts[i])]))
  }
  return (place) => read(rowAt(listings, place)) as Listing
}

/**
 * An array whose listings are read when they are first looked at, so that a screener with a compiled index reads only
 * those that match. It is a proxy of a plain array: everything that reads an array works on it.
 */
export function lazyListings(
  readListing: (place: number) => Listing,
  first: number,
  count: number,
): readonly Listing[] {
  const read = new Array<Listing>(count)
  const readAt = (key: string | symbol) => {
    const place = typeof key === 'string' ? Number(key) : Number.NaN
    if (!Number.isInteger(place) || place < 0 || place >= count || place in read) return
    read[place] = readListing(first + place)
  }
  return new Proxy(read, {
    get(target, key, receiver) {
      readAt(key)
      return Reflect.get(target, key, receiver)
    },
    has(target, key) {
      readAt(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor(target, key) {
      readAt(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys(target) {
      for (let place = 0; place < count; place++) readAt(String(place))
      return Reflect.ownKeys(target)
    },
  })
}
