import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Ids of listings where the publisher gives none, or gives one twice. */

/**
 * An id made from the content of an entry: the tag of its list and a digest of its name and its place (first address,
 * or citation), case ignored. It survives what publishers change: order, dates, citations.
 */
export function contentId(tag: string, name: string, place: string): string {
  const digest = bytesToHex(sha256(utf8ToBytes(`${name.toLowerCase()}\n${place.toLowerCase()}`)))
  return `${tag}-${digest.slice(0, 16)}`
}

/**
 * The id itself where it is new, else with `-2`, `-3` after it.
 * @param seen how often each id has been given; counted up here.
 */
export function uniqueId(seen: Map<string, number>, id: string): string {
  const count = (seen.get(id) ?? 0) + 1
  seen.set(id, count)
  return count === 1 ? id : `${id}-${count}`
}
