import type { Listing } from '../model/listing.js'

/** Listings as JSON, one after the other, and where each begins; one entry more at the end. */
export interface PackedListings {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
}

/** Packs listings. */
export function packListings(listings: readonly Listing[]): PackedListings {
  const encoder = new TextEncoder()
  const parts = listings.map((listing) => encoder.encode(JSON.stringify(listing)))
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

/**
 * An array whose listings are read when they are first looked at, so that a screener with a compiled index reads only
 * those that match. It is a proxy of a plain array: everything that reads an array works on it.
 */
export function lazyListings(
  { bytes, starts }: PackedListings,
  first: number,
  count: number,
): readonly Listing[] {
  const read = new Array<Listing>(count)
  const readAt = (key: string | symbol) => {
    const place = typeof key === 'string' ? Number(key) : Number.NaN
    if (!Number.isInteger(place) || place < 0 || place >= count || place in read) return
    const json = bytes.subarray(starts[first + place], starts[first + place + 1])
    read[place] = JSON.parse(decoder.decode(json))
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
