import { hashText, lookUp, rowOf } from '../tables/buckets.js'
import type { Token } from '../text/name.js'
import { Recent } from '../text/remember.js'
import { glued, isJoinable, joinWords } from './align.js'
import type { PreparedName } from './compare.js'
import type { NameTable } from './name-table.js'
import { leftOver, MAX_NAMES, makeReach, pairedShare, type Reach, type Share } from './reach.js'
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
  /** The most it can add with tokens that are no agreement alone: a word may be a slip in a legal form, too. */
  readonly mostUnnamed: number
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
  /** Weight of the pair at least, and what the token counts when it is left over. */
  readonly weight: number
  readonly alone: number
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
  /** Names that write it apart, as two words. */
  readonly apart: readonly number[]
}

/** Answers kept, of each half: the words of names repeat, and a table does not change. */
const MAX_KNOWN = 30_000

/** Makes the elements of queries against one table. */
export class Elements {
  private readonly known = new Recent<Word, Known>(MAX_KNOWN)
  private readonly reaches = new Recent<Word, Reach>(MAX_KNOWN)

  /** 1 for a listed token that stands for a run of words somewhere. */
  private readonly isRun: Uint8Array

  constructor(
    private readonly table: NameTable,
    private readonly vocabulary: Vocabulary,
  ) {
    this.isRun = new Uint8Array(table.vocabulary.weights.length)
    for (const token of table.runWords) this.isRun[token] = 1
  }

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
    return { found, part: this.wordPart(word, found), apart }
  }

  /** Where a word agrees by itself; null where it does nowhere. */
  reachOf(word: Word): Reach | null {
    const known = this.knownOf(word)
    if (known === NOTHING) return null
    let reach = this.reaches.get(word)
    if (!reach) {
      reach = this.findReach(word, known.part)
      this.reaches.set(word, reach)
    }
    return reach
  }

  private findReach(word: Word, { partners, postings, initial }: Part): Reach {
    const isFrequent = postings > MAX_NAMES
    const anywhere = partners.filter(({ isNamed }) => isFrequent || !isNamed)
    const elsewhere = initial
      ? pairedShare(word, MOST_OF_INITIAL, MOST_OF_INITIAL, MAX_WEIGHT, MAX_WEIGHT)
      : anywhere.length > 0
        ? shareOf(word, anywhere)
        : leftOver(word)
    const rows = isFrequent ? this.table.postingsWithInitials : this.table.postings
    const there = new Map<number, Share>()
    const own = new Map<number, Partner[]>()
    for (const partner of partners) {
      if (!partner.isNamed) continue
      const alone = initial || isFrequent ? elsewhere : shareOf(word, [partner, ...anywhere])
      for (const name of rowOf(rows, partner.id)) {
        const before = own.get(name)
        own.set(name, before ? [...before, partner] : [partner])
        const isShared = before && alone !== elsewhere
        there.set(name, isShared ? shareOf(word, [...before, partner, ...anywhere]) : alone)
      }
    }
    return makeReach(there, elsewhere, isFrequent)
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
    const partners = hits.map((hit): Partner => {
      const { similarity, agreement } = hit.likeness
      const isNamed = agreement !== 'class'
      const listed = this.vocabulary.word(hit.id)
      return {
        id: hit.id,
        alone: listed.alone,
        agreed: hit.weight * similarity,
        weight: isNamed ? hit.weight : Math.min(weight, listed.weight),
        asRun:
          token.role === 'word' && this.isRun[hit.id] === 1
            ? weight * Math.min(similarity, glued.similarity)
            : 0,
        isNamed,
      }
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
    const { token, weight, alone } = this.vocabulary.word(id)
    const partner = { id, agreed: similarity * weight, weight, alone, asRun: 0, isNamed: true }
    return token.role === 'word' ? [partner] : []
  }

  private partOf(partners: readonly Partner[], initial: Element['initial']): Part {
    const { starts } = this.table.postings
    let [most, mostUnnamed, postings] = [initial ? MOST_OF_INITIAL : 0, 0, 0]
    for (const { id, agreed, asRun, isNamed } of partners) {
      most = Math.max(most, agreed, asRun)
      if (isNamed) postings += starts[id + 1]! - starts[id]!
      else mostUnnamed = Math.max(mostUnnamed, agreed)
    }
    return { partners, most, mostUnnamed, postings, initial }
  }
}

/** No name counts so much. */
const MORE_THAN_ANY_NAME = 1_000

/** The share of a word that may be paired with any of these; one that stands for a run may take up any number of words. */
function shareOf(word: Word, partners: readonly Partner[]): Share {
  let [most, least, paired, taken] = [0, Number.POSITIVE_INFINITY, 0, 0]
  for (const { agreed, asRun, weight, alone } of partners) {
    most = Math.max(most, agreed, asRun)
    least = Math.min(least, weight, asRun > 0 ? word.weight : weight)
    paired = Math.max(paired, weight, asRun > 0 ? word.weight : weight)
    taken = Math.max(taken, asRun > 0 ? MORE_THAN_ANY_NAME : alone)
  }
  return pairedShare(word, most, least, paired, taken)
}

function place(part: Part, start: number, count: number): Element {
  const { partners, most, mostUnnamed, postings, initial } = part
  return { start, count, partners, most, mostUnnamed, postings, initial }
}

const MOST_OF_INITIAL = MAX_WEIGHT * initialed.similarity

/** Most words of customers agree with nothing. */
const NOTHING: Known = {
  found: { hits: [], likeness: new Map() },
  part: { partners: [], most: 0, mostUnnamed: 0, postings: 0, initial: null },
  apart: [],
}
