import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { isZip } from '../zip.js'

/** Is what came what was asked for? Each check says what is wrong, or null. */

/** A web page in place of a list: an error page, a login, a moved site. */
export function checkType(contentType: string | null): string | null {
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '')
    ? `expected a list, got a web page (${contentType})`
    : null
}

/**
 * The same told by the content, and nothing at all. A packed body that ends too early is unpacked without an error, and
 * its length is not known: then the format itself must have an end, as markup and zip archives do and rows do not.
 */
export function checkContent(bytes: Uint8Array, headers: Headers): string | null {
  if (bytes.length === 0) return 'expected a list, got nothing'
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html'))
    return 'expected a list, got a web page'
  return isPacked(headers) && !start.startsWith('<') && !isZip(bytes)
    ? 'expected rows as they are, got them packed, so that a cut would not be seen'
    : null
}

/** Whether a body came packed although it was asked for as it is. */
export function isPacked(headers: Headers): boolean {
  return (headers.get('content-encoding') ?? 'identity').trim().toLowerCase() !== 'identity'
}

/** The length the server announced for this answer; null where it did not, or where the body is packed. */
export function announcedLength(headers: Headers): number | null {
  const length = headers.get('content-length')
  return length === null || !/^\d{1,15}$/.test(length) || isPacked(headers) ? null : Number(length)
}

const digests = { 'sha-256': sha256, md5 } as const

/**
 * Compares the bytes with the checksums the server gives: Repr-Digest and Content-Digest (RFC 9530), Digest (RFC 3230),
 * Content-MD5 (RFC 1864, which Azure still sends). Of an answer that is only a part of the file, and of a packed one,
 * they may speak of something else; then they do not count.
 */
export function checkDigests(bytes: Uint8Array, { status, headers }: Response): string | null {
  const isWhole = status === 200 && !isPacked(headers)
  const names = isWhole ? ['repr-digest', 'content-digest', 'digest'] : []
  const given = [
    ...names.flatMap((name) => readDigests(headers.get(name) ?? '')),
    ...readDigests(isWhole ? `md5=${headers.get('content-md5') ?? ''}` : ''),
  ]
  for (const { algorithm, value } of given) {
    const own = toBase64(digests[algorithm](bytes))
    if (own !== value) return `expected the ${algorithm} ${value} of its server, got ${own}`
  }
  return null
}

function readDigests(text: string): { algorithm: keyof typeof digests; value: string }[] {
  const found = text.slice(0, 1_000).matchAll(/(sha-256|md5)=:?([A-Za-z0-9+/]{20,64}={0,2}):?/gi)
  return [...found].map(([, algorithm = '', value = '']) => ({
    algorithm: algorithm.toLowerCase() as keyof typeof digests,
    value,
  }))
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
