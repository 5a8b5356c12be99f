import type { Comparison, Evidence } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { readName } from '../text/name.js'
import { namesIn } from '../text/wrapping.js'
import { align, type CompareWords } from './align.js'
import { type Run, readRuns } from './runs.js'
import { bandOf, scoreEvidence } from './score.js'
import { readWords, type Word } from './token.js'
import { compareWhole, readWhole, type WholeName, type WholeTest } from './whole.js'

/** A name with its words, ready to be compared many times. */
export interface PreparedName {
  /** As given. */
  readonly raw: string
  /** The beginning of it, folded as it was written. */
  readonly folded: string
  readonly words: readonly Word[]
  /** True when the name was longer than is read. */
  readonly truncated: boolean
  readonly runs: readonly Run[]
  readonly whole: WholeName
}

/** Reads a name once for many comparisons. */
export function prepareName(raw: string, kind?: Kind): PreparedName {
  const name = readName(raw, kind)
  const words = readWords(name, kind)
  return new ReadName(raw, name.folded, words, name.truncated, readRuns(words), kind)
}

/** A name that was read; what it is as a whole is worked out when it is asked for. */
class ReadName implements PreparedName {
  private known: WholeName | undefined

  constructor(
    readonly raw: string,
    readonly folded: string,
    readonly words: readonly Word[],
    readonly truncated: boolean,
    readonly runs: readonly Run[],
    private readonly kind: Kind | undefined,
  ) {}

  get whole(): WholeName {
    this.known ??= readWhole(this.folded, this.words, this.kind)
    return this.known
  }
}

/** What a search knows of its query and need not find out again for each listed name. */
export interface Known {
  /** The exact tests the whole query calls for; null where they are known to fail. */
  readonly tests: readonly WholeTest[] | null
  readonly compare: CompareWords
}

/** Compares two prepared names: word by word, and as wholes; the account that agrees better is given. */
export function comparePrepared(query: PreparedName, listed: PreparedName, known?: Known): Comparison {
  const raw = { query: query.raw, listed: listed.raw, truncated: query.truncated }
  const runs = { query: query.runs, listed: listed.runs }
  const byWords = judge({ ...raw, ...align(query.words, listed.words, runs, known?.compare) })
  const pair = known?.tests === null ? null : compareWhole(query.whole, listed.whole, known?.tests)
  if (!pair || pair.similarity <= byWords.score) return byWords
  const whole = judge({ ...raw, pairs: [pair], queryOnly: [], listedOnly: [] })
  return whole.score > byWords.score ? whole : byWords
}

function judge(account: Evidence): Comparison {
  const { query, listed, pairs, queryOnly, listedOnly, truncated } = account
  const evidence: Evidence = { query, listed, pairs, queryOnly, listedOnly, truncated }
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
  const prepared = prepareName(listed, options.kind)
  const comparisons = namesIn(query).map((name) => comparePrepared(prepareName(name, options.kind), prepared))
  return comparisons.reduce((best, comparison) => (comparison.score > best.score ? comparison : best))
}
