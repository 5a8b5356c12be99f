import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { ConsigneeError } from '../errors.js'
import type { Snapshot } from '../model/listing.js'
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
 * Every byte is under one of the two digests, so no flipped bit goes unnoticed.
 */

const MAGIC = utf8ToBytes('CSGN')
const FORMAT_VERSION = 1
const FIXED = 10
const DIGEST = 32
const MAX_HEADER = 1 << 20

/** What a bundle holds. */
export interface Bundle {
  readonly snapshots: readonly Snapshot[]
}

interface Header {
  readonly engine: string
  readonly lists: readonly { readonly list: string; readonly sha256: string }[]
  readonly payload: number
  readonly sha256: string
}

/** Writes snapshots into one file; the same snapshots give the same bytes in whatever order they come. */
export function compileLists(snapshots: readonly Snapshot[]): Uint8Array {
  const sorted = [...snapshots].sort((a, b) => compareText(a.list, b.list) || compareText(a.sha256, b.sha256))
  const payload = utf8ToBytes(JSON.stringify(sorted))
  const header: Header = {
    engine: VERSION,
    lists: sorted.map((snapshot) => ({ list: snapshot.list, sha256: snapshot.sha256 })),
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
 * @throws ConsigneeError `unreadable-bundle` when it is of another format or version, truncated, or changed in any bit.
 */
export function openBundle(bytes: Uint8Array): Bundle {
  const header = openHeader(bytes)
  const start = bytes.length - header.payload
  const payload = bytes.subarray(start)
  if (bytesToHex(sha256(payload)) !== header.sha256)
    throw refuse('a payload with the digest of its header', 'other bytes')
  return { snapshots: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as Snapshot[] }
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
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(FIXED, end))) as Header
  if (header.engine !== VERSION) throw refuse(`a bundle of engine ${VERSION}`, `one of ${header.engine}`)
  const size = end + DIGEST + header.payload
  if (size !== bytes.length) throw refuse(`${size} bytes`, `${bytes.length}`)
  return header
}

function refuse(expected: string, received: string): ConsigneeError {
  return new ConsigneeError(
    'unreadable-bundle',
    `bundle: expected ${expected}, got ${received}; compile the lists again with this version`,
    { expected, received },
  )
}
