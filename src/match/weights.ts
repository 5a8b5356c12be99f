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

/** No token weighs more. */
export const MAX_WEIGHT = 1.3

/** Weight of a token, above 0 and at most `MAX_WEIGHT`. */
export function tokenWeight(token: Token, kind?: Kind): number {
  switch (token.role) {
    case 'word':
      return rarity(token.text) * lengthFactor(token.text.length)
    case 'number':
      return kind === 'person' ? 0.3 : 0.8
    default:
      return roleWeight[token.role]
  }
}

/** A long word can go wrong in more ways and still be recognized: it says more than a short one. */
function lengthFactor(length: number): number {
  return Math.min(MAX_WEIGHT, Math.max(0.7, 0.55 + 0.075 * length))
}

/** What a word costs that stands only in the query: the query is often longer (street, product, branch). */
export const QUERY_ONLY = 0.45
/** What a word costs that stands only in the listed name: customers shorten their names. */
export const LISTED_ONLY = 0.1
/** What it costs on top as the share of the listed name that is missing grows. */
export const LISTED_SHARE = 0.32
/** What it costs when both sides keep a word of their own: then they name different parties. */
export const BOTH_SIDES = 1.1
/** Times its weight that a frequent word of business counts when left over: "Kings Petroleum" is not "Kings". */
const GENERIC_ALONE = 1.5
/** The same for a word of bank messages ("loan repayment"), which is no part of the name. */
const PAYMENT_ALONE = 0.2
/** The same for a number: a series or hull number is seldom left out. */
const NUMBER_ALONE = 1.6
/** The same for a patronymic, which many documents leave out. */
const PATRONYMIC_ALONE = 0.4
const PATRONYMIC = /(?:ovich|evich|ovych|evych|ovna|evna|ivna|ovic|oglu|qizi|kyzy)$/

/** How much more or less than its weight a token counts when it finds no partner. */
export function aloneFactor(token: Token): number {
  if (token.role === 'generic') return token.concept === 'payment' ? PAYMENT_ALONE : GENERIC_ALONE
  if (token.role === 'number') return NUMBER_ALONE
  return token.role === 'word' && PATRONYMIC.test(token.text) ? PATRONYMIC_ALONE : 1
}

/** What each word costs on top that conflicts with one of the other side. */
export const CONFLICT = 0.25
/** Share of the score that remains of a partial agreement in next to nothing. */
export const THIN = 0.66
/** Matched weight below which a partial agreement is discounted: a shared frequent word is no match. */
export const ENOUGH = 1.6

/** Edit cost allowed between two words, by the length of the longer one. */
export function editBudget(length: number): number {
  if (length <= 2) return 0
  if (length <= 3) return 0.85
  if (length <= 6) return 1.1
  if (length <= 8) return 1.7
  if (length <= 11) return 2
  return 2.6
}
