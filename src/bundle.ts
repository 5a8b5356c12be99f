import { ConsigneeError } from './errors.js'
import { inBundleOrder, readBundle, writeBundle } from './lists/bundle.js'
import { INDEX_VERSION } from './match/name-table.js'
import type { Snapshot } from './model/listing.js'
import { compileParties, type PartyTable, rememberTable } from './rules/party-index.js'
import { pack, unpack } from './tables/pack.js'

/** What a bundle holds. */
export interface Bundle {
  /**
   * In order of list id, then digest. Listings are read when they are first looked at, and a screener made of these
   * snapshots uses the index that the bundle brings along.
   */
  readonly snapshots: readonly Snapshot[]
}

/** Compiles snapshots into one file; the same snapshots give the same bytes in whatever order they come. */
export function compileLists(snapshots: readonly Snapshot[]): Uint8Array {
  const ordered = inBundleOrder(snapshots)
  return writeBundle({ snapshots: ordered, index: pack(compileParties(ordered)) }, INDEX_VERSION)
}

/**
 * Opens a bundle. It reads from `bytes` as long as it is used: they must not be changed.
 * @throws ConsigneeError `unreadable-bundle` when it is of another format, engine, weights or normalizer version, truncated, has
 *   bytes after its end, or was changed in any bit.
 */
export function openBundle(bytes: Uint8Array): Bundle {
  const { snapshots, index } = readBundle(bytes, INDEX_VERSION)
  rememberTable(readTable(index), snapshots)
  return { snapshots }
}

/** The index as it was written; its bytes are under the bundle's checksum. */
function readTable(index: Uint8Array): PartyTable {
  try {
    return unpack(index) as PartyTable
  } catch (cause) {
    const [expected, received] = ['an index', 'other bytes']
    throw new ConsigneeError(
      'unreadable-bundle',
      `bundle: expected ${expected}, got ${received}; compile the lists again with this version`,
      { expected, received, cause },
    )
  }
}
