import { Inflate } from 'fflate'
import type { ListFile } from '../model/listing.js'
import { unreadable } from './source.js'

/**
 * The zip archive behind xlsx and ods, read as far as office files need it.
 *
 * An archive says in its directory how large each part is unpacked. That is checked first, and then held: unpacking
 * stops at the first byte beyond it, and the length and CRC-32 must be right at the end, so neither a bomb nor a
 * damaged part is read. Parts are handed over piece by piece.
 */

/** A part of the archive, as its directory states it. */
export interface ZipPart {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly offset: number
}

const MAX_PARTS = 2_000
const MAX_UNPACKED = 600_000_000
/** Deflate itself reaches 1,032; the sheets of real lists stay below 30. */
const MAX_RATIO = 400
/** Sizes below which a high ratio does no harm. */
const SMALL = 10_000_000
/** Packed bytes given to the unpacker at once: at most 4 MB come out. */
const STEP = 4_096

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50

/** Whether a file begins as zip archives do. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * Reads the directory.
 * @throws ConsigneeError `unreadable-list` for a cut archive and for one that would unpack beyond all measure.
 */
export function readZip(file: ListFile): ReadonlyMap<string, ZipPart> {
  const { bytes } = file
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) throw broken(file, 'expected the directory of a zip archive at the end, got none')
  const count = view.getUint16(end + 10, true)
  if (count > MAX_PARTS) throw broken(file, `expected at most ${MAX_PARTS} parts, got ${count}`)
  const parts = new Map<string, ZipPart>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY)
      throw broken(file, 'expected an entry of the directory, got other bytes')
    const nameLength = view.getUint16(at + 28, true)
    const part = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
    }
    if (view.getUint16(at + 8, true) & 1) throw broken(file, 'expected an open file, got an encrypted one')
    if (parts.has(part.name)) throw broken(file, `expected one part "${part.name.slice(0, 80)}", got two`)
    total += part.size
    if (total > MAX_UNPACKED || (part.size > SMALL && part.size > part.packed * MAX_RATIO))
      throw broken(file, `expected a sheet, got a part of ${part.packed} bytes that unpacks to ${part.size}`)
    parts.set(part.name, part)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** The end record stands in the last 64 kB, before a comment. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at
  return -1
}

/** Unpacks one part, piece by piece. */
export function* unpack(file: ListFile, part: ZipPart): Generator<Uint8Array> {
  const packed = packedBytes(file, part)
  let size = 0
  let crc = 0xffffffff
  for (const piece of part.method === 0 ? [packed] : inflate(file, part, packed)) {
    size += piece.length
    if (size > part.size) throw broken(file, `expected ${part.size} bytes in "${part.name}", got more`)
    crc = crc32(crc, piece)
    yield piece
  }
  if (size !== part.size) throw broken(file, `expected ${part.size} bytes in "${part.name}", got ${size}`)
  if ((crc ^ 0xffffffff) >>> 0 !== part.crc)
    throw broken(file, `expected the checksum of "${part.name}" to hold, got another`)
}

function packedBytes(file: ListFile, part: ZipPart): Uint8Array {
  const { bytes } = file
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.method !== 0 && part.method !== 8)
    throw broken(file, `expected a part packed with deflate, got method ${part.method}`)
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== LOCAL)
    throw broken(file, `expected the part "${part.name.slice(0, 80)}", got other bytes`)
  const names = view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true)
  const start = part.offset + 30 + names
  if (start + part.packed > bytes.length)
    throw broken(file, `expected ${part.packed} packed bytes of "${part.name.slice(0, 80)}", got fewer`)
  return bytes.subarray(start, start + part.packed)
}

function* inflate(file: ListFile, part: ZipPart, packed: Uint8Array): Generator<Uint8Array> {
  let pieces: Uint8Array[] = []
  const inflater = new Inflate((piece) => {
    if (piece.length > 0) pieces.push(piece)
  })
  for (let at = 0; at < packed.length; at += STEP) {
    const last = at + STEP >= packed.length
    try {
      inflater.push(packed.subarray(at, at + STEP), last)
    } catch (cause) {
      throw broken(file, `expected packed data in "${part.name.slice(0, 80)}", got damaged bytes`, cause)
    }
    yield* pieces
    pieces = []
  }
}

const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crc32(start: number, bytes: Uint8Array): number {
  let crc = start
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return crc
}

function broken(file: ListFile, message: string, cause?: unknown) {
  return unreadable(file.name, `${message}; download the file again`, cause)
}
