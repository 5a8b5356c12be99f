import Fuse from 'fuse.js'
import type { PlaceReading } from '../model/place.js'
import { fold } from '../text/fold.js'
import { findByName, placeNames } from './territories.js'

/**
 * A name that is in no table may be a known one with a slip of the finger in it. Fuse.js judges how near two words
 * are, but it walks every word it is given, so it only sees a shortlist: the names of about the same length that
 * share most pairs of neighboring letters with the text. A slip damages two or three pairs, the rest remain.
 */

/** Longest text that is taken for one misspelled name, in UTF-16 units after folding. */
const MAX_LENGTH = 60
/** Shorter names are one letter away from too many others. */
const MIN_LENGTH = 4
const SHORTLIST = 50
/** Share of the letters that may be wrong, as Fuse.js counts them; a quarter lets one of four pass. */
const TOLERANCE = 0.25

interface PairIndex {
  readonly names: readonly string[]
  /** Positions in `names` by pair of letters. */
  readonly postings: ReadonlyMap<string, readonly number[]>
}

let built: PairIndex | undefined

function pairIndex(): PairIndex {
  built ??= build()
  return built
}

function build(): PairIndex {
  const names = placeNames().filter((name) => name.length >= MIN_LENGTH && name.length <= MAX_LENGTH)
  const postings = new Map<string, number[]>()
  names.forEach((name, position) => {
    for (const pair of pairsOf(name)) {
      const list = postings.get(pair)
      if (list) list.push(position)
      else postings.set(pair, [position])
    }
  })
  return { names, postings }
}

function pairsOf(name: string): Set<string> {
  const padded = ` ${name} `
  const pairs = new Set<string>()
  for (let i = 0; i + 2 <= padded.length; i++) pairs.add(padded.slice(i, i + 2))
  return pairs
}

/** Names of nearly the same length that share a third of the pairs, most shared first, then in table order. */
function shortlist(key: string): string[] {
  const { names, postings } = pairIndex()
  const shared = new Map<number, number>()
  const pairs = pairsOf(key)
  for (const pair of pairs) {
    for (const position of postings.get(pair) ?? []) {
      if (Math.abs(names[position]!.length - key.length) > 2) continue
      shared.set(position, (shared.get(position) ?? 0) + 1)
    }
  }
  return [...shared]
    .filter(([, count]) => count * 3 >= pairs.size)
    .sort(([a, sharedA], [b, sharedB]) => sharedB - sharedA || a - b)
    .slice(0, SHORTLIST)
    .map(([position]) => names[position]!)
}

/** Readings of a text as a misspelled place name, the nearest ones only, confidence below 0.9; empty when none is near. */
export function readMisspelled(text: string): readonly PlaceReading[] {
  const key = fold(text)
  if (key.length < MIN_LENGTH || key.length > MAX_LENGTH) return []
  const fuse = new Fuse(shortlist(key), {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: TOLERANCE,
  })
  // Fuse.js looks for the text inside the name: letters that the name has beyond it count as errors here.
  const near = fuse
    .search(key)
    .map(({ item, score = 1 }) => ({
      item,
      errors: score + Math.max(0, item.length - key.length) / key.length,
    }))
    .filter(({ errors }) => errors <= TOLERANCE)
  const best = Math.min(...near.map(({ errors }) => errors))
  const readings = new Map<string, PlaceReading>()
  for (const { item, errors } of near) {
    if (errors > best + 0.01) continue
    for (const { territory } of findByName(item)) {
      if (territory.successors) continue
      readings.set(territory.code, {
        territory: territory.code,
        name: territory.name,
        confidence: Math.round((0.87 - errors / 2) * 100) / 100,
        clue: text.trim(),
        how: 'misspelled',
      })
    }
  }
  return [...readings.values()].sort((a, b) => b.confidence - a.confidence)
}
