import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { ConsigneeError } from '../errors.js'
import type { Issue, ListFile, Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'

/** What every parser begins and ends with: text, a place to put issues, the snapshot with its digest. */

const CHUNK = 1 << 16

/**
 * Decodes a file piece by piece, so that no parser holds a second copy of a large file.
 * @throws ConsigneeError `unreadable-list` at the first byte that is not valid in the encoding.
 */
export function* decodeChunks(file: ListFile, encoding = 'utf-8'): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let start = 0; start < file.bytes.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, file.bytes.length)
    try {
      yield decoder.decode(file.bytes.subarray(start, end), { stream: end < file.bytes.length })
    } catch (cause) {
      throw unreadable(
        file.name,
        `expected ${encoding} text, got bytes that are not, between ${start} and ${end}; download the file again`,
        cause,
      )
    }
  }
}

/** The error for a file that must not be used at all. */
export function unreadable(where: string, message: string, cause?: unknown): ConsigneeError {
  const place = where === '' ? 'list file' : where
  return new ConsigneeError('unreadable-list', `${place}: ${message}`, { path: place, cause })
}

/** SHA-256 of one file, or of the names and digests of several in name order; lower-case hex. */
export function digestFiles(files: readonly ListFile[]): string {
  const [only] = files
  if (files.length === 1 && only) return bytesToHex(sha256(only.bytes))
  const lines = files.map((file) => `${file.name}\n${bytesToHex(sha256(file.bytes))}\n`).sort()
  return bytesToHex(sha256(utf8ToBytes(lines.join(''))))
}

/** A file with more is no list of this format; the worst one of those known has some hundred. */
const MAX_ISSUES = 100_000

/** Collects issues in the order in which they were met. */
export class IssueLog {
  readonly issues: Issue[] = []

  /** @throws ConsigneeError `unreadable-list` where there are too many. */
  add(code: string, where: string, message: string): void {
    if (this.issues.length >= MAX_ISSUES)
      throw unreadable(
        where,
        `expected a list, got a file with more than ${MAX_ISSUES} things that cannot be read`,
      )
    this.issues.push({ code, where, message })
  }
}

/** Names in which letters were lost before the file came: whoever saved it took it for another encoding. */
function reportLost(listings: readonly Listing[], log: IssueLog): void {
  for (const { id, names } of listings)
    for (const { name } of names)
      if (name.includes('\ufffd'))
        log.add(
          'lost-letters',
          id,
          `expected a name, got "${name.slice(0, 80)}" with letters lost; download the file again`,
        )
}

/** A snapshot of what was read, with the size and digest of its files. */
export function snapshotOf(
  list: ListId,
  files: readonly ListFile[],
  read: {
    readonly published: CalendarDate | null
    readonly listings: readonly Listing[]
    readonly log: IssueLog
  },
): Snapshot {
  reportLost(read.listings, read.log)
  return {
    list,
    published: read.published,
    sha256: digestFiles(files),
    bytes: files.reduce((sum, file) => sum + file.bytes.length, 0),
    listings: read.listings,
    issues: read.log.issues,
  }
}
