import type { Agreement, TokenPair } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { round } from './align.js'
import type { Word } from './token.js'
import { ENOUGH } from './weights.js'

/**
 * Comparison of names as one string, for what tears the words themselves apart: all run together, cut off in the
 * middle, written backward, without vowels, or reduced to initials. Each is an exact test on a key of the whole name, so
 * the index can look every one of them up.
 */

/** The keys of a whole name. */
export interface WholeName {
  /** All words run together, without legal forms and titles. */
  readonly glued: string
  /** All words run together, with them. */
  readonly solid: string
  /** The words in alphabetical order: the same in whatever order they were written. */
  readonly sorted: string
  /** `glued` without vowels. */
  readonly consonants: string
  /** First letters of the words; empty for fewer than three words, and for persons: they go by no acronym. */
  readonly initials: string
  /** How many words there are. */
  readonly count: number
  /** Sum of their weights. */
  readonly weight: number
}

/** Shortest run of letters that is compared as a whole. */
export const MIN_WHOLE = 6
/** Shortest beginning of a name that counts as the name cut off. */
export const MIN_CUT = 10
const MIN_CONSONANTS = 5
const MIN_ACRONYM = 3
const MAX_ACRONYM = 10

/** Whether a word belongs to the name when it is run together: all but legal forms and titles do. */
export function isTold({ token }: Word): boolean {
  return token.role !== 'legal-form' && token.role !== 'title'
}

const VOWELS = /[aeiou]/g
const VOWEL = /[aeiou]/

/** Whether a word is written with a vowel. */
export function hasVowel({ token }: Word): boolean {
  return VOWEL.test(token.text)
}

/** Computes the keys of a name from its folded text and its words. */
export function readWhole(folded: string, words: readonly Word[], kind?: Kind): WholeName {
  const told = words.filter(isTold)
  const glued = told.map(({ token }) => token.text).join('')
  const named = told.filter(({ token }) => token.role !== 'particle')
  return {
    glued,
    solid: words.map(({ token }) => token.text).join(''),
    sorted: folded.split(' ').sort().join(' '),
    consonants: glued.replace(VOWELS, ''),
    initials:
      named.length < MIN_ACRONYM || kind === 'person'
        ? ''
        : named.map(({ token }) => token.text[0] ?? '').join(''),
    count: told.length,
    weight: told.reduce((sum, word) => sum + word.weight, 0),
  }
}

/** What a whole query may equal, and how alike that makes the names. `key` says which key of the listed name. */
export interface WholeTest {
  readonly key: 'glued' | 'solid' | 'sorted' | 'consonants' | 'initials'
  readonly text: string
  readonly similarity: number
  readonly agreement: Agreement
}

/** The exact tests a query calls for. */
export function testsOf(query: WholeName): WholeTest[] {
  const { glued, solid, sorted, consonants, count } = query
  const tests: WholeTest[] = []
  if (sorted.length >= MIN_WHOLE)
    tests.push({ key: 'sorted', text: sorted, similarity: 1, agreement: 'equal' })
  for (const text of glued === solid ? [glued] : [glued, solid]) {
    if (text.length < MIN_WHOLE) continue
    const backward = [...text].reverse().join('')
    for (const key of ['glued', 'solid'] as const) {
      tests.push({ key, text, similarity: 0.97, agreement: 'joined' })
      tests.push({ key, text: backward, similarity: 0.9, agreement: 'reversed' })
    }
  }
  if (glued === consonants && glued.length >= MIN_CONSONANTS) {
    tests.push({ key: 'consonants', text: glued, similarity: 0.88, agreement: 'consonants' })
  }
  if (count === 1 && glued.length >= MIN_ACRONYM && glued.length <= MAX_ACRONYM) {
    const similarity = Math.min(0.82, 0.5 + 0.08 * glued.length)
    tests.push({ key: 'initials', text: glued, similarity, agreement: 'acronym' })
  }
  return tests
}

/** Whether the query is the listed name cut off; how alike that makes them, else 0. */
export function cutSimilarity(query: string, listed: string): number {
  if (query.length < MIN_CUT || query.length >= listed.length || !listed.startsWith(query)) return 0
  const share = query.length / listed.length
  const similarity = 0.5 + 0.42 * share
  if (query.length >= LONG_CUT) return Math.max(0.78, similarity)
  return share < 0.5 ? 0 : similarity
}

/** A beginning of this length is hardly shared by chance: form fields cut names at 16, 20, 22 or 35 characters. */
const LONG_CUT = 16

/** The best agreement of two names as wholes, as one pair, or null. `tests` are the query's, where already known. */
export function compareWhole(
  query: WholeName,
  listed: WholeName,
  tests: readonly WholeTest[] = testsOf(query),
): TokenPair | null {
  // With legal forms only where the name itself is mostly there: a cut inside "Limited Liability Company" says nothing.
  const named = query.glued.length >= 0.6 * listed.glued.length
  const cut = Math.max(
    cutSimilarity(query.glued, listed.glued),
    named ? cutSimilarity(query.solid, listed.solid) : 0,
  )
  let best = { similarity: cut, agreement: 'abbreviation' as Agreement }
  for (const test of tests) {
    if (test.similarity <= best.similarity || listed[test.key] !== test.text) continue
    // The same words in the same number have been compared one by one.
    const isOneByOne = query.count === listed.count && query.glued === listed.glued
    if (test.agreement !== 'joined' || !isOneByOne) best = test
  }
  if (best.similarity === 0 || listed.weight === 0) return null
  return {
    query: query.glued,
    listed: listed.glued,
    agreement: best.agreement,
    similarity: round(best.similarity),
    weight: round(Math.max(listed.weight, ENOUGH / best.similarity)),
  }
}
