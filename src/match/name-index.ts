import type { Comparison } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { type CompareWords, joinWords } from './align.js'
import { comparePrepared, type PreparedName, prepareName } from './compare.js'
import { scoreBound } from './score.js'
import { compareTokens, type Word } from './token.js'
import { type Found, Vocabulary } from './vocabulary.js'
import { testsOf } from './whole.js'
import { WholeIndex } from './whole-index.js'

/**
 * Which listed names could reach a score? The index answers with a superset and scores only that.
 *
 * For each query token the vocabulary gives all listed tokens that agree with it; their postings are walked, and for
 * each name met the greatest agreement that could be reached is added up, with the query weight u and the listed weight l
 * that found nothing. `scoreBound` says what score these allow at most. Names whose bound is below the threshold are
 * passed over; all others are compared in full. So the answer above a threshold is the answer of comparing every name.
 * Glued words, runs and whole names agree in ways the walk does not see; names met through them, and names that hold an
 * initial, are always compared.
 */

/** One listed name in the index, and what the caller wants back for it. */
export interface IndexedName<T> {
  readonly prepared: PreparedName
  readonly ref: T
}

/** A listed name that reached the threshold. */
export interface NameHit<T> {
  readonly ref: T
  readonly comparison: Comparison
}

/** All listed names, compiled for search. Built once; not changed afterwards. */
export class NameIndex<T> {
  private readonly names: IndexedName<T>[] = []
  private readonly vocabulary = new Vocabulary()
  private readonly postings: number[][] = []
  private readonly runPostings: number[][] = []
  private readonly joinedPostings = new Map<string, number[]>()
  private readonly wholes: WholeIndex
  private readonly totals: Float64Array
  private readonly hasInitial: Uint8Array
  // Scratch of one search, by name: searches are synchronous, and each leaves `last` as it found it.
  private readonly last: Int32Array
  private readonly best: Float64Array
  private readonly agreed: Float64Array
  private readonly matched: Float64Array
  private readonly listed: Float64Array
  private readonly isJoined: Uint8Array

  constructor(entries: readonly { readonly name: string; readonly kind: Kind | null; readonly ref: T }[]) {
    for (const { name, kind, ref } of entries) {
      this.names.push({ prepared: this.share(prepareName(name, kind ?? undefined)), ref })
    }
    this.totals = new Float64Array(this.names.length)
    this.hasInitial = new Uint8Array(this.names.length)
    this.last = new Int32Array(this.names.length).fill(UNMET)
    this.best = new Float64Array(this.names.length)
    this.agreed = new Float64Array(this.names.length)
    this.matched = new Float64Array(this.names.length)
    this.listed = new Float64Array(this.names.length)
    this.isJoined = new Uint8Array(this.names.length)
    this.names.forEach(({ prepared }, id) => {
      this.post(prepared.words, id)
      for (const { word } of prepared.runs) this.postRun(this.vocabulary.add(word), id)
    })
    this.vocabulary.finish()
    this.wholes = new WholeIndex(this.names.map(({ prepared }) => prepared.whole))
  }

  /** The name with its words and runs taken from the vocabulary, so that equal words are one object. */
  private share(prepared: PreparedName): PreparedName {
    const shared = (word: Word) => this.vocabulary.words[this.vocabulary.add(word)]!
    const runs = prepared.runs.map((run) => ({ ...run, word: shared(run.word) }))
    return { ...prepared, words: prepared.words.map(shared), runs }
  }

  private post(words: readonly Word[], id: number): void {
    words.forEach((word, i) => {
      const token = this.vocabulary.add(word)
      const list = this.postings[token]
      if (!list) this.postings[token] = [id]
      else if (list[list.length - 1] !== id) list.push(id)
      this.totals[id]! += word.alone
      if (word.token.role === 'initial') this.hasInitial[id] = 1
      const next = words[i + 1]
      const pair = next ? joinWords(word, next) : null
      if (pair) {
        const names = this.joinedPostings.get(pair)
        if (names) names.push(id)
        else this.joinedPostings.set(pair, [id])
      }
    })
  }

  private postRun(token: number, id: number): void {
    const names = this.runPostings[token]
    if (names) names.push(id)
    else this.runPostings[token] = [id]
  }

  /** Every listed name whose comparison with `query` reaches `minScore`, in index order. */
  search(query: PreparedName, minScore: number): NameHit<T>[] {
    const found = new Map(
      [...query.words, ...query.runs.map((run) => run.word)].map((word) => [
        word,
        this.vocabulary.find(word),
      ]),
    )
    const compare = compareBy(found)
    const tests = testsOf(query.whole)
    const wholes = new Set(this.wholes.find(query.whole))
    const hits: NameHit<T>[] = []
    for (const id of this.candidates(query, found, wholes, minScore)) {
      const { prepared, ref } = this.names[id]!
      const comparison = comparePrepared(query, prepared, { tests: wholes.has(id) ? tests : null, compare })
      if (comparison.score >= minScore) hits.push({ ref, comparison })
    }
    return hits
  }

  /** The same by comparing every name: the reference the index is tested against. */
  searchExhaustively(query: PreparedName, minScore: number): NameHit<T>[] {
    return this.names
      .map(({ prepared, ref }) => ({ ref, comparison: comparePrepared(query, prepared) }))
      .filter((hit) => hit.comparison.score >= minScore)
  }

  private candidates(
    { words: query, runs }: PreparedName,
    found: ReadonlyMap<Word, Found>,
    wholes: ReadonlySet<number>,
    minScore: number,
  ): number[] {
    const met: number[] = []
    query.forEach((word, q) => {
      for (const { id, agreed } of found.get(word)?.hits ?? []) {
        const listed = this.vocabulary.words[id]!.alone
        for (const name of this.postings[id] ?? []) this.count(met, name, q, word.alone, agreed, listed)
        for (const name of this.runPostings[id] ?? []) this.mark(met, name)
      }
    })
    this.countJoined(query, met)
    for (const { word } of runs) {
      for (const { id } of found.get(word)?.hits ?? []) {
        for (const name of this.postings[id] ?? []) this.mark(met, name)
      }
    }
    for (const name of wholes) this.mark(met, name)
    const promising = this.promising(query, met, minScore)
    for (const name of met) this.last[name] = UNMET
    return promising.sort((a, b) => a - b)
  }

  /** Adds what one query token could pair with a listed name; each query token counts once, with its greatest weight. */
  private count(met: number[], name: number, q: number, own: number, pair: number, listed: number): void {
    const last = this.last[name]!
    if (last === q) {
      this.listed[name]! += Math.max(0, listed - this.best[name]!)
      this.best[name] = Math.max(this.best[name]!, listed)
      return
    }
    if (last === UNMET) this.meet(met, name)
    this.last[name] = q
    this.best[name] = listed
    this.agreed[name]! += pair
    this.matched[name]! += own
    this.listed[name]! += listed
  }

  private meet(met: number[], name: number): void {
    met.push(name)
    this.last[name] = MET
    this.agreed[name] = 0
    this.matched[name] = 0
    this.listed[name] = 0
    this.isJoined[name] = 0
  }

  /** A name that agrees in a way the tally does not see: it is compared whatever its bound. */
  private mark(met: number[], name: number): void {
    if (this.last[name] === UNMET) this.meet(met, name)
    this.isJoined[name] = 1
  }

  private countJoined(query: readonly Word[], met: number[]): void {
    query.forEach((word, q) => {
      for (const form of word.forms)
        for (const name of this.joinedPostings.get(form) ?? []) this.mark(met, name)
      const next = query[q + 1]
      const pair = next ? joinWords(word, next) : null
      if (!pair) return
      for (const id of this.vocabulary.withForm(pair))
        for (const name of this.postings[id] ?? []) this.mark(met, name)
    })
  }

  private promising(query: readonly Word[], met: readonly number[], minScore: number): number[] {
    let total = 0
    let initials = 0
    for (const word of query) {
      total += word.alone
      if (word.token.role === 'initial') initials += word.weight
    }
    return met.filter((name) => {
      if (this.isJoined[name] === 1 || this.hasInitial[name] === 1) return true
      const u = Math.max(0, total - this.matched[name]! - initials)
      const l = initials > 0 ? 0 : Math.max(0, this.totals[name]! - this.listed[name]!)
      return scoreBound(this.agreed[name]! + initials, u, l) >= minScore - SLACK
    })
  }
}

/** Looks up what the vocabulary found; only initials, which it leaves out, are compared again. */
function compareBy(found: ReadonlyMap<Word, Found>): CompareWords {
  return (query, listed) =>
    query.token.role === 'initial' || listed.token.role === 'initial'
      ? compareTokens(query, listed)
      : (found.get(query)?.likeness.get(listed) ?? null)
}

/** States of `last`: the name has not been met in this search, or only through a glued word. */
const UNMET = -1
const MET = -2
/** Sums are rounded to four decimals in the score; the bound must not be stricter than that. */
const SLACK = 0.001
