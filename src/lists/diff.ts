import type { Listing, Snapshot } from '../model/listing.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { compareListings, type FieldChange } from './diff-fields.js'
import { pairListings } from './diff-pairs.js'

/** What changed between two states of a list, told by the content of the entries and not by their ids alone. */

/** One state of a list, named. */
export interface SnapshotReference {
  readonly published: CalendarDate | null
  readonly sha256: string
  readonly listings: number
}

/** A listing that stayed and changed. */
export interface Amendment {
  readonly before: Listing
  readonly after: Listing
  /** In the order of the listing's fields; never empty. */
  readonly changes: readonly FieldChange[]
}

/** The difference of two snapshots of one list. */
export interface ListDiff {
  readonly list: ListId
  readonly before: SnapshotReference
  readonly after: SnapshotReference
  /** In the order of the new file. */
  readonly added: readonly Listing[]
  /** In the order of the old file. */
  readonly removed: readonly Listing[]
  /** In the order of the new file. */
  readonly amended: readonly Amendment[]
  /** Entries that stayed and whose id changed, amended or not: whoever keeps ids must follow. */
  readonly renumbered: readonly { readonly before: string; readonly after: string }[]
  /** How many entries stayed as they were. */
  readonly unchanged: number
}

/**
 * Compares two snapshots of one list.
 *
 * Publishers renumber: ids of the Consolidated Screening List change with a citation, some are random at each issue.
 * So entries are the same when their content is; what is left is paired by shared identifiers, names, addresses and
 * ids, the closest first (`pairListings`). The order of names, addresses and the like within an entry means nothing.
 */
export function diffSnapshots(before: Snapshot, after: Snapshot): ListDiff {
  const pairs = pairListings(before.listings, after.listings)
  const kept = new Set(pairs.values())
  const amended: Amendment[] = []
  const renumbered: { before: string; after: string }[] = []
  let unchanged = 0
  after.listings.forEach((listing, i) => {
    const old = before.listings[pairs.get(i) ?? -1]
    if (!old) return
    if (old.id !== listing.id) renumbered.push({ before: old.id, after: listing.id })
    const changes = compareListings(old, listing)
    if (changes.length === 0) unchanged++
    else amended.push({ before: old, after: listing, changes })
  })
  return {
    list: after.list,
    before: refer(before),
    after: refer(after),
    added: after.listings.filter((_, i) => !pairs.has(i)),
    removed: before.listings.filter((_, i) => !kept.has(i)),
    amended,
    renumbered,
    unchanged,
  }
}

function refer({ published, sha256, listings }: Snapshot): SnapshotReference {
  return { published, sha256, listings: listings.length }
}
