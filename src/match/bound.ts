import { textAt } from '../tables/texts.js'
import type { Element } from './elements.js'
import type { NameTable } from './name-table.js'
import { scoreBound, WORD_WEIGHT } from './score.js'
import { initialed, type Word } from './token.js'

/**
 * The greatest score that a listed name can reach against one query, without aligning them: each listed token adds the
 * most that any element of the query could make of it, each element the most that any token of the name could; the
 * smaller of the two sums is all that can agree, and words that found nothing on either side are left over. A run of
 * bound words adds what it gains over its words taken singly, and leaves none of them over.
 */

const NONE = -1
/** Says that a word is taken up by a run, where it agrees with nothing by itself. */
const COVERED = 1e-9

/** Bounds the score of listed names. Lay out a query, ask for any number of names, clear. */
export class ScoreBound {
  /** Of each token, its first pair in the three lists below. */
  private readonly firstPair: Int32Array
  private readonly nextPair: number[] = []
  private readonly pairElement: number[] = []
  private readonly pairAgreed: number[] = []
  private readonly pairAsRun: number[] = []
  private elements: readonly Element[] = []
  private initials: readonly number[] = []
  private words: readonly Word[] = []
  private best = new Float64Array(64)
  private listedBest = new Float64Array(64)

  constructor(private readonly table: NameTable) {
    this.firstPair = new Int32Array(table.vocabulary.weights.length).fill(NONE)
  }

  /** Makes ready for one query. */
  layOut(words: readonly Word[], elements: readonly Element[]): void {
    this.words = words
    this.elements = elements
    this.initials = elements.flatMap(({ initial }, e) => (initial ? [e] : []))
    if (this.best.length < elements.length) this.best = new Float64Array(2 * elements.length)
    elements.forEach(({ partners }, e) => {
      for (const { id, agreed, asRun } of partners) {
        this.nextPair.push(this.firstPair[id]!)
        this.firstPair[id] = this.nextPair.length - 1
        this.pairElement.push(e)
        this.pairAgreed.push(agreed)
        this.pairAsRun.push(asRun)
      }
    })
  }

  /** Forgets the query. */
  clear(): void {
    for (const { partners } of this.elements) for (const { id } of partners) this.firstPair[id] = NONE
    for (const list of [this.nextPair, this.pairElement, this.pairAgreed, this.pairAsRun]) list.length = 0
  }

  /** The greatest score the name with this number can reach. */
  of(name: number): number {
    this.best.fill(0, 0, this.elements.length)
    const listed = this.tallyListed(name)
    const query = this.tallyQuery()
    const conflicting = Math.min(listed.words, query.words)
    return scoreBound(Math.min(listed.agreed, query.agreed), query.left, listed.left, conflicting)
  }

  private tallyListed(name: number): Tally {
    const { words, runs, runWords, runPlaces, runCounts, vocabulary } = this.table
    const start = words.starts[name]!
    const end = words.starts[name + 1]!
    if (this.listedBest.length < end - start) this.listedBest = new Float64Array(2 * (end - start))
    const tally: Tally = { agreed: 0, left: 0, words: 0 }
    for (let i = start; i < end; i++) {
      const token = words.ids[i]!
      const asInitial =
        vocabulary.isInitial[token] === 1 ? this.bestOfInitial(token) : this.bestInitial(token)
      const best = Math.max(this.bestPair(token), asInitial)
      this.listedBest[i - start] = best
      addBest(tally, best, vocabulary.alone[token]!)
    }
    for (let i = runs.starts[name]!; i < runs.starts[name + 1]!; i++) {
      const run = runs.ids[i]!
      const best = this.bestAsRun(runWords[run]!)
      if (best === 0) continue
      const first = runPlaces[run]!
      addRun(tally, best, this.listedBest, first, runCounts[run]!, (k) => {
        return vocabulary.alone[words.ids[start + k]!]!
      })
    }
    return tally
  }

  private tallyQuery(): Tally {
    const { words, elements, best } = this
    const tally: Tally = { agreed: 0, left: 0, words: 0 }
    for (let i = 0; i < words.length; i++) addBest(tally, best[i]!, words[i]!.alone)
    for (let e = words.length; e < elements.length; e++) {
      const { start, count } = elements[e]!
      if (best[e]! > 0) addRun(tally, best[e]!, best, start, count, (k) => words[k]!.alone)
    }
    return tally
  }

  /** The most that a listed token adds with any element; each element remembers its own best. */
  private bestPair(token: number): number {
    let best = 0
    for (let pair = this.firstPair[token]!; pair !== NONE; pair = this.nextPair[pair]!) {
      best = Math.max(best, this.remember(this.pairElement[pair]!, this.pairAgreed[pair]!))
    }
    return best
  }

  private bestAsRun(token: number): number {
    let best = 0
    for (let pair = this.firstPair[token]!; pair !== NONE; pair = this.nextPair[pair]!) {
      best = Math.max(best, this.remember(this.pairElement[pair]!, this.pairAsRun[pair]!))
    }
    return best
  }

  /** The same with the query's initials, which stand for every word that begins with them. */
  private bestInitial(token: number): number {
    const { firstLetters, texts, weights } = this.table.vocabulary
    let best = 0
    for (const e of this.initials) {
      const { text, weight } = this.elements[e]!.initial!
      if (firstLetters[token] !== text.charCodeAt(0)) continue
      if (text.length > 1 && !textAt(texts, token).startsWith(text)) continue
      best = Math.max(best, this.remember(e, initialed.similarity * Math.max(weight, weights[token]!)))
    }
    return best
  }

  /** The same of a listed initial, which stands for every word of the query that begins with it. */
  private bestOfInitial(token: number): number {
    const { texts, weights } = this.table.vocabulary
    const text = textAt(texts, token)
    let best = 0
    this.words.forEach((word, e) => {
      if (word.token.role !== 'word' || !word.token.text.startsWith(text)) return
      best = Math.max(best, this.remember(e, initialed.similarity * Math.max(word.weight, weights[token]!)))
    })
    return best
  }

  private remember(element: number, agreed: number): number {
    if (agreed > this.best[element]!) this.best[element] = agreed
    return agreed
  }
}

/** What one side of a comparison comes to. */
interface Tally {
  /** The most that can agree. */
  agreed: number
  /** Weight of what is left over at least. */
  left: number
  /** How many of those are words of the name. */
  words: number
}

function addBest(tally: Tally, best: number, alone: number): void {
  if (best > 0) tally.agreed += best
  else leave(tally, alone, 1)
}

function leave(tally: Tally, alone: number, sign: 1 | -1): void {
  tally.left += sign * alone
  if (alone >= WORD_WEIGHT) tally.words += sign
}

/** A run that agrees: what it adds beyond its words, and none of them is left over. */
function addRun(
  tally: Tally,
  best: number,
  bests: Float64Array,
  start: number,
  count: number,
  aloneAt: (place: number) => number,
): void {
  let parts = 0
  for (let k = start; k < start + count; k++) {
    parts += bests[k]!
    if (bests[k]! > 0) continue
    bests[k] = COVERED
    leave(tally, aloneAt(k), -1)
  }
  tally.agreed += Math.max(0, best - parts)
}
