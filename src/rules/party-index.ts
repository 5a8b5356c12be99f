import { prepareName } from '../match/compare.js'
import { NameIndex } from '../match/name-index.js'
import { compileNames, type NameTable } from '../match/name-table.js'
import type { ListedName, Listing, Snapshot } from '../model/listing.js'
import type { Comparison } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import {
  type AddressIndex,
  type AddressTable,
  compileAddresses,
  openAddresses,
} from '../places/address-index.js'
import { BucketBuilder, type Buckets, hashText, lookUp } from '../tables/buckets.js'
import { namesIn } from '../text/wrapping.js'
import { identifierKey } from './identifier-key.js'
import type { ListingSource } from './listings.js'

/** All that can be looked up in the loaded lists: names, identifiers, addresses. */
export interface PartyIndex {
  readonly names: Pick<NameIndex<NameRef>, 'search'>
  /** Listed identifiers that are the same as this one but for signs and spaces. */
  readonly identifiers: (value: string) => readonly IdentifierRef[]
  readonly addresses: AddressIndex<ListingSource>
}

/** The same compiled into plain arrays, which can be kept in a file; listings are numbered through all snapshots. */
export type PartyTable = NamedTable & PlacedTable

/** What is found by name or identifier. */
type NamedTable = {
  readonly names: NameTable
  /** Of each name, its listing and its place there. */
  readonly nameListings: Uint32Array
  readonly namePlaces: Uint32Array
  /** Listings under the keys of their identifiers. */
  readonly identifiers: Buckets
}

/** What is found by address. */
type PlacedTable = {
  readonly addresses: AddressTable
  /** Of each address, its listing and its place there. */
  readonly addressListings: Uint32Array
  readonly addressPlaces: Uint32Array
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
export function compileParties(snapshots: readonly Snapshot[]): PartyTable {
  const listings = snapshots.flatMap((snapshot) => snapshot.listings)
  return { ...compileNamed(listings), ...compilePlaced(listings) }
}

function compileNamed(listings: readonly Listing[]): NamedTable {
  const names = listings.flatMap((listing, n) => listing.names.map((name, at) => ({ listing, name, n, at })))
  const identifiers = new BucketBuilder()
  listings.forEach((listing, n) => {
    for (const key of new Set(listing.identifiers.map(({ value }) => identifierKey(value)))) {
      if (key !== null) identifiers.add(hashText(key), n)
    }
  })
  return {
    names: compileNames(names.map(({ listing, name }) => ({ name: name.name, kind: listing.kind }))),
    nameListings: Uint32Array.from(names, ({ n }) => n),
    namePlaces: Uint32Array.from(names, ({ at }) => at),
    identifiers: identifiers.finish(),
  }
}

function compilePlaced(listings: readonly Listing[]): PlacedTable {
  const addresses = listings.flatMap((listing, n) =>
    listing.addresses.map((address, at) => ({ address, n, at })),
  )
  return {
    addresses: compileAddresses(addresses.map(({ address }) => address)),
    addressListings: Uint32Array.from(addresses, ({ n }) => n),
    addressPlaces: Uint32Array.from(addresses, ({ at }) => at),
  }
}

/**
 * Makes compiled parties ready for lookup. Listings are read when something of them is first found.
 * @param snapshots those that the table was compiled from, in their order.
 */
export function openParties(table: PartyTable, snapshots: readonly Snapshot[]): PartyIndex {
  const sourceAt = sourcesOf(snapshots)
  return { ...openNamed(table, sourceAt), addresses: openPlaced(table, sourceAt) }
}

function openNamed(table: NamedTable, sourceAt: SourceAt): Pick<PartyIndex, 'names' | 'identifiers'> {
  return {
    names: new NameIndex(table.names, (name) => {
      const source = sourceAt(table.nameListings[name]!)
      return { source, name: source.listing.names[table.namePlaces[name]!]! }
    }),
    identifiers: (value) => {
      const key = identifierKey(value)
      const found = new Set<number>()
      if (key !== null) lookUp(table.identifiers, hashText(key), (n) => found.add(n))
      return [...found].sort((a, b) => a - b).flatMap((n) => identifiersOf(sourceAt(n), key))
    },
  }
}

function openPlaced(table: PlacedTable, sourceAt: SourceAt): AddressIndex<ListingSource> {
  return openAddresses(table.addresses, (position) => {
    const ref = sourceAt(table.addressListings[position]!)
    return { ref, address: ref.listing.addresses[table.addressPlaces[position]!]! }
  })
}

/**
 * Compiles snapshots and makes them ready for lookup. Addresses are compiled when one is first looked for: reading them
 * takes the names of all places, which a search for names does not.
 */
export function buildPartyIndex(snapshots: readonly Snapshot[]): PartyIndex {
  const listings = snapshots.flatMap((snapshot) => snapshot.listings)
  const sourceAt = sourcesOf(snapshots)
  let placed: AddressIndex<ListingSource> | undefined
  return {
    ...openNamed(compileNamed(listings), sourceAt),
    addresses: {
      search: (address, minScore) => {
        placed ??= openPlaced(compilePlaced(listings), sourceAt)
        return placed.search(address, minScore)
      },
    },
  }
}

/** What was compiled from some lists before. */
interface Compiled {
  readonly table: PartyTable
  readonly lists: readonly Snapshot[]
}

/** Tables that came with lists, by the listings they were compiled from. Nothing but time depends on them. */
const compiledBefore = new WeakMap<readonly Listing[], Compiled>()

/** Remembers a table for its snapshots, or for others with the same listings, so that they are not compiled again. */
export function rememberTable(table: PartyTable, lists: readonly Snapshot[]): void {
  const compiled = { table, lists }
  for (const { listings } of lists) compiledBefore.set(listings, compiled)
}

/** Makes snapshots ready for lookup, with what was compiled before where there is such; the answers are the same. */
export function indexParties(snapshots: readonly Snapshot[]): PartyIndex {
  const groups = new Map<Compiled | undefined, Snapshot[]>()
  for (const snapshot of snapshots) {
    const compiled = compiledBefore.get(snapshot.listings)
    groups.set(compiled, [...(groups.get(compiled) ?? []), snapshot])
  }
  const indexes = [...groups].map(([compiled, group]) => {
    if (!compiled) return buildPartyIndex(group)
    const byListings = new Map(group.map((snapshot) => [snapshot.listings, snapshot]))
    return openParties(
      compiled.table,
      compiled.lists.map((list) => byListings.get(list.listings) ?? list),
    )
  })
  return join(indexes, snapshots)
}

/** Several indexes as one that knows these snapshots alone, in their order. */
function join(indexes: readonly PartyIndex[], snapshots: readonly Snapshot[]): PartyIndex {
  const ranks = new Map(snapshots.map((snapshot, rank) => [snapshot, rank]))
  const rankOf = ({ snapshot }: ListingSource) => ranks.get(snapshot) ?? 0
  const inOrder = <T>(refs: readonly T[], sourceOf: (ref: T) => ListingSource) =>
    refs
      .filter((ref) => ranks.has(sourceOf(ref).snapshot))
      .sort((a, b) => rankOf(sourceOf(a)) - rankOf(sourceOf(b)))
  return {
    names: {
      search: (query, minScore) =>
        inOrder(
          indexes.flatMap(({ names }) => names.search(query, minScore)),
          ({ ref }) => ref.source,
        ),
    },
    identifiers: (value) =>
      inOrder(
        indexes.flatMap(({ identifiers }) => identifiers(value)),
        ({ source }) => source,
      ),
    addresses: {
      search: (address, minScore) =>
        inOrder(
          indexes.flatMap(({ addresses }) => addresses.search(address, minScore)),
          ({ ref }) => ref,
        ).sort((a, b) => b.score - a.score),
    },
  }
}

type SourceAt = (n: number) => ListingSource

/** The listing with a number; always the same object. */
function sourcesOf(snapshots: readonly Snapshot[]): SourceAt {
  const known = new Map<number, ListingSource>()
  const firsts: number[] = []
  let count = 0
  for (const { listings } of snapshots) {
    firsts.push(count)
    count += listings.length
  }
  return (n) => {
    const source = known.get(n)
    if (source) return source
    const at = firsts.findLastIndex((first) => first <= n)
    const snapshot = snapshots[at]!
    const read = { listing: snapshot.listings[n - firsts[at]!]!, snapshot }
    known.set(n, read)
    return read
  }
}

function identifiersOf(source: ListingSource, key: string | null): IdentifierRef[] {
  return source.listing.identifiers
    .filter(({ value }) => identifierKey(value) === key)
    .map(({ type, value }) => ({ source, type, value }))
}

/** Listings whose best name reaches `minScore`, best first; ties in list order. */
export function findListings(
  index: PartyIndex,
  name: string,
  kind: Kind | undefined,
  minScore: number,
): ListingHit[] {
  const best = new Map<Listing, ListingHit>()
  const found = namesIn(name).flatMap((one) => index.names.search(prepareName(one, kind), minScore))
  for (const { ref, comparison } of found) {
    const hit: ListingHit = { source: ref.source, name: ref.name, comparison }
    const known = best.get(ref.source.listing)
    if (!known || isBetter(hit, known)) best.set(ref.source.listing, hit)
  }
  return [...best.values()].sort((a, b) => b.comparison.score - a.comparison.score)
}

/**
 * Whether a hit says more than the one known: an exact name that is not weak before all others, since a weak alias that is
 * nearer must not hide it; then a higher score; at the same score a name that is not weak.
 */
export function isBetter(hit: ListingHit, known: ListingHit): boolean {
  if (isDecisive(hit) !== isDecisive(known)) return isDecisive(hit)
  const gain = hit.comparison.score - known.comparison.score
  return gain > 0 || (gain === 0 && known.name.strength === 'weak' && hit.name.strength !== 'weak')
}

function isDecisive({ comparison, name }: ListingHit): boolean {
  return comparison.band === 'exact' && name.strength !== 'weak'
}
