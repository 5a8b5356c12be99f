import Fuse from 'fuse.js'
import type { PlaceReading } from '../model/place.js'
import { editDistance } from '../text/edit.js'
import { fold } from '../text/fold.js'
import { remember } from '../text/remember.js'
import { readName } from './place-name.js'
import { placeNames } from './territories.js'

/**
 * A name that is in no table may be a known one with a slip of the finger in it. Only a shortlist is looked at closely:
 * the names of about the same length that share most pairs of neighboring letters with the text, for a slip damages two
 * or three pairs and the rest remain. On it, names one slip away (`text/edit.ts`) come first; failing these, Fuse.js
 * judges how near two words are. Spaces do not count: they are among the first to be misplaced.
 */

/** Longest text that is taken for one misspelled name, in UTF-16 units after folding, without spaces. */
const MAX_LENGTH = 64
/** Longest text that is looked at: signs that cannot be seen may make a short name long. */
const MAX_RAW = 600
/** Shorter names are one letter away from too many others. */
const MIN_LENGTH = 4
const SHORTLIST = 50
/** Price of one slip, and by how much another name may be farther away and still be meant. */
const ONE_SLIP = 1
const NEARLY = 0.2
/** Share of the letters that may be wrong, as Fuse.js counts them; a quarter lets one of four pass. */
const TOLERANCE = 0.25

interface PairIndex {
  /** Folded names without spaces. */
  readonly names: readonly string[]
  /** The folded name for each of them, as the tables have it. */
  readonly keys: ReadonlyMap<string, string>
  /** Positions in `names` by pair of letters. */
  readonly postings: ReadonlyMap<string, readonly number[]>
}

let built: PairIndex | undefined

function pairIndex(): PairIndex {
  built ??= build()
  return built
}

function build(): PairIndex {
  const keys = new Map<string, string>()
  for (const key of placeNames()) {
    const name = key.replaceAll(' ', '')
    if (name.length >= MIN_LENGTH && name.length <= MAX_LENGTH && !keys.has(name)) keys.set(name, key)
  }
  const names = [...keys.keys()]
  const postings = new Map<string, number[]>()
  names.forEach((name, position) => {
    for (const pair of pairsOf(name)) {
      const list = postings.get(pair)
      if (list) list.push(position)
      else postings.set(pair, [position])
    }
  })
  return { names, keys, postings }
}

function pairsOf(name: string): Set<string> {
  const padded = ` ${name} `
  const pairs = new Set<string>()
  for (let i = 0; i + 2 <= padded.length; i++) pairs.add(padded.slice(i, i + 2))
  return pairs
}

/** Names of nearly the same length that share a third of the pairs, most shared first, then in table order. */
function shortlist(text: string): string[] {
  const { names, postings } = pairIndex()
  const shared = new Map<number, number>()
  const pairs = pairsOf(text)
  for (const pair of pairs) {
    for (const position of postings.get(pair) ?? []) {
      if (Math.abs(names[position]!.length - text.length) > 2) continue
      shared.set(position, (shared.get(position) ?? 0) + 1)
    }
  }
  return [...shared]
    .filter(([, count]) => count * 3 >= pairs.size)
    .sort(([a, sharedA], [b, sharedB]) => sharedB - sharedA || a - b)
    .slice(0, SHORTLIST)
    .map(([position]) => names[position]!)
}

/** A name near the text, and the share of its letters that are wrong. */
interface NearName {
  readonly name: string
  readonly errors: number
}

/** Readings of a text that is one slip away from a name and nothing else; empty when there is none. */
export const readOneSlip = remember(findOneSlip)

function findOneSlip(text: string): readonly PlaceReading[] {
  const word = wordOf(text)
  return word === null ? [] : read(oneSlipAway(word, shortlist(word)), NEARLY / word.length, text)
}

/** Readings of a text as a misspelled place name, the nearest ones only, confidence below 0.9; empty when none is near. */
export const readMisspelled = remember(findMisspelled)

function findMisspelled(text: string): readonly PlaceReading[] {
  const word = wordOf(text)
  if (word === null) return []
  const names = shortlist(word)
  const slipped = read(oneSlipAway(word, names), NEARLY / word.length, text)
  return slipped.length > 0 ? slipped : read(nearest(word, names), 0.01, text)
}

/** The text as one word; null where it is no single name. */
function wordOf(text: string): string | null {
  if (text.length > MAX_RAW) return null
  const word = fold(text).replaceAll(' ', '')
  return word.length < MIN_LENGTH || word.length > MAX_LENGTH ? null : word
}

function oneSlipAway(word: string, names: readonly string[]): NearName[] {
  return names.flatMap((name) => {
    const cost = editDistance(word, name, ONE_SLIP)
    return cost > ONE_SLIP ? [] : [{ name, errors: cost / word.length }]
  })
}

/** As Fuse.js judges. It looks for the text inside the name: letters that the name has beyond it count as errors here. */
function nearest(word: string, names: readonly string[]): NearName[] {
  const fuse = new Fuse(names, {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: TOLERANCE,
  })
  return fuse
    .search(word)
    .map(({ item, score = 1 }) => ({
      name: item,
      errors: score + Math.max(0, item.length - word.length) / word.length,
    }))
    .filter(({ errors }) => errors <= TOLERANCE)
}

/** What the nearest of the names mean, and those hardly farther away. */
function read(near: readonly NearName[], tolerance: number, text: string): PlaceReading[] {
  const best = Math.min(...near.map(({ errors }) => errors))
  const readings = new Map<string, PlaceReading>()
  for (const { name, errors } of near) {
    if (errors > best + tolerance) continue
    const meant = readName(pairIndex().keys.get(name) ?? name, text.trim())
    const usual = meant[0]?.confidence
    for (const reading of meant) {
      if (reading.confidence !== usual || readings.has(reading.territory)) continue
      const confidence = Math.round((0.87 - best / 2) * 100) / 100
      readings.set(reading.territory, { ...reading, confidence, how: 'misspelled' })
    }
  }
  return [...readings.values()]
}
