import { glued, joinWords } from './align.js'
import type { PreparedName } from './compare.js'
import { initialed, type Word } from './token.js'
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

/** The elements of a query; the first ones are its words, in their order. */
export function elementsOf(
  { words, runs }: PreparedName,
  found: ReadonlyMap<Word, Found>,
  vocabulary: Vocabulary,
): Element[] {
  return [
    ...words.map((word, start) => wordElement(word, start, found.get(word)!)),
    ...runs.map(({ word, start, count }) =>
      gluedElement(start, count, runPartners(found.get(word)!, vocabulary)),
    ),
    ...words.flatMap((word, start) => {
      const next = words[start + 1]
      const pair = next ? joinWords(word, next) : null
      const partners = pair ? joinedPartners(pair, vocabulary) : []
      return partners.length > 0 ? [gluedElement(start, 2, partners)] : []
    }),
  ]
}

function wordElement(word: Word, start: number, { hits, initials }: Found): Element {
  const { role, text } = word.token
  const partners = hits.map(({ id, agreed, likeness }): Partner => {
    const asRun = role === 'word' ? word.weight * Math.min(likeness.similarity, glued.similarity) : 0
    return { id, agreed, asRun, isNamed: likeness.agreement !== 'class' }
  })
  const standIns = initials.map(({ id, agreed }): Partner => ({ id, agreed, asRun: 0, isNamed: false }))
  const initial = role === 'initial' ? { text, weight: word.weight } : null
  const most = Math.max(mostOf(partners), initial ? MAX_WEIGHT * initialed.similarity : 0)
  return { start, count: 1, partners: [...partners, ...standIns], most, initial }
}

function gluedElement(start: number, count: number, partners: readonly Partner[]): Element {
  return { start, count, partners, most: mostOf(partners), initial: null }
}

function mostOf(partners: readonly Partner[]): number {
  return partners.reduce((most, { agreed, asRun }) => Math.max(most, agreed, asRun), 0)
}

/** A run is paired with single words only, and counts as much as they do. */
function runPartners({ hits }: Found, vocabulary: Vocabulary): Partner[] {
  return hits
    .filter(({ id }) => vocabulary.word(id).token.role === 'word')
    .map(({ id, likeness }) =>
      gluedPartner(id, Math.min(likeness.similarity, glued.similarity) * vocabulary.word(id).weight),
    )
}

function joinedPartners(pair: string, vocabulary: Vocabulary): Partner[] {
  return vocabulary
    .withForm(pair)
    .filter((id) => vocabulary.word(id).token.role === 'word')
    .map((id) => gluedPartner(id, glued.similarity * vocabulary.word(id).weight))
}

function gluedPartner(id: number, agreed: number): Partner {
  return { id, agreed, asRun: 0, isNamed: true }
}
