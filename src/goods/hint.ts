import Fuse from 'fuse.js'
import { fold } from '../text/fold.js'
import type { Heading } from './facts.js'

/**
 * What might an item be, by its description? Only ever a hint for a person who then looks up the code: a description is
 * the seller's own words, and a wrong word is free. The headings that share the beginning of a word are the shortlist;
 * Fuse.js orders it, so that a slip of the pen still finds its word. Length and number of words are bounded.
 */

/** Headings by the first three letters of their words. */
export type HintIndex = ReadonlyMap<string, readonly Heading[]>

const MAX_LENGTH = 200
const MAX_WORDS = 8
const MAX_SHORTLIST = 24
const PREFIX = 3
const MAX_HINTS = 3

/** Arranges the headings for `findHints`. */
export function buildHints(headings: readonly Heading[]): HintIndex {
  const index = new Map<string, Heading[]>()
  for (const heading of headings) {
    for (const word of wordsOf(heading.words, Number.POSITIVE_INFINITY)) {
      const key = word.slice(0, PREFIX)
      const known = index.get(key)
      if (!known) index.set(key, [heading])
      else if (known.at(-1) !== heading) known.push(heading)
    }
  }
  return index
}

/** Up to three headings that the description may mean, best first. */
export function findHints(index: HintIndex, description: string): Heading[] {
  const words = wordsOf(description.slice(0, MAX_LENGTH), MAX_WORDS)
  const shortlist = [...new Set(words.flatMap((word) => index.get(word.slice(0, PREFIX)) ?? []))]
  if (shortlist.length === 0) return []
  const fuse = new Fuse(shortlist.slice(0, MAX_SHORTLIST), {
    keys: ['words'],
    ignoreLocation: true,
    threshold: 0.25,
    includeScore: true,
  })
  const scores = new Map<Heading, number>()
  for (const word of words) {
    for (const { item, score = 1 } of fuse.search(word)) {
      scores.set(item, (scores.get(item) ?? 0) + (1 - score) * word.length)
    }
  }
  const best = Math.max(0, ...scores.values())
  return [...scores]
    .filter(([, score]) => score > best / 2)
    .sort(([a, left], [b, right]) => right - left || (a.hs < b.hs ? -1 : 1))
    .slice(0, MAX_HINTS)
    .map(([heading]) => heading)
}

function wordsOf(text: string, most: number): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]{3,20}/gu) ?? []
  return [...new Set(words)].slice(0, most)
}
