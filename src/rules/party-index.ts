import { prepareName } from '../match/compare.js'
import { indexNames, type NameIndex } from '../match/name-index.js'
import type { ListedName, Listing, Snapshot } from '../model/listing.js'
import type { Comparison } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { type AddressIndex, buildAddressIndex } from '../places/address-index.js'
import type { ListingSource } from './listings.js'

/** All that can be looked up in the loaded lists: names, identifiers, addresses. Built once per screener. */
export interface PartyIndex {
  readonly names: NameIndex<NameRef>
  readonly identifiers: ReadonlyMap<string, readonly IdentifierRef[]>
  readonly addresses: AddressIndex<ListingSource>
}

/** One listed name and where it stands. */
export interface NameRef {
  readonly source: ListingSource
  readonly name: ListedName
}

/** One listed identifier and where it stands. */
export interface IdentifierRef {
  readonly source: ListingSource
  readonly type: string
  readonly value: string
}

/** A listing that a name matched, through its best name. */
export interface ListingHit {
  readonly source: ListingSource
  readonly name: ListedName
  readonly comparison: Comparison
}

/** Compiles snapshots for lookup. */
export function buildPartyIndex(snapshots: readonly Snapshot[]): PartyIndex {
  const sources = snapshots.flatMap((snapshot) =>
    snapshot.listings.map((listing): ListingSource => ({ listing, snapshot })),
  )
  return {
    names: indexNames(sources.flatMap(nameEntries)),
    identifiers: indexIdentifiers(sources),
    addresses: buildAddressIndex(
      sources.flatMap((source) => source.listing.addresses.map((address) => ({ address, ref: source }))),
    ),
  }
}

function nameEntries(source: ListingSource) {
  return source.listing.names.map((name) => ({
    name: name.name,
    kind: source.listing.kind,
    ref: { source, name },
  }))
}

function indexIdentifiers(sources: readonly ListingSource[]): Map<string, IdentifierRef[]> {
  const index = new Map<string, IdentifierRef[]>()
  for (const source of sources) {
    for (const { type, value } of source.listing.identifiers) {
      const key = identifierKey(value)
      if (key === null) continue
      const refs = index.get(key)
      if (refs) refs.push({ source, type, value })
      else index.set(key, [{ source, type, value }])
    }
  }
  return index
}

/** Letters and digits only, lower case; null where too short to identify anyone. */
export function identifierKey(value: string): string | null {
  const key = value
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return key.length >= 5 && /\d/.test(key) ? key : null
}

/** Listings whose best name reaches `minScore`, best first; ties in list order. */
export function findListings(
  index: PartyIndex,
  name: string,
  kind: Kind | undefined,
  minScore: number,
): ListingHit[] {
  const best = new Map<Listing, ListingHit>()
  for (const { ref, comparison } of index.names.search(prepareName(name, kind), minScore)) {
    const hit: ListingHit = { source: ref.source, name: ref.name, comparison }
    const known = best.get(ref.source.listing)
    if (!known || isBetter(hit, known)) best.set(ref.source.listing, hit)
  }
  return [...best.values()].sort((a, b) => b.comparison.score - a.comparison.score)
}

/** A higher score is better; at the same score a name that is not weak. */
function isBetter(hit: ListingHit, known: ListingHit): boolean {
  const gain = hit.comparison.score - known.comparison.score
  return gain > 0 || (gain === 0 && known.name.strength === 'weak' && hit.name.strength !== 'weak')
}
