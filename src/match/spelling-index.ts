import { editDistance } from '../text/edit.js'
import { editCounter } from '../text/edit-count.js'
import { FORM_BUDGET, MAX_LENGTH_GAP } from './token.js'
import { editBudget } from './weights.js'

/**
 * Every known form within the edit budget of a word, without comparing it with all of them.
 *
 * Forms are kept by length, and each carries two sets as bit masks: of its letters, and of its letter classes, in which
 * letters that are cheap to replace by one another (c k q, s z, v w, all vowels) are one. An edit changes few bits of
 * either mask, and the cheap ones none of the second, so forms whose masks differ in more bits than the budget can
 * explain are passed over (`mostBits`). Within a length the forms are sorted by class mask: a mask that differs too much
 * rules out all forms that share it. What is left is decided by the edit distance itself, so nothing within the budget
 * is lost. Forms with digits or the wildcard `?` have prices of their own; they are few and always compared.
 */

/** Forms of one length, sorted by class mask. */
interface LengthGroup {
  readonly forms: readonly string[]
  readonly owners: Int32Array
  readonly letters: Int32Array
  /** 1 for forms with a doubled letter. */
  readonly doubled: Uint8Array
  /** Distinct class masks, and where the forms of each begin; one entry more at the end. */
  readonly classes: Int32Array
  readonly starts: Int32Array
}

/** Letters that replace one another at less than full price (`text/edit.ts`) share a class. */
const classes = 'aeiouyjl ckq sz vw b d f g h m n p r t x'.split(' ')
const OTHER_CLASS = classes.length
const classOf = new Uint8Array(128).fill(OTHER_CLASS)
classes.forEach((letters, i) => {
  for (const letter of letters) classOf[letter.charCodeAt(0)] = i
})

/** How many bits are set, by adding pairs, fours and bytes of bits (Warren, Hacker's Delight, 5-1). */
function countBits(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The set of letters: a–z on 26 bits; letters of other scripts share 6 more. */
function letterMask(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6))
  }
  return mask
}

/** The set of letter classes, on 17 bits. */
function classMask(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    mask |= 1 << (code < 128 ? classOf[code]! : OTHER_CLASS)
  }
  return mask
}

const DOUBLED = /(.)\1/u

/** Digits have other prices, and `?` stands for letters that are in no mask. */
const UNMASKED = /[0-9?]/
/** Shorter words are never alike by spelling. */
const MIN_LENGTH = 3

/** Collects forms and finds those alike in spelling. */
export class SpellingIndex {
  private readonly collected = new Map<number, { form: string; owner: number; mask: number }[]>()
  private readonly groups = new Map<number, LengthGroup>()
  private readonly unmasked: { readonly form: string; readonly owner: number }[] = []

  /** Adds a form; `owner` is given back when it is found. */
  add(form: string, owner: number): void {
    if (UNMASKED.test(form)) {
      this.unmasked.push({ form, owner })
      return
    }
    const entry = { form, owner, mask: classMask(form) }
    const entries = this.collected.get(form.length)
    if (entries) entries.push(entry)
    else this.collected.set(form.length, [entry])
  }

  /** Sorts what was added; called once after the last `add`. */
  finish(): void {
    for (const [length, entries] of this.collected) {
      entries.sort((a, b) => a.mask - b.mask || a.owner - b.owner)
      const distinct: number[] = []
      const starts: number[] = []
      entries.forEach(({ mask }, i) => {
        if (distinct[distinct.length - 1] === mask) return
        distinct.push(mask)
        starts.push(i)
      })
      this.groups.set(length, {
        forms: entries.map(({ form }) => form),
        owners: Int32Array.from(entries, ({ owner }) => owner),
        letters: Int32Array.from(entries, ({ form }) => letterMask(form)),
        doubled: Uint8Array.from(entries, ({ form }) => (DOUBLED.test(form) ? 1 : 0)),
        classes: Int32Array.from(distinct),
        starts: Int32Array.from([...starts, entries.length]),
      })
    }
    this.collected.clear()
  }

  /** Adds the owner of every form within the edit budget of `form` to `found`. */
  find(form: string, found: Set<number>): void {
    const anyMask = UNMASKED.test(form)
    const query: Query = {
      form,
      letters: letterMask(form),
      classes: classMask(form),
      doubled: DOUBLED.test(form),
      count: anyMask ? () => 0 : editCounter(form),
    }
    for (let gap = -MAX_LENGTH_GAP; gap <= MAX_LENGTH_GAP; gap++) {
      const group = this.groups.get(form.length + gap)
      const length = form.length + Math.max(gap, 0)
      if (!group || length < MIN_LENGTH) continue
      const budget = Math.max(editBudget(length), FORM_BUDGET)
      const limits = anyMask ? NO_LIMITS : limitsOf(budget, Math.abs(gap))
      if (limits.letters >= 0) findInGroup(group, query, limits, budget, found)
    }
    for (const { form: other, owner } of this.unmasked) {
      const budget = Math.max(editBudget(Math.max(form.length, other.length)), FORM_BUDGET)
      if (editDistance(form, other, budget) <= budget) found.add(owner)
    }
  }
}

/** A word that is looked for, with all that is compared before its cost. */
interface Query {
  readonly form: string
  readonly letters: number
  readonly classes: number
  readonly doubled: boolean
  readonly count: (other: string) => number
}

function findInGroup(
  group: LengthGroup,
  { form, letters, classes: own, doubled, count }: Query,
  limits: Limits,
  budget: number,
  found: Set<number>,
): void {
  const { classes: masks, starts } = group
  // Edits cost 0.7 or more, except that a letter is doubled or undoubled for 0.5.
  const most = Math.floor(budget / CHEAPEST_EDIT + 1e-9)
  const mostDoubled = Math.floor(budget / DOUBLING + 1e-9)
  // Where no class may differ, the one mask that can match is found at once.
  const isExact = limits.classes === 0
  for (let c = isExact ? lowerBound(masks, own) : 0; c < masks.length; c++) {
    if (isExact && masks[c] !== own) break
    if (countBits(own ^ masks[c]!) > limits.classes) continue
    const end = starts[c + 1]!
    for (let i = starts[c]!; i < end; i++) {
      if (countBits(letters ^ group.letters[i]!) > limits.letters) continue
      const other = group.forms[i]!
      if (count(other) > (doubled || group.doubled[i] === 1 ? mostDoubled : most)) continue
      if (editDistance(form, other, budget) <= budget) found.add(group.owners[i]!)
    }
  }
}

const CHEAPEST_EDIT = 0.7
const DOUBLING = 0.5

/** Position of the first number that is not below `value` in a sorted array. */
function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Most bits in which each mask of two forms can differ. Negative when no edits within the budget bridge the gap. */
interface Limits {
  readonly letters: number
  readonly classes: number
}

const NO_LIMITS: Limits = { letters: 32, classes: 32 }

/** What an edit costs at least, and how many bits of a mask it changes at most. */
interface Edit {
  readonly cost: number
  readonly bits: number
  readonly changesLength: boolean
}

/** Doubling a letter, inserting or dropping one, replacing one: prices of `text/edit.ts`. A swap changes no set. */
function edits(replacement: number): readonly Edit[] {
  return [
    { cost: 0.5, bits: 0, changesLength: true },
    { cost: 1, bits: 1, changesLength: true },
    { cost: replacement, bits: 2, changesLength: false },
  ]
}

const letterEdits = edits(0.7)
/** Between classes a replacement has its full price. */
const classEdits = edits(1)

const limitsByKey = new Map<string, Limits>()

function limitsOf(budget: number, gap: number): Limits {
  const key = `${budget} ${gap}`
  const known = limitsByKey.get(key)
  if (known) return known
  const limits = {
    letters: mostBits(letterEdits, budget, gap),
    classes: mostBits(classEdits, budget, gap),
  }
  limitsByKey.set(key, limits)
  return limits
}

/** The most bits any mix of edits within the budget can change, when at least `gap` of them change the length. */
function mostBits(allowed: readonly Edit[], budget: number, gap: number): number {
  const [edit, ...others] = allowed
  if (!edit) return gap > 0 ? -1 : 0
  let most = -1
  for (let count = 0; count * edit.cost <= budget + 1e-9; count++) {
    const rest = mostBits(others, budget - count * edit.cost, gap - (edit.changesLength ? count : 0))
    if (rest >= 0) most = Math.max(most, count * edit.bits + rest)
  }
  return most
}
