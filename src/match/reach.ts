import { rowOf } from '../tables/buckets.js'
import type { NameTable } from './name-table.js'
import { scoreBound, thinness } from './score.js'
import { initialed, type Word } from './token.js'

/**
 * Can the words of a query reach a score in any listed name at all? For each word it is known in which names it agrees
 * with something, and how much that adds at most; words in too many names are taken to agree in all of them. Summing up over the few names that
 * two words lead to costs far less than bounding each name by its tokens (`bound.ts`), and nearly all queries end here.
 */

/** Where a word of a query agrees. */
export interface Reach {
  /** Names in which it adds more than in others, and how much in each. */
  readonly names: Uint32Array
  readonly agreed: Float64Array
  /** What it adds at most in any other name. */
  readonly others: number
  /** Whether it names something in others: legal forms and initials, which alone are no agreement, do not. */
  readonly isNamedInOthers: boolean
}

/** A word that agrees with nothing. */
export const nowhere: Reach = {
  names: new Uint32Array(),
  agreed: new Float64Array(),
  others: 0,
  isNamedInOthers: false,
}

/** Words that lead to more names are taken to agree in all. */
export const MAX_NAMES = 64

/** Sums up reaches. Its scratch is of one query at a time. */
export class ReachSum {
  private readonly agreed: Float64Array
  private readonly left: Float64Array
  /** Of each name, the round in which it was last touched. */
  private readonly touched: Uint32Array
  private round = 0

  constructor(private readonly table: NameTable) {
    const names = table.names.starts.length - 1
    this.agreed = new Float64Array(names)
    this.left = new Float64Array(names)
    this.touched = new Uint32Array(names)
  }

  /** Whether a listed name may reach the threshold by agreeing with single words of the query. */
  mayReach(words: readonly Word[], reaches: readonly Reach[], threshold: number): boolean {
    let [agreed, left, isNamed] = [0, 0, false]
    reaches.forEach(({ others, isNamedInOthers }, i) => {
      agreed += others
      if (others === 0) left += words[i]!.alone
      isNamed ||= isNamedInOthers
    })
    if (isNamed && scoreBound(agreed, left, 0) >= threshold) return true
    this.round++
    for (let i = 0; i < reaches.length; i++) this.add(words[i]!, reaches[i]!, agreed, left)
    return reaches.some(({ names }) =>
      names.some((name) => {
        const rest = this.left[name]!
        return (
          scoreBound(this.agreed[name]!, rest < ROUNDING ? 0 : rest, 0) >= threshold ||
          (this.holdsInitial(name) && boundWithInitials(words, reaches, name) >= threshold)
        )
      }),
    )
  }

  private add({ alone }: Word, { names, agreed, others }: Reach, agreedAnywhere: number, left: number): void {
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!
      if (this.touched[name] !== this.round) {
        this.touched[name] = this.round
        this.agreed[name] = agreedAnywhere
        this.left[name] = left
      }
      this.agreed[name]! += agreed[i]! - others
      if (others === 0) this.left[name]! -= alone
    }
  }

  private holdsInitial(name: number): boolean {
    const { isInitial } = this.table.vocabulary
    return rowOf(this.table.words, name).some((token) => isInitial[token] === 1)
  }
}

/** What is left over by no more is nothing. */
const ROUNDING = 1e-9

/**
 * The bound where initials of the listed name may stand for what else is left over of the query. To cover a word raises
 * the score as long as the word would count at least its weight alone; where it counts less, it is taken to agree in full.
 */
function boundWithInitials(words: readonly Word[], reaches: readonly Reach[], name: number): number {
  let [agreed, paired] = [0, 0]
  reaches.forEach(({ names, agreed: most, others }, i) => {
    const { weight, alone } = words[i]!
    const at = names.indexOf(name)
    const covered = initialed.similarity * weight
    const isLeft = at < 0 && others === 0
    agreed += isLeft ? covered : at < 0 ? others : most[at]!
    paired += isLeft ? (alone < weight ? covered : weight) : at < 0 ? others : most[at]!
  })
  return (agreed / paired) * thinness(agreed)
}
