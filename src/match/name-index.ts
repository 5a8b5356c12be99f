import type { Comparison } from '../model/match.js'
import { rowOf } from '../tables/buckets.js'
import { textAt } from '../tables/texts.js'
import { fold } from '../text/fold.js'
import { MAX_NAME_LENGTH } from '../text/name.js'
import type { CompareWords } from './align.js'
import { CandidateSearch } from './candidates.js'
import { comparePrepared, type PreparedName } from './compare.js'
import { Elements } from './elements.js'
import { compileNames, type NameEntry, type NameTable } from './name-table.js'
import { compareTokens } from './token.js'
import { Vocabulary } from './vocabulary.js'
import { readWhole, testsOf, type WholeName } from './whole.js'
import { findWholes } from './whole-index.js'

/**
 * Listed names compiled for search. `candidates.ts` answers with a superset of the names that reach a score, and only
 * those are compared in full, so the answer above a threshold is the answer of comparing every name.
 */

/** A listed name that reached the threshold. */
export interface NameHit<T> {
  readonly ref: T
  readonly comparison: Comparison
}

/** All listed names of one table. Not changed once made. */
export class NameIndex<T> {
  private readonly vocabulary: Vocabulary
  private readonly elements: Elements
  private readonly candidates: CandidateSearch

  /**
   * @param table the compiled names (`compileNames`).
   * @param refs what the caller wants back, by number of the name.
   */
  constructor(
    private readonly table: NameTable,
    private readonly refs: (name: number) => T,
  ) {
    this.vocabulary = new Vocabulary(table.vocabulary)
    this.elements = new Elements(table, this.vocabulary)
    this.candidates = new CandidateSearch(table, this.elements)
  }

  /** Every listed name whose comparison with `query` reaches `minScore`, in index order. */
  search(query: PreparedName, minScore: number): NameHit<T>[] {
    const wholes = findWholes(this.table.wholes, query)
    const candidates = this.candidates.find(query, wholes, minScore)
    if (candidates.length === 0) return []
    const compare = compareBy(this.elements)
    const tests = testsOf(query.whole)
    const hits: NameHit<T>[] = []
    for (const name of candidates) {
      const known = { tests: wholes.has(name) ? tests : null, compare }
      const comparison = comparePrepared(query, this.prepared(name), known)
      if (comparison.score >= minScore) hits.push({ ref: this.refs(name), comparison })
    }
    return hits
  }

  /** The same by comparing every name: the reference the index is tested against. */
  searchExhaustively(query: PreparedName, minScore: number): NameHit<T>[] {
    const hits: NameHit<T>[] = []
    for (let name = 0; name + 1 < this.table.names.starts.length; name++) {
      const comparison = comparePrepared(query, this.prepared(name))
      if (comparison.score >= minScore) hits.push({ ref: this.refs(name), comparison })
    }
    return hits
  }

  /** A listed name ready to be compared, from what the table holds of it. */
  private prepared(name: number): PreparedName {
    const { table, vocabulary } = this
    const words = Array.from(rowOf(table.words, name), (id) => vocabulary.word(id))
    const runs = Array.from(rowOf(table.runs, name), (run) => ({
      start: table.runPlaces[run]!,
      count: table.runCounts[run]!,
      word: vocabulary.word(table.runWords[run]!),
    }))
    const raw = textAt(table.names, name)
    let whole: WholeName | undefined
    return {
      raw,
      words,
      truncated: false,
      runs,
      get folded() {
        return fold(raw.slice(0, MAX_NAME_LENGTH))
      },
      get whole() {
        whole ??= readWhole(this.folded, words)
        return whole
      },
    }
  }
}

/** Compiles names and makes them searchable. */
export function indexNames<T>(entries: readonly (NameEntry & { readonly ref: T })[]): NameIndex<T> {
  return new NameIndex(compileNames(entries), (name) => entries[name]!.ref)
}

/** Looks up what the vocabulary found; only initials, which it leaves out, are compared again. */
function compareBy(elements: Elements): CompareWords {
  return (query, listed) =>
    query.token.role === 'initial' || listed.token.role === 'initial'
      ? compareTokens(query, listed)
      : elements.likeness(query, listed)
}
