import type { NameTable } from './name-table.js'
import { type Account, accountBound } from './score.js'
import { initialed, type Word } from './token.js'
import { QUERY_ONLY } from './weights.js'

/**
 * In which listed names can the words of a query reach a score? Of each word it is known in which names it agrees with
 * something, how much that adds at most, and what it costs at least: the weight of the pair, or what the word costs when
 * it is left over. Words that lead to too many names are taken to agree in all of them. Summing up the few names that the
 * others lead to costs far less than walking through all of them and bounding each by its tokens (`bound.ts`), and nearly
 * all queries end here.
 */

/** Where a word of a query agrees. */
export interface Reach {
  /** Names in which it agrees otherwise than elsewhere. */
  readonly names: Uint32Array
  /** What it adds in each of these more than elsewhere, as runs of `SHARE` numbers. */
  readonly there: Float64Array
  /** What it adds in any other name. */
  readonly elsewhere: Share
  /** Whether it names something elsewhere: legal forms and initials, which alone are no agreement, do not. */
  readonly isNamedElsewhere: boolean
}

/** What a word adds to the account of a query against a listed name. */
export interface Share extends Account {
  /** What its partner would count at most, were it left over. */
  readonly taken: number
}

/** How many numbers a share has. */
const SHARE = 6
/** Words that lead to more names are taken to agree in all. */
export const MAX_NAMES = 64
/** Words up to this weight do not make a match inexact. */
const LIGHT = 0.12

/** The share of a word that agrees with nothing. */
export function leftOver({ alone }: Word): Share {
  return { agreed: 0, paired: 0, cost: QUERY_ONLY * alone, inexact: 0, left: alone, taken: 0 }
}

/**
 * The share of a word that is paired. It may be better to leave it over: it costs no more than what makes the pair worth
 * having in every case.
 *
 * @param agreed the most that agrees.
 * @param least the least weight of the pair, `paired` the greatest.
 * @param taken what the partner would count at most, were it left over.
 */
export function pairedShare(
  { alone }: Word,
  agreed: number,
  least: number,
  paired: number,
  taken: number,
): Share {
  const cost = Math.min(least, agreed + QUERY_ONLY * alone)
  return { agreed, paired, cost, inexact: alone > LIGHT ? Math.max(0, cost - agreed) : 0, left: 0, taken }
}

/** Puts together how a word agrees in some names, and elsewhere. */
export function makeReach(
  there: ReadonlyMap<number, Share>,
  elsewhere: Share,
  isNamedElsewhere: boolean,
): Reach {
  const more = new Float64Array(SHARE * there.size)
  const other = numbersOf(elsewhere)
  let at = 0
  for (const share of there.values()) {
    for (const [k, value] of numbersOf(share).entries()) more[at + k] = value - other[k]!
    at += SHARE
  }
  return { names: Uint32Array.from(there.keys()), there: more, elsewhere, isNamedElsewhere }
}

function numbersOf({ agreed, paired, cost, inexact, left, taken }: Share): number[] {
  return [agreed, paired, cost, inexact, left, taken]
}

/** Sums up what words add. Its scratch is of one query at a time. */
export class ReachSum {
  /** Of each name what all its tokens count when they are left over. */
  private readonly whole: Float64Array
  /** Of each name the sum of the shares, in the round in which it was last touched. */
  private readonly sums: Float64Array
  private readonly touched: Uint32Array
  /** The same for names that were judged. */
  private readonly judged: Uint32Array
  private round = 0

  constructor(private readonly table: NameTable) {
    const { words, vocabulary } = table
    const names = table.names.starts.length - 1
    this.sums = new Float64Array(SHARE * names)
    this.touched = new Uint32Array(names)
    this.judged = new Uint32Array(names)
    this.whole = new Float64Array(names)
    for (let name = 0; name < names; name++) {
      for (let i = words.starts[name]!; i < words.starts[name + 1]!; i++) {
        this.whole[name]! += vocabulary.alone[words.ids[i]!]!
      }
    }
  }

  /**
   * The names that may reach the threshold by agreeing with single words of the query; null where any name may that agrees
   * with its frequent ones.
   */
  find(
    words: readonly Word[],
    reaches: readonly (Reach | null)[],
    threshold: number,
  ): readonly number[] | null {
    const anywhere = sumAnywhere(words, reaches)
    const isNamed = reaches.some((reach) => reach?.isNamedElsewhere)
    if (isNamed && accountBound(anywhere, 0) >= threshold) return null
    this.round++
    const start = numbersOf(anywhere)
    for (const reach of reaches) if (reach) this.add(reach, start)
    const found: number[] = []
    for (const reach of reaches) {
      if (!reach) continue
      for (const name of reach.names) {
        if (this.judged[name] === this.round) continue
        this.judged[name] = this.round
        if (this.reaches(words, reaches, name, threshold)) found.push(name)
      }
    }
    return found
  }

  private add({ names, there }: Reach, start: readonly number[]): void {
    const { sums, touched, round } = this
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!
      const at = SHARE * name
      if (touched[name] !== round) {
        touched[name] = round
        for (let k = 0; k < SHARE; k++) sums[at + k] = start[k]!
      }
      for (let k = 0; k < SHARE; k++) sums[at + k]! += there[SHARE * i + k]!
    }
  }

  private reaches(
    words: readonly Word[],
    reaches: readonly (Reach | null)[],
    name: number,
    threshold: number,
  ): boolean {
    const { sums } = this
    const at = SHARE * name
    const account = {
      agreed: sums[at]!,
      paired: sums[at + 1]!,
      cost: sums[at + 2]!,
      inexact: sums[at + 3]!,
      left: sums[at + 4]!,
    }
    if (accountBound(account, this.whole[name]! - sums[at + 5]!) >= threshold) return true
    const initials = this.initialsOf(name)
    return initials > 0 && accountBound(withInitials(words, reaches, name, initials), 0) >= threshold
  }

  private initialsOf(name: number): number {
    const { words, vocabulary } = this.table
    let count = 0
    for (let i = words.starts[name]!; i < words.starts[name + 1]!; i++) {
      count += vocabulary.isInitial[words.ids[i]!]!
    }
    return count
  }
}

function sumAnywhere(words: readonly Word[], reaches: readonly (Reach | null)[]): Share {
  const sum = { agreed: 0, paired: 0, cost: 0, inexact: 0, left: 0, taken: 0 }
  for (let i = 0; i < words.length; i++) {
    const share = reaches[i]?.elsewhere
    if (share) {
      sum.agreed += share.agreed
      sum.paired += share.paired
      sum.cost += share.cost
      sum.inexact += share.inexact
      sum.left += share.left
      sum.taken += share.taken
    } else {
      sum.cost += QUERY_ONLY * words[i]!.alone
      sum.left += words[i]!.alone
    }
  }
  return sum
}

/**
 * What the words add together where initials of the listed name may stand for some. To cover a word that is left over
 * raises the score, the more the heavier it is, as long as it counts its weight there. One that counts less is covered
 * whatever the number of initials, and taken to cost no more than it adds; so is one whose pair adds less than an initial.
 */
function withInitials(
  words: readonly Word[],
  reaches: readonly (Reach | null)[],
  name: number,
  initials: number,
): Account {
  // Never exact, since initials stand for words.
  const sum = { agreed: 0, paired: 0, cost: 0, inexact: 1, left: 0 }
  const heavy: Word[] = []
  words.forEach((word, i) => {
    const { agreed, cost, left } = shareAt(reaches[i] ?? null, word, name)
    const covered = word.token.role === 'word' ? initialed.similarity * word.weight : 0
    if (left > 0 && covered > 0 && word.alone >= word.weight) heavy.push(word)
    else {
      sum.agreed += Math.max(agreed, covered)
      sum.cost += agreed < covered ? Math.min(left > 0 ? covered : cost, word.weight) : cost
      if (covered === 0) sum.left += left
    }
  })
  heavy.sort((a, b) => b.weight - a.weight)
  heavy.forEach((word, rank) => {
    const isCovered = rank < initials
    sum.agreed += isCovered ? initialed.similarity * word.weight : 0
    sum.cost += isCovered ? word.weight : QUERY_ONLY * word.alone
    sum.left += isCovered ? 0 : word.alone
  })
  return sum
}

type Part = Pick<Share, 'agreed' | 'cost' | 'left'>

function shareAt(reach: Reach | null, word: Word, name: number): Part {
  if (!reach) return leftOver(word)
  const { names, there, elsewhere } = reach
  const place = names.indexOf(name)
  if (place < 0) return elsewhere
  const at = SHARE * place
  return {
    agreed: elsewhere.agreed + there[at]!,
    cost: elsewhere.cost + there[at + 2]!,
    left: elsewhere.left + there[at + 4]!,
  }
}
