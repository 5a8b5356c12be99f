import { addToHash, endHash, hashText, lookUp, startHash } from '../tables/buckets.js'
import { lengthAt, textAt } from '../tables/texts.js'
import { SpellingIndex } from './spelling-index.js'
import { compareTokens, type Likeness, MIN_PREFIX, type Word } from './token.js'
import { entryKeys, formKey, isSpelled, readWord, type VocabularyTable } from './vocabulary-table.js'

/**
 * The search for every listed token that agrees with a query token.
 *
 * The search loses nothing: each rung of `compareTokens` has its own way in. Equal forms, concepts, sounds and
 * given-name groups are keys of one table; abbreviations are neighbors in the order of forms; spelling has an index of
 * its own. What the ways in propose is always decided by `compareTokens` itself. Tokens are read from the table when
 * they are first proposed.
 */

/** A listed token that agrees with a query token. */
export interface Hit {
  /** Number of the listed token in the vocabulary. */
  readonly id: number
  readonly likeness: Likeness
  /** Weight of the pair it would make; of legal forms, the mean of both, which is more. */
  readonly weight: number
}

/** All that agrees with a query token. */
export interface Found {
  /** In order of their numbers; initials, which may stand for any word, are not among them. */
  readonly hits: readonly Hit[]
  /** The likeness of the hits by token. */
  readonly likeness: ReadonlyMap<Word, Likeness>
}

/** The hash of what keys of forms begin with. */
const FORM = addToHash(startHash(0), formKey(''))

/** Distinct listed tokens with all ways in. */
export class Vocabulary {
  private readonly words: (Word | undefined)[]
  private readonly spellings: SpellingIndex
  constructor(readonly table: VocabularyTable) {
    this.words = new Array<Word | undefined>(table.weights.length)
    this.spellings = new SpellingIndex(table.spelling)
  }

  /** The token with a number; always the same object. */
  word(id: number): Word {
    let word = this.words[id]
    if (!word) {
      word = readWord(this.table, id)
      this.words[id] = word
    }
    return word
  }

  /** Every listed token that agrees with `query`. */
  find(query: Word): Found {
    const proposed = new Set<number>()
    for (const key of entryKeys(query)) this.proposeKey(key, proposed)
    this.proposePrefixes(query.token.text, proposed)
    if (isSpelled(query)) for (const form of query.forms) this.spellings.find(form, proposed)
    const hits: Hit[] = []
    for (const id of [...proposed].sort((a, b) => a - b)) {
      const hit = this.compare(query, id)
      if (hit) hits.push(hit)
    }
    return {
      hits,
      likeness: new Map(hits.map(({ id, likeness }) => [this.word(id), likeness])),
    }
  }

  private compare(query: Word, id: number): Hit | null {
    const word = this.word(id)
    const likeness = compareTokens(query, word)
    if (!likeness || likeness.agreement === 'initial') return null
    return { id, likeness, weight: (query.weight + word.weight) / 2 }
  }

  /** Listed tokens one of whose forms is two texts written as one. */
  findJoined(one: string, two: string): number[] {
    const found: number[] = []
    const hash = addToHash(addToHash(FORM, one), two)
    lookUp(this.table.keys, endHash(hash), (id) => {
      if (!found.includes(id) && this.word(id).forms.includes(one + two)) found.push(id)
    })
    return found
  }

  private proposeKey(key: string, proposed: Set<number>): void {
    lookUp(this.table.keys, hashText(key), (id) => proposed.add(id))
  }

  private proposePrefixes(text: string, proposed: Set<number>): void {
    const { texts } = this.table
    for (let end = MIN_PREFIX; end < text.length; end++)
      this.proposeKey(formKey(text.slice(0, end)), proposed)
    if (text.length < MIN_PREFIX) return
    for (let id = this.lowerBound(text); id < this.words.length; id++) {
      if (!textAt(texts, id).startsWith(text)) break
      if (lengthAt(texts, id) <= 2 * text.length) proposed.add(id)
    }
  }

  /** The first token whose form is not before `text`. */
  private lowerBound(text: string): number {
    let low = 0
    let high = this.words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (textAt(this.table.texts, middle) < text) low = middle + 1
      else high = middle
    }
    return low
  }
}
