import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { ConsigneeError } from '../errors.js'
import { check } from '../model/check.js'
import type { Snapshot } from '../model/listing.js'
import { listIdSchema } from '../model/vocabulary.js'
import { VERSION } from '../version.js'

/**
 * All lists in one file. Layout, little-endian:
 *
 *   4 bytes  "CSGN"
 *   2 bytes  format version
 *   4 bytes  length of the header
 *   n bytes  header, UTF-8 JSON: engine, lists, length of the payload, SHA-256 of the payload
 *   32 bytes SHA-256 of everything before
 *   m bytes  payload, UTF-8 JSON of the snapshots in order of list id and digest
 *
 * Every byte is under one of the two digests, so no flipped bit goes unnoticed. A bundle of another engine is refused
 * even where the format is the same: its parsers may have read the files differently, and a decision states only one
 * engine version as its basis. The digests guard against accidents, not against an author: only open your own bundles.
 */

const MAGIC = utf8ToBytes('CSGN')
const FORMAT_VERSION = 1
const FIXED = 10
const DIGEST = 32
const MAX_HEADER = 1 << 20

/** What a bundle holds. */
export interface Bundle {
  /** In order of list id, then digest. */
  readonly snapshots: readonly Snapshot[]
}

const headerSchema = z.strictObject({
  /** Version of the package that wrote it. */
  engine: z.string(),
  lists: z.array(z.strictObject({ list: listIdSchema, sha256: z.string() })),
  /** Length of the payload in bytes. */
  payload: z.int().check(z.nonnegative()),
  sha256: z.string(),
})
type Header = z.infer<typeof headerSchema>

/**
 * What must hold of the payload before anything reads it. The listings themselves are not checked one by one: that
 * takes as long as reading the bundle, and the digest already says that they are what was written.
 */
const payloadSchema = z.array(
  z.looseObject({
    list: listIdSchema,
    sha256: z.string(),
    listings: z.custom<unknown[]>(Array.isArray),
    issues: z.custom<unknown[]>(Array.isArray),
  }),
)

/** Writes snapshots into one file; the same snapshots give the same bytes in whatever order they come. */
export function compileLists(snapshots: readonly Snapshot[]): Uint8Array {
  const parts = snapshots.map(({ list, sha256 }, index) => ({
    list,
    sha256,
    json: JSON.stringify(snapshots[index]),
  }))
  parts.sort(
    (a, b) => compareText(a.list, b.list) || compareText(a.sha256, b.sha256) || compareText(a.json, b.json),
  )
  const payload = utf8ToBytes(`[${parts.map(({ json }) => json).join(',')}]`)
  const header: Header = {
    engine: VERSION,
    lists: parts.map(({ list, sha256 }) => ({ list, sha256 })),
    payload: payload.length,
    sha256: bytesToHex(sha256(payload)),
  }
  const head = utf8ToBytes(JSON.stringify(header))
  const bytes = new Uint8Array(FIXED + head.length + DIGEST + payload.length)
  bytes.set(MAGIC)
  const view = new DataView(bytes.buffer)
  view.setUint16(4, FORMAT_VERSION, true)
  view.setUint32(6, head.length, true)
  bytes.set(head, FIXED)
  bytes.set(sha256(bytes.subarray(0, FIXED + head.length)), FIXED + head.length)
  bytes.set(payload, FIXED + head.length + DIGEST)
  return bytes
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Opens a bundle.
 * @throws ConsigneeError `unreadable-bundle` when it is of another format or engine version, truncated, has bytes
 *   after its end, or was changed in any bit.
 */
export function openBundle(bytes: Uint8Array): Bundle {
  const header = openHeader(bytes)
  const payload = bytes.subarray(bytes.length - header.payload)
  if (bytesToHex(sha256(payload)) !== header.sha256)
    throw refuse('a payload with the digest of its header', 'other bytes')
  const snapshots = readJson(payload)
  const lists = check(payloadSchema, snapshots, 'bundle', 'unreadable-bundle')
  const named = lists.map(({ list, sha256 }) => `${list} ${sha256}`).join()
  if (named !== header.lists.map(({ list, sha256 }) => `${list} ${sha256}`).join())
    throw refuse('the lists its header names', 'others')
  return { snapshots: snapshots as readonly Snapshot[] }
}

function openHeader(bytes: Uint8Array): Header {
  if (bytes.length < FIXED + DIGEST) throw refuse('a bundle', `${bytes.length} bytes`)
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw refuse('a file beginning with CSGN', 'another file')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint16(4, true)
  if (version !== FORMAT_VERSION) throw refuse(`format version ${FORMAT_VERSION}`, `version ${version}`)
  const end = FIXED + view.getUint32(6, true)
  if (end > MAX_HEADER || end + DIGEST > bytes.length) throw refuse('a whole header', 'a truncated file')
  const digest = sha256(bytes.subarray(0, end))
  if (digest.some((byte, i) => bytes[end + i] !== byte)) throw refuse('an unchanged header', 'a changed one')
  const header = check(
    headerSchema,
    readJson(bytes.subarray(FIXED, end)),
    'bundle header',
    'unreadable-bundle',
  )
  if (header.engine !== VERSION) throw refuse(`a bundle of engine ${VERSION}`, `one of ${header.engine}`)
  const size = end + DIGEST + header.payload
  if (size !== bytes.length) throw refuse(`${size} bytes`, `${bytes.length}`)
  return header
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
