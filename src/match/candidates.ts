import { ScoreBound } from './bound.js'
import type { PreparedName } from './compare.js'
import type { Element, Elements } from './elements.js'
import type { NameTable } from './name-table.js'
import { ReachSum } from './reach.js'
import { scoreBound } from './score.js'
import type { Word } from './token.js'

/**
 * Which listed names could reach a score?
 *
 * For each element of the query (`elements.ts`) the vocabulary says which listed tokens agree with it, and how much each
 * pair would add. Most queries have a word that leads to few names, and without it nothing reaches the score: then those
 * few are summed up (`reach.ts`). Otherwise two bounds keep the work small and lose nothing:
 *
 * - A name that shares only frequent words with the query cannot reach the score, however well they agree. So elements
 *   are set aside, the most frequent first, as long as all that are set aside cannot reach it together; only names that
 *   share one of the others are looked at (the "max score" of Turtle and Flood 1995). A listed initial may stand for any
 *   word, so names that hold one are looked at through every element; they have postings of their own.
 * - What a name that is looked at can reach at most is worked out from its tokens (`bound.ts`).
 *
 * Names that agree in ways the bounds do not see (neighbors that the query writes as one, whole names) are always
 * compared.
 */

/** Rounding to four decimals may lift a score above its bound. */
const SLACK = 0.001

/** In larger tables words lead to too many names for summing them up to pay. */
const MAX_SMALL = 10_000

/** Finds candidates in one table. Its scratch is of one search at a time; a search is synchronous. */
export class CandidateSearch {
  /** Of each name, the round in which it was last looked at. */
  private readonly seen: Uint32Array
  private round = 0
  private readonly bound: ScoreBound
  private readonly reach: ReachSum | null

  constructor(
    private readonly table: NameTable,
    private readonly elements: Elements,
  ) {
    this.seen = new Uint32Array(table.names.starts.length - 1)
    this.bound = new ScoreBound(table)
    this.reach = this.seen.length <= MAX_SMALL ? new ReachSum(table) : null
  }

  /** Numbers of the names that could reach `minScore`, in ascending order; `wholes` among them. */
  find(query: PreparedName, wholes: ReadonlySet<number>, minScore: number): number[] {
    const candidates = [...wholes]
    for (const word of query.words)
      for (const name of this.elements.knownOf(word).apart) candidates.push(name)
    this.round++
    for (const name of candidates) this.seen[name] = this.round
    const threshold = minScore - SLACK
    const reached = this.reached(query, threshold)
    if (reached === null) this.findByElements(query, threshold, candidates)
    else if (reached.length > 0) this.keepBounded(query, reached, threshold, candidates)
    return candidates.length === 0 ? candidates : [...new Set(candidates)].sort((a, b) => a - b)
  }

  /** The few names the query leads to; null where that cannot be told from single words. */
  private reached(query: PreparedName, threshold: number): readonly number[] | null {
    if (!this.reach || this.elements.hasLong(query)) return null
    const reaches = query.words.map((word) => this.elements.reachOf(word))
    return this.reach.find(query.words, reaches, threshold)
  }

  /** Those of some names that could reach the threshold by their tokens, too. */
  private keepBounded(
    query: PreparedName,
    names: readonly number[],
    threshold: number,
    candidates: number[],
  ): void {
    this.bound.layOut(query.words, this.elements.of(query))
    for (const name of names) if (this.bound.of(name) >= threshold) candidates.push(name)
    this.bound.clear()
  }

  /** Names that share a token with an element and could reach the threshold. */
  private findByElements(query: PreparedName, threshold: number, candidates: number[]): void {
    const { words } = query
    const elements = this.elements.of(query)
    this.bound.layOut(words, elements)
    const isAside = this.setAside(words, elements, threshold)
    elements.forEach((element, e) => {
      this.walk(element, isAside[e]!, (name) => {
        if (this.bound.of(name) >= threshold) candidates.push(name)
      })
    })
    this.bound.clear()
  }

  /** Calls `look` with each name that shares a token with the element and was not seen before. */
  private walk({ partners }: Element, isAside: boolean, look: (name: number) => void): void {
    const { starts, ids } = isAside ? this.table.postingsWithInitials : this.table.postings
    for (const { id, isNamed } of partners) {
      if (!isNamed) continue
      const end = starts[id + 1]!
      for (let i = starts[id]!; i < end; i++) {
        const name = ids[i]!
        if (this.seen[name] === this.round) continue
        this.seen[name] = this.round
        look(name)
      }
    }
  }

  /** Which elements need not be walked, since names that share nothing else cannot reach the threshold. */
  private setAside(words: readonly Word[], elements: readonly Element[], threshold: number): boolean[] {
    const isAside = elements.map(({ postings, initial }) => postings === 0 || initial !== null)
    const order = elements
      .map((_, e) => e)
      .filter((e) => !isAside[e])
      .sort((a, b) => elements[b]!.postings - elements[a]!.postings)
    for (const e of order) {
      isAside[e] = true
      if (reachable(words, elements, isAside) < threshold) continue
      isAside[e] = false
      break
    }
    return isAside
  }
}

/** The greatest score of a name that agrees with the elements set aside, and with the others in nothing that is walked. */
function reachable(
  words: readonly Word[],
  elements: readonly Element[],
  isAside: readonly boolean[],
): number {
  const isTouched = new Array<boolean>(words.length).fill(false)
  let agreed = 0
  elements.forEach(({ start, count, most, mostUnnamed }, e) => {
    const added = isAside[e] ? most : mostUnnamed
    if (added === 0) return
    agreed += added
    isTouched.fill(true, start, start + count)
  })
  const left = words.reduce((sum, { alone }, i) => sum + (isTouched[i] ? 0 : alone), 0)
  return scoreBound(agreed, left, 0)
}
