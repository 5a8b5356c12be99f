import type { Amendment, ListDiff, SnapshotReference } from '../lists/diff.js'
import { prepareName } from '../match/compare.js'
import { check } from '../model/check.js'
import type { Finding } from '../model/decision.js'
import type { Listing, Snapshot } from '../model/listing.js'
import { defaultPolicy } from '../model/policy.js'
import { type Party, partySchema } from '../model/transaction.js'
import type { CalendarDate, ListId } from '../model/vocabulary.js'
import { namesIn } from '../text/wrapping.js'
import { findListedAddress, isListedAddress } from './listed-address.js'
import { findListedIdentifier } from './listed-identifier.js'
import { findListedParty } from './listed-party.js'
import { buildPartyIndex, type PartyIndex } from './party-index.js'

/**
 * Whom does a change of the lists touch? Only the entries that changed are indexed, as they were and as they are, and all
 * parties stream through that small index once. What comes out for a party is what screening it against the changed
 * entries alone gives: nothing is lost against screening everyone again.
 *
 * A few hundred parties are taken together, and each step is done for all of them before the next: a step that stays in the
 * caches of the processor takes half the time.
 */

/** A party that a change touches. */
export interface TouchedParty {
  /** Position among the parties given. */
  readonly index: number
  readonly party: Party
  /** What the party has in common with entries as they were: removed ones, and amended ones before. */
  readonly before: readonly Finding[]
  /** What it has in common with entries as they are: added ones, and amended ones after. */
  readonly after: readonly Finding[]
}

/** How to rescreen. */
export interface RescreenOptions {
  /** The day as of which entries are in force. */
  readonly date: CalendarDate
  /** Name score from which a match counts, 0.5 to 1. Default 0.7, as in the policy. */
  readonly minScore?: number
}

/**
 * Finds the parties that list changes touch, in one pass, in the order given.
 *
 * @param parties all customers, in any number: they are read a few hundred at a time and not kept.
 * @param diffs what `diffSnapshots` found. An entry of which nothing but its address on the web changed touches nobody.
 * @throws ConsigneeError `invalid-input` naming the first party that is not as documented.
 */
export function* rescreen(
  parties: Iterable<Party>,
  diffs: readonly ListDiff[],
  { date, minScore = defaultPolicy.minScore }: RescreenOptions,
): Generator<TouchedParty> {
  const [before, after] = [diffs.map(stateBefore), diffs.map(stateAfter)]
  const all = buildPartyIndex([...before, ...after])
  const sides = [buildPartyIndex(before), buildPartyIndex(after)] as const
  for (const { first, parties: some, error } of inChunks(parties)) {
    // Almost nobody is touched: one look at all changes together tells.
    const isTouched = findTouched(all, some, minScore)
    for (let i = 0; i < some.length; i++) {
      if (!isTouched[i]) continue
      const [party, index] = [some[i]!, first + i]
      const [was, is] = sides.map((lists) => screenParty(lists, party, index, date, minScore))
      yield { index, party, before: was!, after: is! }
    }
    if (error !== undefined) throw error
  }
}

/** Parties that follow one another, checked. */
interface Chunk {
  /** Position of the first one. */
  readonly first: number
  readonly parties: readonly Party[]
  /** Why the next one is not as documented. */
  readonly error?: unknown
}

const CHUNK = 256

function* inChunks(parties: Iterable<Party>): Generator<Chunk> {
  let [first, chunk]: [number, Party[]] = [0, []]
  for (const given of parties) {
    try {
      chunk.push(check(partySchema, given, `parties[${first + chunk.length}]`))
    } catch (error) {
      yield { first, parties: chunk, error }
    }
    if (chunk.length < CHUNK) continue
    yield { first, parties: chunk }
    first += chunk.length
    chunk = []
  }
  yield { first, parties: chunk }
}

/** Which of the parties have a name, an identifier or an address in common with a listing. */
function findTouched(lists: PartyIndex, parties: readonly Party[], minScore: number): readonly boolean[] {
  const names = parties.map(({ name, aliases = [], kind }) =>
    [name ?? '', ...aliases].flatMap(namesIn).map((one) => prepareName(one, kind)),
  )
  const byName = names.map((own) => own.some((name) => lists.names.search(name, minScore).length > 0))
  const byAddress = parties.map(({ address }) => address !== undefined && isListedAddress(lists, address))
  return parties.map(
    ({ identifiers = [] }, i) =>
      byName[i] || byAddress[i] || identifiers.some(({ value }) => lists.identifiers(value).length > 0),
  )
}

function screenParty(
  lists: PartyIndex,
  party: Party,
  index: number,
  date: CalendarDate,
  minScore: number,
): readonly Finding[] {
  const reference = { index, role: party.role, id: party.id, name: party.name }
  return [
    ...findListedParty(lists, party, reference, date, minScore),
    ...findListedIdentifier(lists, party, reference, date),
    ...findListedAddress(lists, party, reference, date),
  ]
}

/** The entries that changed, as they were. */
function stateBefore({ list, before, removed, amended }: ListDiff): Snapshot {
  return toSnapshot(list, before, [...removed, ...amended.filter(matters).map((entry) => entry.before)])
}

/** The entries that changed, as they are. */
function stateAfter({ list, after, added, amended }: ListDiff): Snapshot {
  return toSnapshot(list, after, [...added, ...amended.filter(matters).map((entry) => entry.after)])
}

function toSnapshot(
  list: ListId,
  { published, sha256 }: SnapshotReference,
  listings: readonly Listing[],
): Snapshot {
  return { list, published, sha256, bytes: 0, listings, issues: [] }
}

function matters({ changes }: Amendment): boolean {
  return changes.some(({ field }) => field !== 'url')
}
