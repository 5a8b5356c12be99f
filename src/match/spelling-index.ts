import { BucketBuilder, type Buckets, hashWithout, lookUp, RowBuilder, type Rows } from '../tables/buckets.js'
import { lengthAt, packTexts, type Texts, textAt } from '../tables/texts.js'
import { editDistance } from '../text/edit.js'
import { editCounter } from '../text/edit-count.js'
import { classMask, countBits, LATIN_LETTERS, letterMask, limitsFor } from './spelling-limits.js'
import { MAX_LENGTH_GAP } from './token.js'

/**
 * Every known form within the edit budget of a word, without comparing it with all of them.
 *
 * Two words that differ in at most k letters become equal when at most k letters are left out of each (Mor and Fraenkel
 * 1982). So each form is kept under its hash and under the hashes it has without any one or two of its letters, and
 * looked up in the same way: that finds two edits. The budget allows a third in words of twelve letters and more, where
 * leaving out three would make too many hashes; but then one half of the word has at most one edit, so halves are kept
 * with one letter left out, and looked up from every place where the other word could be cut. Doubled letters count as
 * one throughout: dropping or adding one is so cheap that there may be many. Leaving a letter out can also make two
 * others neighbors and one; it happens on both sides alike.
 *
 * Where one or two letters are left out of middling words, only the first six of those that remain are hashed: what is
 * equal is equal at its beginning, and most ways of leaving out a letter further on become one.
 *
 * What comes out of the buckets passes three tests before its cost is worked out: the sets of letters, the number of
 * edits at one price for all, the budget. The first two never exclude what the third admits, so nothing is lost.
 * Forms with digits or the wildcard `?` have prices of their own; they are few, and all of them are tested. A query with
 * such a character is tested against every form.
 */

/** The forms as plain arrays, ready to be written to a file. */
export type SpellingTable = {
  /** Each form once. */
  readonly forms: Texts
  /** What is given back when a form is found, in rows by form. */
  readonly owners: Rows
  readonly letters: Int32Array
  readonly classes: Int32Array
  /** Forms of up to 8 letters, under their hash and those without one letter. */
  readonly short: Buckets
  /** Forms of 6 to 11 letters, under the hashes of their beginning as it is and without one or two letters. */
  readonly middling: Buckets
  /** Forms of 9 letters and more: each half under its hash and those without one letter. */
  readonly halves: Buckets
  /** Forms with digits or a wildcard. */
  readonly odd: Uint32Array
}

/** Digits have other prices, and `?` stands for any letter. */
const ODD = /[0-9?]/
/** Shorter words are never alike by spelling. */
const MIN_LENGTH = 3
/** A form of up to 5 letters is never within the budget of one with more than this. */
const MAX_SHORT = 8
/** Two edits are within the budget only where both words have at least so many letters; up to the most there are no more. */
const MIN_MIDDLING = 6
const MAX_MIDDLING = 11
/** So many letters of a middling form are hashed. With fewer, more words come out; with more, there are more hashes. */
const HEAD = 6
/** Where those end at the latest: two letters before them may be left out, and two more become one with a neighbor. */
const MAX_HEAD_END = HEAD + 4
/** A form with fewer letters is never within the budget of one that has more than `MAX_MIDDLING`. */
const MIN_LONG = MAX_MIDDLING + 1 - MAX_LENGTH_GAP
/** How far apart the middles of two words within the budget can be, counted in letters of the collapsed word. */
const SHIFT = 5

const [FRONT, BACK] = [1, 2]

/** Collects forms for a table. */
export class SpellingTableBuilder {
  private readonly numbers = new Map<string, number>()
  private readonly owners = new RowBuilder()
  private readonly odd: number[] = []
  private readonly short = new BucketBuilder()
  private readonly middling = new BucketBuilder()
  private readonly halves = new BucketBuilder()

  /** Adds a form; `owner` is given back when it is found. */
  add(form: string, owner: number): void {
    const known = this.numbers.get(form)
    const id = known ?? this.numbers.size
    this.owners.add(id, owner)
    if (known !== undefined) return
    this.numbers.set(form, id)
    this.file(form, id)
  }

  private file(form: string, id: number): void {
    if (ODD.test(form)) {
      this.odd.push(id)
      return
    }
    const { length } = form
    const text = collapse(form)
    if (length <= MAX_SHORT) for (const hash of withoutOne(text, 0, text.length)) this.short.add(hash, id)
    if (length >= MIN_MIDDLING && length <= MAX_MIDDLING)
      for (const hash of withoutTwo(text)) this.middling.add(hash, id)
    if (length < MIN_LONG) return
    const middle = text.length >> 1
    for (const hash of withoutOne(text, 0, middle, FRONT)) this.halves.add(hash, id)
    for (const hash of withoutOne(text, middle, text.length, BACK)) this.halves.add(hash, id)
  }

  finish(): SpellingTable {
    const forms = [...this.numbers.keys()]
    return {
      forms: packTexts(forms),
      owners: this.owners.finish(forms.length),
      letters: Int32Array.from(forms, letterMask),
      classes: Int32Array.from(forms, classMask),
      short: this.short.finish(),
      middling: this.middling.finish(),
      halves: this.halves.finish(),
      odd: Uint32Array.from(this.odd),
    }
  }
}

/** Hashes of a stretch of letters, as it is and without any one of them. */
function withoutOne(text: string, start: number, end: number, kind = 0): number[] {
  const hashes = [hashWithout(text, start, end, -1, -1, kind)]
  for (let skip = start; skip < end; skip++) hashes.push(hashWithout(text, start, end, skip, -1, kind))
  return hashes
}

/** Hashes of the beginning of a word, as it is and without any one or two of the letters. */
function withoutTwo(text: string): number[] {
  const end = Math.min(text.length, MAX_HEAD_END)
  const hashOf = (skip: number, too: number) => hashWithout(text, 0, end, skip, too, 0, HEAD)
  const whole = hashOf(-1, -1)
  const hashes = [whole]
  for (let skip = 0; skip < end; skip++) {
    const one = hashOf(skip, -1)
    if (one !== whole) hashes.push(one)
    for (let too = skip + 1; too < end; too++) {
      const two = hashOf(skip, too)
      if (two !== one && two !== whole) hashes.push(two)
    }
  }
  return hashes
}

function collapse(text: string): string {
  return text.replace(REPEATED, '$1')
}

const REPEATED = /([\s\S])\1+/g
const DOUBLED = /([\s\S])\1/

function countWildcards(text: string): number {
  return text.split('?').length - 1
}

/** A word that is looked for, with all that is compared before its cost. */
interface Query {
  readonly form: string
  readonly letters: number
  readonly classes: number
  readonly isDoubled: boolean
  readonly count: (other: string) => number
}

/** Finds forms alike in spelling. Its scratch is of one search at a time; a search is synchronous. */
export class SpellingIndex {
  private readonly seen: Uint32Array
  private readonly wildcards: Uint8Array
  private round = 0

  constructor(private readonly table: SpellingTable) {
    this.seen = new Uint32Array(table.letters.length)
    this.wildcards = new Uint8Array(table.letters.length)
    for (const id of table.odd) this.wildcards[id] = countWildcards(textAt(this.table.forms, id))
  }

  /** Adds the owner of every form within the edit budget of `form` to `found`. */
  find(form: string, found: Set<number>): void {
    if (ODD.test(form)) {
      this.findOdd(form, found)
      return
    }
    this.round++
    const query: Query = {
      form,
      letters: letterMask(form),
      classes: classMask(form),
      isDoubled: DOUBLED.test(form),
      count: editCounter(form),
    }
    const { length } = form
    const text = collapse(form)
    const { short, middling } = this.table
    if (length <= MAX_SHORT) this.lookUpAll(short, withoutOne(text, 0, text.length), query, found)
    if (length >= MIN_MIDDLING && length <= MAX_MIDDLING)
      this.lookUpAll(middling, withoutTwo(text), query, found)
    if (length >= MIN_LONG) this.lookUpHalves(text, query, found)
    for (const id of this.table.odd) this.testOdd(id, form, query.letters, 0, found)
  }

  private lookUpHalves(text: string, query: Query, found: Set<number>): void {
    const { halves } = this.table
    const middle = text.length >> 1
    const last = Math.min(text.length, middle + SHIFT + 1)
    for (let cut = Math.max(0, middle - SHIFT); cut <= last; cut++) {
      this.lookUpAll(halves, withoutOne(text, 0, cut, FRONT), query, found)
      this.lookUpAll(halves, withoutOne(text, cut, text.length, BACK), query, found)
    }
  }

  private lookUpAll(buckets: Buckets, hashes: readonly number[], query: Query, found: Set<number>): void {
    const visit = (id: number) => {
      if (this.seen[id] === this.round) return
      this.seen[id] = this.round
      this.test(id, query, found)
    }
    for (const hash of hashes) lookUp(buckets, hash, visit)
  }

  private test(id: number, { form, letters, classes, count, isDoubled }: Query, found: Set<number>): void {
    const { table } = this
    const size = lengthAt(this.table.forms, id)
    const gap = Math.abs(form.length - size)
    const length = Math.max(form.length, size)
    if (gap > MAX_LENGTH_GAP || length < MIN_LENGTH) return
    const limits = limitsFor(length, gap)
    if (countBits(letters ^ table.letters[id]!) > limits.letters) return
    if (countBits(classes ^ table.classes[id]!) > limits.classes) return
    const other = textAt(this.table.forms, id)
    const edits = count(other)
    if (edits > limits.editsDoubled) return
    if (edits > limits.edits && !isDoubled && !DOUBLED.test(other)) return
    if (editDistance(form, other, limits.budget) <= limits.budget) this.give(id, found)
  }

  private give(id: number, found: Set<number>): void {
    const { starts, ids } = this.table.owners
    for (let i = starts[id]!; i < starts[id + 1]!; i++) found.add(ids[i]!)
  }

  private findOdd(form: string, found: Set<number>): void {
    const letters = letterMask(form)
    const wildcards = countWildcards(form)
    for (let id = 0; id < this.table.letters.length; id++) this.testOdd(id, form, letters, wildcards, found)
  }

  /** The test for words of which one has digits or wildcards: only letters that the other lacks can exclude. */
  private testOdd(id: number, form: string, letters: number, wildcards: number, found: Set<number>): void {
    const size = lengthAt(this.table.forms, id)
    const gap = Math.abs(form.length - size)
    const length = Math.max(form.length, size)
    if (gap > MAX_LENGTH_GAP || length < MIN_LENGTH) return
    const { budget, edits } = limitsFor(length, gap)
    const others = this.table.letters[id]!
    const [missing, extra] = [letters & ~others & LATIN_LETTERS, others & ~letters & LATIN_LETTERS]
    // A letter without a partner of its own costs an edit, unless the other side has a wildcard for it.
    if (countBits(extra) > edits + wildcards) return
    if (countBits(missing) > edits + this.wildcards[id]!) return
    const other = textAt(this.table.forms, id)
    if (editDistance(form, other, budget) <= budget) this.give(id, found)
  }
}
