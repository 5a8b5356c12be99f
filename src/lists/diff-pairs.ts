import type { Listing } from '../model/listing.js'
import { contentOf } from './diff-fields.js'
import { plainWords } from './plain-words.js'

/**
 * Which entry of the new file is which of the old one?
 *
 * First, entries with the same content are the same, whatever their ids; among several with the same content, one of
 * the same id goes first. What is left is proposed through shared features (id, identifiers, names, addresses), each
 * pair is weighed, and the heaviest pairs are taken first. A shared id alone proves nothing, since ids may be positions
 * in the file: a pair must share a name, an identifier, or an address of an entry that has no name; or, with the same
 * id, an address, a birth date or half of the name (an entry renamed in place); or address, citation, day of listing and a
 * word of the name (a name whose spelling was corrected). Entries of different kinds or sources, and persons of the same
 * name whose birth dates differ, are never paired unless an identifier or the id says so.
 */

/** Position in the new file → position in the old file. */
export type Pairs = Map<number, number>

/** Pairs the entries of two states of a list. */
export function pairListings(before: readonly Listing[], after: readonly Listing[]): Pairs {
  const pairs: Pairs = new Map()
  const open = pairEqual(before, after, pairs)
  const used = new Set<number>()
  for (const { old, now } of proposePairs(before, after, open)) {
    if (used.has(old) || pairs.has(now)) continue
    used.add(old)
    pairs.set(now, old)
  }
  return pairs
}

interface Open {
  readonly old: readonly number[]
  readonly now: readonly number[]
}

/** Pairs entries of equal content and returns what is left. */
function pairEqual(before: readonly Listing[], after: readonly Listing[], pairs: Pairs): Open {
  const byContent = new Map<string, number[]>()
  before.forEach((listing, i) => {
    push(byContent, contentOf(listing), i)
  })
  const used = new Set<number>()
  const take = (now: number, wanted: (old: number) => boolean) => {
    if (pairs.has(now)) return
    const old = byContent.get(contents[now]!)?.find((i) => !used.has(i) && wanted(i))
    if (old === undefined) return
    used.add(old)
    pairs.set(now, old)
  }
  const contents = after.map(contentOf)
  after.forEach((listing, i) => {
    take(i, (old) => before[old]!.id === listing.id)
  })
  after.forEach((_, i) => {
    take(i, () => true)
  })
  return {
    old: before.map((_, i) => i).filter((i) => !used.has(i)),
    now: after.map((_, i) => i).filter((i) => !pairs.has(i)),
  }
}

interface Proposal {
  readonly old: number
  readonly now: number
  readonly weight: number
}

/** Features that more entries share than this propose nothing: a town, a bank's number for all its customers. */
const MAX_SHARED = 100

function proposePairs(before: readonly Listing[], after: readonly Listing[], open: Open): Proposal[] {
  const owners = new Map<string, number[]>()
  const oldTraits = new Map(open.old.map((i) => [i, traitsOf(before[i]!)]))
  for (const [i, traits] of oldTraits) for (const trait of traits.keys()) push(owners, trait, i)
  const proposals = open.now.flatMap((now) => {
    const traits = traitsOf(after[now]!)
    const candidates = new Set(
      [...traits.keys()].flatMap((trait) => {
        const list = owners.get(trait) ?? []
        return list.length <= MAX_SHARED ? list : []
      }),
    )
    return [...candidates].flatMap((old): Proposal[] => {
      const weight = weighPair(before[old]!, after[now]!, oldTraits.get(old)!, traits)
      return weight > 0 ? [{ old, now, weight }] : []
    })
  })
  return proposals.sort((a, b) => b.weight - a.weight || a.now - b.now || a.old - b.old)
}

type TraitKind = 'id' | 'identifier' | 'name' | 'weak-name' | 'address' | 'birth'

const traitWeight: Readonly<Record<TraitKind, number>> = {
  id: 4,
  identifier: 4,
  name: 3,
  'weak-name': 1,
  address: 1,
  birth: 1,
}

/** What an entry can be recognized by, each with its kind. */
function traitsOf(listing: Listing): ReadonlyMap<string, TraitKind> {
  const traits = new Map<string, TraitKind>()
  const add = (kind: TraitKind, text: string) => {
    const key = plainWords(text)
    if (key !== '') traits.set(`${kind} ${key}`, kind)
  }
  add('id', listing.id)
  for (const { type, value } of listing.identifiers)
    if (/\d/.test(value)) add('identifier', `${type} ${value}`)
  for (const { name, strength } of listing.names) add(strength === 'weak' ? 'weak-name' : 'name', name)
  for (const { text } of listing.addresses) add('address', text)
  for (const { text } of listing.birthDates) add('birth', text)
  return traits
}

/** How much speaks for a pair; 0 where it must not be made. */
function weighPair(
  old: Listing,
  now: Listing,
  oldTraits: ReadonlyMap<string, TraitKind>,
  nowTraits: ReadonlyMap<string, TraitKind>,
): number {
  if (old.list !== now.list) return 0
  const shared = new Set<TraitKind>()
  let weight = 0
  for (const [trait, kind] of nowTraits) {
    if (!oldTraits.has(trait)) continue
    shared.add(kind)
    weight += traitWeight[kind]
  }
  const vouched = shared.has('identifier') || shared.has('id')
  if (!vouched && (old.source !== now.source || differ(old.kind, now.kind) || bornApart(old, now, shared)))
    return 0
  const named = old.names.length > 0 && now.names.length > 0
  const known = shared.has('name') || shared.has('identifier') || (!named && shared.has('address'))
  const renamed = shared.has('id') ? isRenamed(old, now, shared) : isRespelled(old, now, shared)
  if (!known && !renamed) return 0
  return weight + (old.listedOn !== null && old.listedOn === now.listedOn ? 1 : 0)
}

/** Whether an entry that kept its id can be the same under another name: half of the name stayed, or something else did. */
function isRenamed(old: Listing, now: Listing, shared: ReadonlySet<TraitKind>): boolean {
  if (shared.has('address') || shared.has('birth') || shared.has('weak-name')) return true
  const common = commonWords(old, now)
  const [a, b] = [wordsOf(old).length, wordsOf(now).length]
  return common > 0 && common * 2 >= Math.min(a, b)
}

/** The same act of the same day, the same address and a word of the name: where ids are made of names, they change with them. */
function isRespelled(old: Listing, now: Listing, shared: ReadonlySet<TraitKind>): boolean {
  const isSameAct = old.citation !== undefined && old.citation === now.citation
  const isSameDay = old.listedOn !== null && old.listedOn === now.listedOn
  return shared.has('address') && isSameAct && isSameDay && commonWords(old, now) > 0
}

function commonWords(old: Listing, now: Listing): number {
  const words = wordsOf(now)
  return wordsOf(old).filter((word) => word.length > 2 && words.includes(word)).length
}

function wordsOf({ names }: Listing): readonly string[] {
  return plainWords(names[0]?.name ?? '').split(' ')
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

function bornApart(old: Listing, now: Listing, shared: ReadonlySet<TraitKind>): boolean {
  return old.birthDates.length > 0 && now.birthDates.length > 0 && !shared.has('birth')
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
