import * as z from 'zod/mini'
import { ConsigneeError } from '../errors.js'
import { check } from '../model/check.js'
import { issueSchema, type Snapshot } from '../model/listing.js'
import { dateSchema, listIdSchema } from '../model/vocabulary.js'
import { VERSION } from '../version.js'
import { checksum } from './checksum.js'
import { countRows, type JsonRows, lazyListings, listingReader, packListings } from './lazy-listings.js'

/**
 * All lists in one file, and an index of them. Layout, little-endian, each part beginning at a multiple of 8 bytes:
 *
 *   4 bytes   "CSGN"
 *   4 bytes   format version
 *   4 bytes   length of the header
 *   4 bytes   zero
 *   n bytes   header, UTF-8 JSON: engine, index version, what is known of each list, lengths and checksum of the body
 *   32 bytes  checksum of everything before, in hex
 *   body      listings in order of list id and digest, and the index: see `PARTS`
 *
 * Every byte is under one of the two checksums, so no flipped bit goes unnoticed. A bundle of another engine is refused
 * even where the format is the same: its parsers may have read the files differently, and a decision states only one
 * engine version as its basis. The checksums guard against accidents, not against an author: only open your own bundles.
 * Listings are read when they are first looked at, so a bundle is open as soon as its checksum is known to be right.
 * The publisher's own records, which only `applyDelta` needs, are left out: they would double the file.
 */

const MAGIC = new TextEncoder().encode('CSGN')
const FORMAT_VERSION = 3
const FIXED = 16
const CHECKSUM = 32
const ALIGNMENT = 8
const MAX_HEADER = 1 << 26

/** The parts of the body in their order: packed listings (`lazy-listings.ts`), where their rows begin, the index. */
const PARTS = ['listings', 'listingStarts', 'texts', 'textStarts', 'shapes', 'shapeStarts', 'index'] as const
type Part = (typeof PARTS)[number]

function mapParts<T>(make: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(PARTS.map((part) => [part, make(part)])) as Record<Part, T>
}

/** A bundle as it lies in its file. */
export interface BundleContents {
  /** In order of list id, then digest. */
  readonly snapshots: readonly Snapshot[]
  /** The index that was compiled from them, in that order. */
  readonly index: Uint8Array
}

/** What the file says of one list: all of its snapshot but the listings. */
const listSchema = z.strictObject({
  list: listIdSchema,
  published: z.nullable(dateSchema),
  checked: z.optional(dateSchema),
  sha256: z.string(),
  bytes: z.number(),
  embedded: z.optional(z.boolean()),
  issues: z.array(issueSchema),
  /** How many listings it has. */
  listings: z.int().check(z.nonnegative()),
})

const headerSchema = z.strictObject({
  /** Version of the package that wrote it. */
  engine: z.string(),
  /** Version of the weights, the normalizer and the tables that the index was made with. */
  index: z.string(),
  lists: z.array(listSchema),
  /** Lengths in bytes of the parts of the body, and their checksum. */
  body: z.strictObject({
    ...mapParts(() => z.int().check(z.nonnegative())),
    checksum: z.string(),
  }),
})
type Header = z.infer<typeof headerSchema>

/** Snapshots in the order in which a bundle holds them, whatever order they come in. */
export function inBundleOrder(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  return [...snapshots].sort(
    (a, b) =>
      compareText(a.list, b.list) ||
      compareText(a.sha256, b.sha256) ||
      compareText(JSON.stringify(a), JSON.stringify(b)),
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Writes snapshots and an index into one file.
 * @param snapshots in bundle order.
 * @param indexVersion what the index depends on beside the engine; a bundle of another one is refused.
 */
export function writeBundle({ snapshots, index }: BundleContents, indexVersion: string): Uint8Array {
  const { listings, texts, shapes } = packListings(snapshots.flatMap((snapshot) => snapshot.listings))
  const parts: Record<Part, Uint8Array> = {
    listings: listings.bytes,
    listingStarts: new Uint8Array(listings.starts.buffer),
    texts: texts.bytes,
    textStarts: new Uint8Array(texts.starts.buffer),
    shapes: shapes.bytes,
    shapeStarts: new Uint8Array(shapes.starts.buffer),
    index,
  }
  const body = joinParts(PARTS.map((part) => parts[part]))
  const header: Header = {
    engine: VERSION,
    index: indexVersion,
    lists: snapshots.map(({ listings, issues, records: _, ...rest }) => ({
      ...rest,
      issues: [...issues],
      listings: listings.length,
    })),
    body: { ...mapParts((part) => parts[part].length), checksum: checksum(body) },
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const start = new Uint8Array(aligned(FIXED + head.length))
  start.set(MAGIC)
  const view = new DataView(start.buffer)
  view.setUint32(4, FORMAT_VERSION, true)
  view.setUint32(8, head.length, true)
  start.set(head, FIXED)
  return joinParts([start, new TextEncoder().encode(checksum(start)), body])
}

function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.length), 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += aligned(part.length)
  }
  return bytes
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}

/**
 * Reads a bundle; its snapshots and its index are views of `bytes`, which must not be changed afterwards.
 * @throws ConsigneeError `unreadable-bundle` when it is of another format, engine or index version, truncated, has bytes
 *   after its end, or was changed in any bit.
 */
export function readBundle(bytes: Uint8Array, indexVersion: string): BundleContents {
  // Views of numbers need to begin at multiples of their size.
  const whole = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes)
  const { header, end } = readHeader(whole)
  if (header.engine !== VERSION) throw refuse(`a bundle of engine ${VERSION}`, `one of ${header.engine}`)
  if (header.index !== indexVersion)
    throw refuse(
      `an index of version ${indexVersion} (weights, normalizer, tables)`,
      `one of ${header.index}`,
    )
  const body = whole.subarray(end)
  const size = PARTS.reduce((sum, part) => sum + aligned(header.body[part]), 0)
  if (size !== body.length) throw refuse(`${end + size} bytes`, `${whole.length}`)
  if (checksum(body) !== header.body.checksum)
    throw refuse('a body with the checksum of its header', 'other bytes')
  const parts = cutParts(header, body)
  return { snapshots: snapshotsOf(header, parts), index: parts.index }
}

function cutParts(header: Header, body: Uint8Array): Record<Part, Uint8Array> {
  let at = 0
  return mapParts((part) => {
    const start = at
    at += aligned(header.body[part])
    return body.subarray(start, start + header.body[part])
  })
}

function snapshotsOf({ lists }: Header, parts: Record<Part, Uint8Array>): Snapshot[] {
  const listings = rowsOf(parts.listings, parts.listingStarts)
  const readListing = listingReader({
    listings,
    texts: rowsOf(parts.texts, parts.textStarts),
    shapes: rowsOf(parts.shapes, parts.shapeStarts),
  })
  let first = 0
  const snapshots = lists.map(({ listings: count, ...rest }) => {
    const snapshot = { ...rest, listings: lazyListings(readListing, first, count) }
    first += count
    return snapshot as Snapshot
  })
  const held = countRows(listings)
  if (held !== first) throw refuse(`${first} listings, as its header names`, `${held}`)
  return snapshots
}

function rowsOf(bytes: Uint8Array, starts: Uint8Array): JsonRows {
  return { bytes, starts: new Uint32Array(starts.buffer, starts.byteOffset, starts.length / 4) }
}

function readHeader(bytes: Uint8Array): { readonly header: Header; readonly end: number } {
  if (bytes.length < FIXED + CHECKSUM) throw refuse('a bundle', `${bytes.length} bytes`)
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw refuse('a file beginning with CSGN', 'another file')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(4, true)
  if (version !== FORMAT_VERSION) throw refuse(`format version ${FORMAT_VERSION}`, `version ${version}`)
  const length = view.getUint32(8, true)
  const start = aligned(FIXED + length)
  const end = start + CHECKSUM
  if (length > MAX_HEADER || end > bytes.length) throw refuse('a whole header', 'a truncated file')
  const written = new TextEncoder().encode(checksum(bytes.subarray(0, start)))
  if (written.some((byte, i) => bytes[start + i] !== byte))
    throw refuse('an unchanged header', 'a changed one')
  const json = readJson(bytes.subarray(FIXED, FIXED + length))
  return { header: check(headerSchema, json, 'bundle header', 'unreadable-bundle'), end }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw refuse('JSON', 'other text', cause)
  }
}

function refuse(expected: string, received: string, cause?: unknown): ConsigneeError {
  return new ConsigneeError(
    'unreadable-bundle',
    `bundle: expected ${expected}, got ${received}; compile the lists again with this version`,
    { expected, received, cause },
  )
}
