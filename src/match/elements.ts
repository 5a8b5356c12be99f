import { Recent } from '../text/remember.js'
import { glued, joinWords } from './align.js'
import type { PreparedName } from './compare.js'
import type { NameTable } from './name-table.js'
import { initialed, type Likeness, type Word } from './token.js'
import type { Found, Vocabulary } from './vocabulary.js'
import { MAX_WEIGHT } from './weights.js'

/**
 * A part of the query that may find a partner in a listed name: a word, a run of bound words, or two neighbors written
 * as one.
 */
export interface Element {
  /** Words of the query it takes up: the first, and how many. */
  readonly start: number
  readonly count: number
  readonly partners: readonly Partner[]
  /** The most it can add to what agrees, with any listed token that is not an initial. */
  readonly most: number
  /** In how many names its partners stand; those that are no agreement alone do not count. */
  readonly postings: number
  /** Set where the query word is an initial, which stands for every listed word that begins so. */
  readonly initial: { readonly text: string; readonly weight: number } | null
}

/** A listed token that an element may be paired with. */
export interface Partner {
  /** Its number in the vocabulary. */
  readonly id: number
  /** Weight times similarity of the pair. */
  readonly agreed: number
  /** The same where the listed token is a run of words; 0 where it cannot be paired as one. */
  readonly asRun: number
  /** False for legal forms and initials, which alone are no agreement. */
  readonly isNamed: boolean
}

/** What an element is, wherever it stands in the query. */
type Part = Omit<Element, 'start' | 'count'>

/** What was found for a word of a query. */
interface Known {
  readonly found: Found
  readonly part: Part
}

/** Answers kept, of each half: the words of names repeat, and a table does not change. */
const MAX_KNOWN = 10_000

/** Makes the elements of queries against one table. */
export class Elements {
  private readonly known = new Recent<Word, Known>(MAX_KNOWN)

  constructor(
    private readonly table: NameTable,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** The elements of a query; the first ones are its words, in their order. */
  of({ words, runs }: PreparedName): Element[] {
    const elements = words.map((word, start): Element => place(this.knownOf(word).part, start, 1))
    for (const { word, start, count } of runs) {
      elements.push(place(this.runPart(this.knownOf(word).found), start, count))
    }
    for (let start = 0; start + 1 < words.length; start++) {
      const pair = joinWords(words[start]!, words[start + 1]!)
      const part = pair === null ? null : this.joinedPart(pair)
      if (part) elements.push(place(part, start, 2))
    }
    return elements
  }

  /** How a word of a query and a listed token agree, as found; initials are not among it. */
  likeness(query: Word, listed: Word): Likeness | null {
    return this.knownOf(query).found.likeness.get(listed) ?? null
  }

  private knownOf(word: Word): Known {
    let known = this.known.get(word)
    if (!known) {
      const found = this.vocabulary.find(word)
      const isNothing = found.hits.length + found.initials.length === 0 && word.token.role !== 'initial'
      known = isNothing ? NOTHING : { found, part: this.wordPart(word, found) }
      this.known.set(word, known)
    }
    return known
  }

  private wordPart({ token, weight }: Word, { hits, initials }: Found): Part {
    const initial = token.role === 'initial' ? { text: token.text, weight } : null
    const partners = hits.map(({ id, agreed, likeness }): Partner => {
      const asRun = token.role === 'word' ? weight * Math.min(likeness.similarity, glued.similarity) : 0
      return { id, agreed, asRun, isNamed: likeness.agreement !== 'class' }
    })
    // A listed initial stands for a word, but what it adds is left to the bound: names with initials are walked apart.
    const standIns = initials.map(({ id, agreed }): Partner => ({ id, agreed, asRun: 0, isNamed: false }))
    return { ...this.partOf(partners, initial), partners: [...partners, ...standIns] }
  }

  /** A run is paired with single words only, and counts as much as they do. */
  private runPart({ hits }: Found): Part {
    const partners = hits.flatMap(({ id, likeness }) =>
      this.gluedPartner(id, Math.min(likeness.similarity, glued.similarity)),
    )
    return this.partOf(partners, null)
  }

  /** Neighbors are joined with single words that are equal to both of them written together. */
  private joinedPart(pair: string): Part | null {
    const ids = this.vocabulary.withForm(pair)
    if (ids.length === 0) return null
    return this.partOf(
      ids.flatMap((id) => this.gluedPartner(id, glued.similarity)),
      null,
    )
  }

  private gluedPartner(id: number, similarity: number): Partner[] {
    const { token, weight } = this.vocabulary.word(id)
    return token.role === 'word' ? [{ id, agreed: similarity * weight, asRun: 0, isNamed: true }] : []
  }

  private partOf(partners: readonly Partner[], initial: Element['initial']): Part {
    const { starts } = this.table.postings
    let [most, postings] = [initial ? MAX_WEIGHT * initialed.similarity : 0, 0]
    for (const { id, agreed, asRun, isNamed } of partners) {
      most = Math.max(most, agreed, asRun)
      if (isNamed) postings += starts[id + 1]! - starts[id]!
    }
    return { partners, most, postings, initial }
  }
}

function place({ partners, most, postings, initial }: Part, start: number, count: number): Element {
  return { start, count, partners, most, postings, initial }
}

/** Most words of customers agree with nothing. */
const NOTHING: Known = {
  found: { hits: [], initials: [], likeness: new Map() },
  part: { partners: [], most: 0, postings: 0, initial: null },
}
