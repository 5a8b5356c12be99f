import {
  addBackward,
  addToHash,
  type BucketBuilder,
  type Buckets,
  endHash,
  hashText,
  lookUp,
  startHash,
} from '../tables/buckets.js'
import type { PreparedName } from './compare.js'
import type { Word } from './token.js'
import { hasVowel, isTold, MIN_CUT, type WholeName } from './whole.js'

/**
 * Listed names under the keys of `whole.ts`, and under the beginnings they would share with a name cut off. Hardly a query
 * has one of them, so its keys are hashed from its words letter by letter and not written down.
 */
export type WholeTable = Buckets

/** Kinds of keys. `LETTERS` are all words run together, with or without legal forms and titles. */
const [LETTERS, SORTED, CONSONANTS, INITIALS, CUT] = [1, 2, 3, 4, 5]
/** Beginnings of these lengths are kept; a query looks up its longest. */
const cuts = [MIN_CUT, 14, 20, 28, 40, 48, 60, 80]

/** Adds a name under its keys. */
export function addWhole(table: BucketBuilder, name: WholeName, id: number): void {
  const add = (text: string, kind: number) => {
    if (text !== '') table.add(hashText(text, kind), id)
  }
  for (const text of new Set([name.glued, name.solid])) {
    add(text, LETTERS)
    for (const cut of cuts) if (text.length > cut) add(text.slice(0, cut), CUT)
  }
  table.add(hashSorted(name.sorted), id)
  add(name.consonants, CONSONANTS)
  add(name.initials, INITIALS)
}

/** Every listed name that could agree with the query as a whole, and some that could not. */
export function findWholes(table: WholeTable, { words, folded }: PreparedName): ReadonlySet<number> {
  const found = new Set<number>()
  const look = (hash: number) => lookUp(table, endHash(hash), (id) => found.add(id))
  lookUp(table, hashSorted(folded), (id) => found.add(id))
  const told = words.every(isTold) ? words : words.filter(isTold)
  for (const part of told === words ? [words] : [told, words]) {
    let [length, backward] = [0, startHash(LETTERS)]
    for (const { token } of part) length += token.text.length
    for (let i = part.length - 1; i >= 0; i--) backward = addBackward(backward, part[i]!.token.text)
    look(backward)
    look(addForward(startHash(LETTERS), part, length))
    const cut = cuts.findLast((limit) => limit <= length)
    if (cut !== undefined) look(addForward(startHash(CUT), part, cut))
  }
  if (!told.some(hasVowel)) look(addForward(startHash(CONSONANTS), told, Number.POSITIVE_INFINITY))
  if (told.length === 1) look(addForward(startHash(INITIALS), told, Number.POSITIVE_INFINITY))
  return found
}

/** Adds the first `length` letters of words. */
function addForward(hash: number, words: readonly Word[], length: number): number {
  let bits = hash
  let left = length
  for (const { token } of words) {
    if (left <= 0) break
    bits = addToHash(bits, token.text, 0, Math.min(left, token.text.length))
    left -= token.text.length
  }
  return bits
}

/** A hash of words that is the same in whatever order they stand: the sum of theirs. */
function hashSorted(text: string): number {
  let sum = 0
  for (let start = 0; start < text.length; ) {
    const space = text.indexOf(' ', start)
    const end = space < 0 ? text.length : space
    sum = (sum + endHash(addToHash(startHash(SORTED), text, start, end))) | 0
    start = end + 1
  }
  return endHash(sum)
}
