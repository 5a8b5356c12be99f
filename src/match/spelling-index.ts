import { editDistance } from '../text/edit.js'
import { FORM_BUDGET, MAX_LENGTH_GAP } from './token.js'
import { editBudget } from './weights.js'

/**
 * Every known form within the edit budget of a word, without comparing it with all of them.
 *
 * Forms are kept by length, and each carries the set of its letters as a mask. An edit changes few letters of the set
 * (`mostBits`), so forms whose masks differ in more bits are passed over. Within a length the forms are sorted by one half
 * of the mask: a half that differs too much already rules out all forms that share it, which is most of them. What is
 * left is decided by the edit distance itself, so nothing within the budget is lost.
 */

/** Forms of one length, sorted by half mask. */
interface LengthGroup {
  readonly forms: readonly string[]
  readonly owners: Int32Array
  readonly masks: Int32Array
  /** Distinct half masks, and where the forms of each begin; one entry more at the end. */
  readonly halves: Int32Array
  readonly starts: Int32Array
}

/** Letters of both halves are about equally frequent, so that either half tells words apart. */
const HALF = 13
const order = 'einsldmbkpvxjarothucygfwzq'
const bitOf = new Uint8Array(128)
for (let i = 0; i < 128; i++) bitOf[i] = 2 * HALF + (i % 5)
for (let i = 0; i < order.length; i++) bitOf[order.charCodeAt(i)] = i

const HALF_MASK = (1 << HALF) - 1
/** Bit of the mask that says "holds the wildcard ?": such words are never passed over. */
const WILDCARD = 1 << 31
const QUESTION_MARK = 63

const bitCounts = new Uint8Array(1 << HALF)
for (let i = 1; i < bitCounts.length; i++) bitCounts[i] = bitCounts[i >> 1]! + (i & 1)

/** The set of letters of a word: a–z on 26 bits; digits and other scripts share 5 more. */
function letterMask(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    mask |= code === QUESTION_MARK ? WILDCARD : 1 << (code < 128 ? bitOf[code]! : 2 * HALF + (code % 5))
  }
  return mask
}

/** Bits above the lower half. */
function upperBits(mask: number): number {
  return bitCounts[(mask >>> HALF) & HALF_MASK]! + bitCounts[(mask >>> (2 * HALF)) & 0x1f]!
}

/** Shorter words are never alike by spelling. */
const MIN_LENGTH = 3

/** Collects forms and finds those alike in spelling. */
export class SpellingIndex {
  private readonly collected = new Map<number, { form: string; owner: number; mask: number }[]>()
  private readonly groups = new Map<number, LengthGroup>()

  /** Forms with a wildcard: the letters it stands for are in no mask, so they are always compared. */
  private readonly wild: { readonly form: string; readonly owner: number }[] = []

  /** Adds a form; `owner` is given back when it is found. */
  add(form: string, owner: number): void {
    if (form.includes('?')) {
      this.wild.push({ form, owner })
      return
    }
    const entry = { form, owner, mask: letterMask(form) }
    const entries = this.collected.get(form.length)
    if (entries) entries.push(entry)
    else this.collected.set(form.length, [entry])
  }

  /** Sorts what was added; called once after the last `add`. */
  finish(): void {
    for (const [length, entries] of this.collected) {
      entries.sort((a, b) => (a.mask & HALF_MASK) - (b.mask & HALF_MASK) || a.owner - b.owner)
      const halves: number[] = []
      const starts: number[] = []
      entries.forEach(({ mask }, i) => {
        if (halves[halves.length - 1] === (mask & HALF_MASK)) return
        halves.push(mask & HALF_MASK)
        starts.push(i)
      })
      this.groups.set(length, {
        forms: entries.map(({ form }) => form),
        owners: Int32Array.from(entries, ({ owner }) => owner),
        masks: Int32Array.from(entries, ({ mask }) => mask),
        halves: Int32Array.from(halves),
        starts: Int32Array.from([...starts, entries.length]),
      })
    }
    this.collected.clear()
  }

  /** Adds the owner of every form within the edit budget of `form` to `found`. */
  find(form: string, found: Set<number>): void {
    const mask = letterMask(form)
    for (let gap = -MAX_LENGTH_GAP; gap <= MAX_LENGTH_GAP; gap++) {
      const group = this.groups.get(form.length + gap)
      const length = form.length + Math.max(gap, 0)
      if (!group || length < MIN_LENGTH) continue
      const budget = Math.max(editBudget(length), FORM_BUDGET)
      const bits = mostBits(budget, Math.abs(gap))
      if (bits >= 0) findInGroup(group, form, mask, bits, budget, found)
    }
    for (const { form: other, owner } of this.wild) {
      const budget = Math.max(editBudget(Math.max(form.length, other.length)), FORM_BUDGET)
      if (editDistance(form, other, budget) <= budget) found.add(owner)
    }
  }
}

function findInGroup(
  group: LengthGroup,
  form: string,
  mask: number,
  bits: number,
  budget: number,
  found: Set<number>,
): void {
  const { forms, owners, masks, halves, starts } = group
  const lower = mask & HALF_MASK
  const hasWildcard = (mask & WILDCARD) !== 0
  for (let h = 0; h < halves.length; h++) {
    const rest = hasWildcard ? ANY : bits - bitCounts[lower ^ halves[h]!]!
    if (rest < 0) continue
    const end = starts[h + 1]!
    for (let i = starts[h]!; i < end; i++) {
      if (upperBits(mask ^ masks[i]!) > rest) continue
      if (editDistance(form, forms[i]!, budget) <= budget) found.add(owners[i]!)
    }
  }
}

/** More bits than a mask has. */
const ANY = 32

/**
 * Most bits in which the letter sets of two forms can differ when the lengths differ by `gap` and the edits cost at most
 * `budget`. Doubling a letter costs 0.5 and changes no bit, inserting or dropping one costs 1 and changes one bit,
 * replacing one costs 0.7 or more and changes two; a swap changes none. At least `gap` of them change the length.
 * −1 when no edits within the budget bridge the gap.
 */
function mostBits(budget: number, gap: number): number {
  let most = -1
  for (let doubled = 0; doubled * 0.5 <= budget; doubled++) {
    for (let inserted = 0; doubled * 0.5 + inserted <= budget; inserted++) {
      if (doubled + inserted < gap) continue
      const replaced = Math.floor((budget - doubled * 0.5 - inserted) / 0.7 + 1e-9)
      most = Math.max(most, inserted + 2 * replaced)
    }
  }
  return most
}
