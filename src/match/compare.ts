import type { Comparison, Evidence } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { type Name, readName } from '../text/name.js'
import { align } from './align.js'
import { bandOf, scoreEvidence } from './score.js'
import { readWords, type Word } from './token.js'

/** A name with its words, ready to be compared many times. */
export interface PreparedName {
  readonly name: Name
  readonly words: readonly Word[]
}

/** Reads a name once for many comparisons. */
export function prepareName(raw: string, kind?: Kind): PreparedName {
  const name = readName(raw, kind)
  return { name, words: readWords(name, kind) }
}

/** Compares two prepared names. */
export function comparePrepared(query: PreparedName, listed: PreparedName): Comparison {
  const { pairs, queryOnly, listedOnly } = align(query.words, listed.words)
  const evidence: Evidence = {
    query: query.name.raw,
    listed: listed.name.raw,
    pairs,
    queryOnly,
    listedOnly,
    truncated: query.name.truncated,
  }
  const score = scoreEvidence(evidence)
  return { score, band: bandOf(score), evidence }
}

/**
 * Compares a name with a listed name.
 *
 * @param query the name in the transaction, in any script.
 * @param listed the name on the list, as published.
 * @param options `kind` of party, where known: it changes how numbers and single letters are read.
 * @returns score 0 to 1, its band, and the evidence from which the score can be computed again.
 */
export function compareNames(
  query: string,
  listed: string,
  options: { readonly kind?: Kind } = {},
): Comparison {
  return comparePrepared(prepareName(query, options.kind), prepareName(listed, options.kind))
}
