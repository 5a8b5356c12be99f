import { hashText, lookUp, type Rows, rowOf } from '../tables/buckets.js'
import type { Token } from '../text/name.js'
import { Recent } from '../text/remember.js'
import { glued, isJoinable, joinWords } from './align.js'
import type { PreparedName } from './compare.js'
import type { NameTable } from './name-table.js'
import { MAX_NAMES, nowhere, type Reach } from './reach.js'
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
  /** False for legal forms, which alone are no agreement. */
  readonly isNamed: boolean
}

/** What an element is, wherever it stands in the query. */
export type Part = Omit<Element, 'start' | 'count'>

/** What is known of a word of a query. */
export interface Known {
  readonly found: Found
  readonly part: Part
  readonly reach: Reach
  /** Names that write it apart, as two words. */
  readonly apart: readonly number[]
}

/** Answers kept, of each half: the words of names repeat, and a table does not change. */
const MAX_KNOWN = 50_000

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
      const part = this.joinedPart(words[start]!.token, words[start + 1]!.token)
      if (part) elements.push(place(part, start, 2))
    }
    return elements
  }

  /** Whether the query has elements of two or three words. */
  hasLong({ words, runs }: PreparedName): boolean {
    return (
      runs.length > 0 ||
      words.some(({ token }, i) => i > 0 && this.findJoined(words[i - 1]!.token, token).length > 0)
    )
  }

  /** How a word of a query and a listed token agree, as found; initials are not among it. */
  likeness(query: Word, listed: Word): Likeness | null {
    return this.knownOf(query).found.likeness.get(listed) ?? null
  }

  /** What is known of a word. */
  knownOf(word: Word): Known {
    let known = this.known.get(word)
    if (!known) {
      const found = this.vocabulary.find(word)
      const apart = this.findApart(word)
      const isNothing = found.hits.length + apart.length === 0
      known = isNothing && word.token.role !== 'initial' ? NOTHING : this.learn(word, found, apart)
      this.known.set(word, known)
    }
    return known
  }

  private learn(word: Word, found: Found, apart: readonly number[]): Known {
    const part = this.wordPart(word, found)
    return { found, part, reach: this.reachOf(part), apart }
  }

  private reachOf({ partners, most, postings, initial }: Part): Reach {
    if (postings > MAX_NAMES) {
      const names = this.namesOf(partners, this.table.postingsWithInitials)
      const agreed = new Float64Array(names.size).fill(most)
      return { names: Uint32Array.from(names.keys()), agreed, others: most, isNamedInOthers: true }
    }
    const others = partners.reduce(
      (most, { agreed, isNamed }) => (isNamed ? most : Math.max(most, agreed)),
      initial ? MOST_OF_INITIAL : 0,
    )
    const names = this.namesOf(partners, this.table.postings)
    const agreed = Float64Array.from(names.values(), (most) => Math.max(most, others))
    return { names: Uint32Array.from(names.keys()), agreed, others, isNamedInOthers: false }
  }

  /** Names in which partners that name something stand, with the most that one of them adds. */
  private namesOf(partners: readonly Partner[], postings: Rows): ReadonlyMap<number, number> {
    const names = new Map<number, number>()
    for (const { id, agreed, asRun, isNamed } of partners) {
      if (!isNamed) continue
      for (const name of rowOf(postings, id)) {
        names.set(name, Math.max(names.get(name) ?? 0, agreed, asRun))
      }
    }
    return names
  }

  private findApart({ forms }: Word): number[] {
    const names = new Set<number>()
    for (const form of forms) {
      lookUp(this.table.joined, hashText(form), (name) => {
        if (this.writesApart(name, form)) names.add(name)
      })
    }
    return [...names]
  }

  private writesApart(name: number, form: string): boolean {
    const { starts, ids } = this.table.words
    for (let i = starts[name]!; i + 1 < starts[name + 1]!; i++) {
      if (joinWords(this.vocabulary.word(ids[i]!), this.vocabulary.word(ids[i + 1]!)) === form) return true
    }
    return false
  }

  private wordPart({ token, weight }: Word, { hits }: Found): Part {
    const initial = token.role === 'initial' ? { text: token.text, weight } : null
    const partners = hits.map(({ id, agreed, likeness }): Partner => {
      const asRun = token.role === 'word' ? weight * Math.min(likeness.similarity, glued.similarity) : 0
      return { id, agreed, asRun, isNamed: likeness.agreement !== 'class' }
    })
    return this.partOf(partners, initial)
  }

  /** A run is paired with single words only, and counts as much as they do. */
  private runPart({ hits }: Found): Part {
    const partners = hits.flatMap(({ id, likeness }) =>
      this.gluedPartner(id, Math.min(likeness.similarity, glued.similarity)),
    )
    return this.partOf(partners, null)
  }

  /** Neighbors are joined with single words that are equal to both of them written together. */
  private joinedPart(one: Token, two: Token): Part | null {
    const ids = this.findJoined(one, two)
    if (ids.length === 0) return null
    return this.partOf(
      ids.flatMap((id) => this.gluedPartner(id, glued.similarity)),
      null,
    )
  }

  private findJoined(one: Token, two: Token): readonly number[] {
    return isJoinable(one) && isJoinable(two) ? this.vocabulary.findJoined(one.text, two.text) : []
  }

  private gluedPartner(id: number, similarity: number): Partner[] {
    const { token, weight } = this.vocabulary.word(id)
    return token.role === 'word' ? [{ id, agreed: similarity * weight, asRun: 0, isNamed: true }] : []
  }

  private partOf(partners: readonly Partner[], initial: Element['initial']): Part {
    const { starts } = this.table.postings
    let [most, postings] = [initial ? MOST_OF_INITIAL : 0, 0]
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

const MOST_OF_INITIAL = MAX_WEIGHT * initialed.similarity

/** Most words of customers agree with nothing. */
const NOTHING: Known = {
  found: { hits: [], likeness: new Map() },
  part: { partners: [], most: 0, postings: 0, initial: null },
  reach: nowhere,
  apart: [],
}
