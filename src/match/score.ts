import type { Band, Evidence } from '../model/match.js'
import { round } from './align.js'
import { BOTH_SIDES, CONFLICT, ENOUGH, LISTED_ONLY, LISTED_SHARE, QUERY_ONLY, THIN } from './weights.js'

/**
 * The name score, a function of the evidence alone:
 *
 *   agreed  = Σ pair.weight × pair.similarity
 *   paired  = Σ pair.weight
 *   against = 0.45 × query only + 0.1 × listed only + 0.32 × listed only² ÷ paired
 *             + 1.1 × min(query only, listed only) + 0.25 × conflicts
 *   score   = agreed ÷ (paired + against)
 *
 * A word missing on one side weighs little, since names are shortened and extended all the time, but the more of a listed
 * name is missing, the less the rest says; a word left over on both sides is evidence of two different parties. Agreement in initials or legal forms alone is none, and agreement in frequent
 * words alone ("General Trading") is discounted unless the names agree in whole.
 */
export function scoreEvidence(evidence: Evidence): number {
  let agreed = 0
  let paired = 0
  let isNamed = false
  for (const pair of evidence.pairs) {
    agreed += pair.weight * pair.similarity
    paired += pair.weight
    isNamed ||= pair.agreement !== 'class' && pair.agreement !== 'initial'
  }
  if (!isNamed) return 0
  const queryOnly = sum(evidence.queryOnly)
  const listedOnly = sum(evidence.listedOnly)
  const against = evidenceAgainst(paired, queryOnly, listedOnly) + conflicts(evidence)
  const leftOver = queryOnly + listedOnly
  const isExact = agreed > paired - ROUNDING
  const enough = isExact && leftOver <= SLIGHT ? ENOUGH_FOR_SLIGHT : ENOUGH
  const isWhole = isExact && leftOver === 0
  return round((agreed / (paired + against)) * (isWhole ? 1 : thinness(agreed, enough)))
}

/** Words of a name that are left over on both sides, counted: they are conflicts however frequent the words are. */
function conflicts({ queryOnly, listedOnly }: Evidence): number {
  const count = (tokens: readonly { readonly weight: number }[]) =>
    tokens.filter((token) => token.weight >= WORD_WEIGHT).length
  return CONFLICT * Math.min(count(queryOnly), count(listedOnly))
}

/** Leftovers from this weight on are words of the name, or initials. */
export const WORD_WEIGHT = 0.25

/** How far an agreement that is not whole says enough. */
function thinness(agreed: number, enough: number): number {
  return Math.min(1, THIN + ((1 - THIN) * agreed) / enough)
}

/**
 * The greatest score that names can reach in which at most `agreed` agrees, at least `queryOnly` and `listedOnly` is left
 * over, and at least `conflicting` words are on both sides. Holds for scores above one half: there the formula grows with what agrees, and is greatest when all that
 * is paired agrees.
 */
export function scoreBound(agreed: number, queryOnly: number, listedOnly: number, conflicting = 0): number {
  const leftOver = queryOnly + listedOnly
  const against = evidenceAgainst(agreed, queryOnly, listedOnly) + CONFLICT * conflicting
  const bound = agreed / (agreed + against)
  if (leftOver < SLACK) return bound
  return bound * thinness(agreed, leftOver < SLIGHT + SLACK ? ENOUGH_FOR_SLIGHT : ENOUGH)
}

/** What the words of a query come to against a listed name, each at its best. */
export interface Account {
  /** The most that agrees. */
  readonly agreed: number
  /** The most weight that is paired. */
  readonly paired: number
  /** The least that paired words weigh, and words left over count as such. */
  readonly cost: number
  /** The least by which what is paired falls short of being equal. */
  readonly inexact: number
  /** The least weight of the query that is left over. */
  readonly left: number
}

/** The greatest score of an account, where at least `listedLeft` is left over of the listed name. */
export function accountBound({ agreed, paired, cost, inexact, left }: Account, listedLeft: number): number {
  const listed = Math.max(0, listedLeft)
  const against =
    listed === 0
      ? 0
      : LISTED_ONLY * listed + LISTED_SHARE * (listed ** 2 / paired) + BOTH_SIDES * Math.min(left, listed)
  const share = agreed / (cost + against)
  const leftOver = left + listed
  if (inexact > ROUNDING + SLACK) return share * thinness(agreed, ENOUGH)
  if (leftOver < SLACK) return share
  return share * thinness(agreed, leftOver < SLIGHT + SLACK ? ENOUGH_FOR_SLIGHT : ENOUGH)
}

/** Sums of the same numbers in another order differ by less. */
const SLACK = 1e-6

/** What leftover words count against a match in which `paired` weight found a partner. */
export function evidenceAgainst(paired: number, queryOnly: number, listedOnly: number): number {
  return (
    QUERY_ONLY * queryOnly +
    LISTED_ONLY * listedOnly +
    LISTED_SHARE * (listedOnly ** 2 / paired) +
    BOTH_SIDES * Math.min(queryOnly, listedOnly)
  )
}

/** Leftovers up to this weight are legal forms, titles or particles. */
const SLIGHT = 0.12
/** Agreement that says enough when all else is equal and no more than that is left over. */
const ENOUGH_FOR_SLIGHT = 1.2
/** Loss of agreement that still counts as none: another romanization of the same letters. */
const ROUNDING = 0.04

function sum(tokens: readonly { readonly weight: number }[]): number {
  return tokens.reduce((total, token) => total + token.weight, 0)
}

/** Lower ends of the bands. */
export const bandFloor = { exact: 0.95, strong: 0.85, possible: 0.7 } as const

/** The band of a score. */
export function bandOf(score: number): Band {
  if (score >= bandFloor.exact) return 'exact'
  if (score >= bandFloor.strong) return 'strong'
  if (score >= bandFloor.possible) return 'possible'
  return 'weak'
}
