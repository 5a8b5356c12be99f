import type { Kind } from '../model/vocabulary.js'
import type { Token } from '../text/name.js'
import { rarity } from '../text/rarity.js'

/**
 * How much a token counts. A rare word identifies, a frequent one hardly does, and a legal form never does;
 * numbers tell one vessel or fund from the next. Rarity comes from a frozen table, so loading one list never
 * moves a score on another.
 */

/** Changes whenever a weight, a similarity or a table changes, since scores change with it. */
export const WEIGHTS_VERSION = '1'

const roleWeight = {
  initial: 0.3,
  'legal-form': 0.04,
  title: 0.04,
  particle: 0.08,
  generic: 0.25,
} as const

/** Weight of a token, above 0 and at most 1. */
export function tokenWeight(token: Token, kind?: Kind): number {
  switch (token.role) {
    case 'word':
      return rarity(token.text)
    case 'number':
      return kind === 'person' ? 0.3 : 0.8
    default:
      return roleWeight[token.role]
  }
}

/** What a word costs that stands only in the query: the query is often longer (street, product, branch). */
export const QUERY_ONLY = 0.45
/** What a word costs that stands only in the listed name: customers shorten their names. */
export const LISTED_ONLY = 0.15
/** What it costs when both sides keep a word of their own: then they name different parties. */
export const BOTH_SIDES = 0.9
/** Matched weight below which a partial agreement is discounted: a shared frequent word is no match. */
export const ENOUGH = 0.5

/** Edit cost allowed between two words, by the length of the longer one. */
export function editBudget(length: number): number {
  if (length <= 2) return 0
  if (length <= 4) return 0.85
  if (length <= 6) return 1.1
  if (length <= 8) return 1.7
  if (length <= 11) return 2
  return 2.6
}
