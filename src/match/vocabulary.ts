import { editDistance } from '../text/edit.js'
import { compareTokens, FORM_BUDGET, MAX_LENGTH_GAP, MIN_PREFIX, type Word } from './token.js'
import { editBudget } from './weights.js'

/**
 * The distinct tokens of all listed names, and the search for every one of them that agrees with a query token.
 *
 * The search loses nothing: each rung of `compareTokens` has its own way in. Equal forms, concepts, sounds and
 * given-name groups are keys of one map; abbreviations are neighbors in sorted order; and for spelling, forms are
 * grouped by length and carry the set of their letters as a 32-bit mask. An edit changes few bits of the mask, so a
 * pair of masks that differ in more bits than the edit budget can explain is passed over without being compared
 * (`mostBits`). What the ways in propose is always decided by `compareTokens` itself.
 */

/** A listed token that agrees with a query token. */
export interface Hit {
  /** Number of the listed token in the vocabulary. */
  readonly id: number
  /** Weight of the pair it would make. */
  readonly weight: number
}

interface LengthGroup {
  readonly forms: string[]
  readonly masks: number[]
  readonly owners: number[]
}

/**
 * Most bits in which the letter sets of two forms can differ when the lengths differ by `gap` and the edits cost at most
 * `budget`. Doubling a letter costs 0.5 and changes no bit, inserting or dropping one costs 1 and changes one bit,
 * replacing one costs 0.7 or more and changes two; a swap changes none. At least `gap` of them change the length.
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

/** Distinct listed tokens with all ways in. Built once; not changed afterwards. */
export class Vocabulary {
  readonly words: Word[] = []
  private readonly ids = new Map<string, number>()
  private readonly keys = new Map<string, number[]>()
  private readonly groups = new Map<number, LengthGroup>()
  private sorted: { readonly text: string; readonly id: number }[] = []

  /** Number of a token, new or known. */
  add(word: Word): number {
    const key = identity(word)
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.words.length
    this.words.push(word)
    this.ids.set(key, id)
    for (const entry of entryKeys(word)) append(this.keys, entry, id)
    for (const form of word.forms) this.addForm(form, id)
    return id
  }

  private addForm(form: string, id: number): void {
    let group = this.groups.get(form.length)
    if (!group) {
      group = { forms: [], masks: [], owners: [] }
      this.groups.set(form.length, group)
    }
    group.forms.push(form)
    group.masks.push(letterMask(form))
    group.owners.push(id)
  }

  /** Prepares the sorted order; called once after the last `add`. */
  finish(): void {
    this.sorted = this.words
      .map((word, id) => ({ text: word.token.text, id }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id - b.id))
  }

  /** Every listed token that agrees with `query`, except initials against words (they never make a match alone). */
  find(query: Word): Hit[] {
    const proposed = new Set<number>()
    for (const key of entryKeys(query)) for (const id of this.keys.get(key) ?? []) proposed.add(id)
    this.proposePrefixes(query.token.text, proposed)
    for (const form of query.forms) this.proposeSpellings(form, proposed)
    const hits: Hit[] = []
    for (const id of proposed) {
      const word = this.words[id]!
      const likeness = compareTokens(query, word)
      if (likeness && likeness.agreement !== 'initial')
        hits.push({ id, weight: (query.weight + word.weight) / 2 })
    }
    return hits
  }

  /** Numbers of listed tokens one of whose forms is exactly `form`. */
  withForm(form: string): readonly number[] {
    return this.keys.get(`=${form}`) ?? []
  }

  private proposePrefixes(text: string, proposed: Set<number>): void {
    if (text.length < MIN_PREFIX) return
    for (let end = MIN_PREFIX; end < text.length; end++) {
      for (const id of this.withForm(text.slice(0, end))) proposed.add(id)
    }
    for (let i = this.lowerBound(text); i < this.sorted.length; i++) {
      const entry = this.sorted[i]!
      if (!entry.text.startsWith(text)) break
      proposed.add(entry.id)
    }
  }

  private lowerBound(text: string): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle]!.text < text) low = middle + 1
      else high = middle
    }
    return low
  }

  private proposeSpellings(form: string, proposed: Set<number>): void {
    const mask = letterMask(form)
    for (let gap = -MAX_LENGTH_GAP; gap <= MAX_LENGTH_GAP; gap++) {
      const group = this.groups.get(form.length + gap)
      const length = form.length + Math.max(gap, 0)
      const budget = length < MIN_LENGTH ? 0 : Math.max(editBudget(length), FORM_BUDGET)
      const bits = mostBits(budget, Math.abs(gap))
      if (!group || budget === 0 || bits < 0) continue
      const { masks, forms, owners } = group
      for (let i = 0; i < masks.length; i++) {
        const other = masks[i]!
        if (((mask | other) & WILDCARD) === 0 && bitCount(mask ^ other) > bits) continue
        if (editDistance(form, forms[i]!, budget) <= budget) proposed.add(owners[i]!)
      }
    }
  }
}

/** Shorter words are never alike by spelling. */
const MIN_LENGTH = 3

function entryKeys(word: Word): string[] {
  const { token, forms, sounds, skeletons, groups } = word
  const keys = forms.map((form) => `=${form}`)
  if (token.concept !== null) keys.push(`${token.role}:${token.concept}`)
  for (const sound of sounds) keys.push(`~${sound}`)
  for (const key of skeletons) keys.push(`^${key}`)
  for (const group of groups) keys.push(`#${group}`)
  return keys
}

/** Two tokens with the same identity compare and weigh alike (a number weighs less in a person's name). */
function identity(word: Word): string {
  const { token } = word
  return [token.role, word.weight, token.concept ?? '', token.script, token.native, ...word.forms].join(' ')
}

function append(map: Map<string, number[]>, key: string, id: number): void {
  const ids = map.get(key)
  if (ids) {
    if (ids[ids.length - 1] !== id) ids.push(id)
  } else map.set(key, [id])
}

/** Bit of the mask that says "holds the wildcard ?": such words are never passed over. */
const WILDCARD = 1 << 31

/** The set of letters of a word: a–z on 26 bits; digits and other scripts share what is left of 31. */
function letterMask(text: string): number {
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) mask |= 1 << (code - 97)
    else if (code === 63) mask |= WILDCARD
    else mask |= 1 << (code % 31)
  }
  return mask
}

function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
