import { FORM_BUDGET, MAX_LENGTH_GAP } from './token.js'
import { editBudget } from './weights.js'

/**
 * How far the letters of two words can differ when the words are within the edit budget. Each word carries two sets as
 * bit masks: of its letters, and of its letter classes, in which letters that are cheap to replace by one another (c k q,
 * s z, v w, all vowels) are one. An edit changes few bits of either mask, and the cheap ones none of the second, so words
 * whose masks differ in more bits than the budget can explain need not be compared.
 */

/** Letters that replace one another at less than full price (`text/edit.ts`) share a class. */
const classes = 'aeiouyjl ckq sz vw b d f g h m n p r t x'.split(' ')
const OTHER_CLASS = classes.length
const classOf = new Uint8Array(128).fill(OTHER_CLASS)
classes.forEach((letters, i) => {
  for (const letter of letters) classOf[letter.charCodeAt(0)] = i
})

/** How many bits are set, by adding pairs, fours and bytes of bits (Warren, Hacker's Delight, 5-1). */
export function countBits(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The set of letters: a–z on 26 bits; characters of other kinds share 6 more. */
export function letterMask(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6))
  }
  return mask
}

/** The bits of `letterMask` that stand for one letter each. */
export const LATIN_LETTERS = (1 << 26) - 1

/** The set of letter classes, on 17 bits. */
export function classMask(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    mask |= 1 << (code < 128 ? classOf[code]! : OTHER_CLASS)
  }
  return mask
}

/** The most by which two words within the budget differ. Negative bits: no edits within the budget bridge the gap. */
export interface Limits {
  /** Edit cost allowed between words of which the longer has this length; a legal form has a budget of its own. */
  readonly budget: number
  /** Bits of the letter masks. */
  readonly letters: number
  /** Bits of the class masks. */
  readonly classes: number
  /** Edits at one price for all, where no letter is doubled in either word, and where one is. */
  readonly edits: number
  readonly editsDoubled: number
}

const CHEAPEST_EDIT = 0.7
const DOUBLING = 0.5
/** From this length on the budget does not grow. */
const LONGEST = 12

/** What an edit costs at least, and how many bits of a mask it changes at most. */
interface Edit {
  readonly cost: number
  readonly bits: number
  readonly changesLength: boolean
}

/** Doubling a letter, inserting or dropping one, replacing one: prices of `text/edit.ts`. A swap changes no set. */
function edits(replacement: number): readonly Edit[] {
  return [
    { cost: DOUBLING, bits: 0, changesLength: true },
    { cost: 1, bits: 1, changesLength: true },
    { cost: replacement, bits: 2, changesLength: false },
  ]
}

const letterEdits = edits(CHEAPEST_EDIT)
/** Between classes a replacement has its full price. */
const classEdits = edits(1)

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

const table: readonly Limits[] = Array.from({ length: (LONGEST + 1) * (MAX_LENGTH_GAP + 1) }, (_, i) => {
  const budget = Math.max(editBudget(Math.floor(i / (MAX_LENGTH_GAP + 1))), FORM_BUDGET)
  const gap = i % (MAX_LENGTH_GAP + 1)
  return {
    budget,
    letters: mostBits(letterEdits, budget, gap),
    classes: mostBits(classEdits, budget, gap),
    edits: Math.floor(budget / CHEAPEST_EDIT + 1e-9),
    editsDoubled: Math.floor(budget / DOUBLING + 1e-9),
  }
})

/** The limits for two words of which the longer has `length` letters and the other `gap` fewer (0 to 3). */
export function limitsFor(length: number, gap: number): Limits {
  return table[Math.min(length, LONGEST) * (MAX_LENGTH_GAP + 1) + gap]!
}
