import type { Comparison } from '../model/match.js'
import type { Kind } from '../model/vocabulary.js'
import { joinWords } from './align.js'
import { comparePrepared, type PreparedName, prepareName } from './compare.js'
import type { Word } from './token.js'
import { Vocabulary } from './vocabulary.js'
import { BOTH_SIDES, LISTED_ONLY, QUERY_ONLY } from './weights.js'

/**
 * Which listed names could reach a score? The index answers with a superset and scores only that.
 *
 * For each query token the vocabulary gives all listed tokens that agree with it; their postings are walked, and for
 * each name met the greatest weight that could be paired is added up. With u the query weight that found nothing and l
 * the listed weight that found nothing, the score cannot exceed
 *
 *   paired ÷ (paired + 0.45 u + 0.15 l + 0.9 min(u, l))
 *
 * because the formula of `score.ts` grows with what is paired and falls with what is left over. Names whose bound
 * is below the threshold are passed over; all others are compared in full. So the answer above a threshold is the answer
 * of comparing every name. Initials and glued words agree in ways the walk does not see; names that hold them get a
 * bound that assumes the best.
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
  private readonly joinedPostings = new Map<string, number[]>()
  private readonly totals: Float64Array
  private readonly hasInitial: Uint8Array

  constructor(entries: readonly { readonly name: string; readonly kind: Kind | null; readonly ref: T }[]) {
    for (const { name, kind, ref } of entries) {
      this.names.push({ prepared: prepareName(name, kind ?? undefined), ref })
    }
    this.totals = new Float64Array(this.names.length)
    this.hasInitial = new Uint8Array(this.names.length)
    this.names.forEach(({ prepared }, id) => {
      this.post(prepared.words, id)
    })
    this.vocabulary.finish()
  }

  private post(words: readonly Word[], id: number): void {
    words.forEach((word, i) => {
      const token = this.vocabulary.add(word)
      const list = this.postings[token]
      if (!list) this.postings[token] = [id]
      else if (list[list.length - 1] !== id) list.push(id)
      this.totals[id]! += word.weight
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

  /** Every listed name whose comparison with `query` reaches `minScore`, in index order. */
  search(query: PreparedName, minScore: number): NameHit<T>[] {
    const hits: NameHit<T>[] = []
    for (const id of this.candidates(query.words, minScore)) {
      const { prepared, ref } = this.names[id]!
      const comparison = comparePrepared(query, prepared)
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

  private candidates(query: readonly Word[], minScore: number): number[] {
    const tally = new Map<number, Tally>()
    query.forEach((word, q) => {
      const hits = this.vocabulary.find(word).sort((a, b) => b.weight - a.weight)
      for (const { id, weight } of hits) {
        const listedWeight = this.vocabulary.words[id]!.weight
        for (const name of this.postings[id] ?? []) count(tally, name, q, word.weight, weight, listedWeight)
      }
    })
    this.countJoined(query, tally)
    return this.promising(query, tally, minScore)
  }

  private countJoined(query: readonly Word[], tally: Map<number, Tally>): void {
    query.forEach((word, q) => {
      for (const form of word.forms) {
        for (const name of this.joinedPostings.get(form) ?? []) markJoined(tally, name, 2)
      }
      const next = query[q + 1]
      const pair = next ? joinWords(word, next) : null
      if (!pair) return
      for (const id of this.vocabulary.withForm(pair)) {
        for (const name of this.postings[id] ?? []) markJoined(tally, name, 2)
      }
    })
  }

  private promising(query: readonly Word[], tally: ReadonlyMap<number, Tally>, minScore: number): number[] {
    let total = 0
    let initials = 0
    for (const word of query) {
      total += word.weight
      if (word.token.role === 'initial') initials += word.weight
    }
    const found: number[] = []
    for (const [name, { paired, query: matched, listed, joined }] of tally) {
      const free = joined || this.hasInitial[name] === 1
      const u = free ? 0 : Math.max(0, total - matched - initials)
      const l = free || initials > 0 ? 0 : Math.max(0, this.totals[name]! - listed)
      const m = paired + initials
      const bound = m / (m + QUERY_ONLY * u + LISTED_ONLY * l + BOTH_SIDES * Math.min(u, l))
      if (bound >= minScore - 0.001) found.push(name)
    }
    return found.sort((a, b) => a - b)
  }
}

/** What a listed name could pair with the query at best. */
interface Tally {
  /** Last query token counted, so that each counts once with its greatest weight. */
  last: number
  paired: number
  query: number
  listed: number
  joined: boolean
}

function count(
  tally: Map<number, Tally>,
  name: number,
  q: number,
  own: number,
  pair: number,
  listed: number,
): void {
  const known = tally.get(name)
  if (!known) {
    tally.set(name, { last: q, paired: pair, query: own, listed, joined: false })
  } else if (known.last !== q) {
    known.last = q
    known.paired += pair
    known.query += own
    known.listed += listed
  } else {
    known.listed = Math.max(known.listed, listed)
  }
}

function markJoined(tally: Map<number, Tally>, name: number, weight: number): void {
  const known = tally.get(name)
  if (known) {
    known.joined = true
    known.paired += weight
  } else tally.set(name, { last: -1, paired: weight, query: 0, listed: 0, joined: true })
}
