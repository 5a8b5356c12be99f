import { SpellingIndex, SpellingTableBuilder } from './spelling-index.js'
import { compareTokens, type Likeness, MIN_PREFIX, type Word } from './token.js'

/**
 * The distinct tokens of all listed names, and the search for every one of them that agrees with a query token.
 *
 * The search loses nothing: each rung of `compareTokens` has its own way in. Equal forms, concepts, sounds and
 * given-name groups are keys of one map; abbreviations are neighbors in sorted order; spelling has an index of its own.
 * What the ways in propose is always decided by `compareTokens` itself.
 */

/** A listed token that agrees with a query token. */
export interface Hit {
  /** Number of the listed token in the vocabulary. */
  readonly id: number
  /** Weight of the pair it would make, times its similarity. */
  readonly agreed: number
}

/** All that agrees with a query token: as hits, greatest agreement first, and by word. */
export interface Found {
  readonly hits: readonly Hit[]
  readonly likeness: ReadonlyMap<Word, Likeness>
}

/** Distinct listed tokens with all ways in. Built once; not changed afterwards. */
export class Vocabulary {
  readonly words: Word[] = []
  private readonly ids = new Map<string, number>()
  private readonly keys = new Map<string, number[]>()
  private readonly forms = new SpellingTableBuilder()
  private spellings: SpellingIndex | undefined
  /** Answers given before: the words of names repeat, and the vocabulary no longer changes. */
  private readonly found = new Map<string, Found>()
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
    if (word.token.role !== 'number' && word.token.role !== 'initial') {
      for (const form of word.forms) this.forms.add(form, id)
    }
    return id
  }

  /** Prepares the sorted order; called once after the last `add`. */
  finish(): void {
    this.spellings = new SpellingIndex(this.forms.finish())
    this.sorted = this.words
      .map((word, id) => ({ text: word.token.text, id }))
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id - b.id))
  }

  /** Every listed token that agrees with `query`, except initials against words (they never make a match alone). */
  find(query: Word): Found {
    const key = identity(query)
    const known = this.found.get(key)
    if (known) return known
    const found = this.search(query)
    if (this.found.size >= MAX_FOUND) this.found.clear()
    this.found.set(key, found)
    return found
  }

  private search(query: Word): Found {
    const proposed = new Set<number>()
    for (const key of entryKeys(query)) for (const id of this.keys.get(key) ?? []) proposed.add(id)
    this.proposePrefixes(query.token.text, proposed)
    // Numbers and initials are never alike by spelling.
    if (query.token.role !== 'number' && query.token.role !== 'initial') {
      for (const form of query.forms) this.spellings?.find(form, proposed)
    }
    const hits: Hit[] = []
    const likenesses = new Map<Word, Likeness>()
    for (const id of proposed) {
      const word = this.words[id]!
      const likeness = compareTokens(query, word)
      if (!likeness || likeness.agreement === 'initial') continue
      hits.push({ id, agreed: ((query.weight + word.weight) / 2) * likeness.similarity })
      likenesses.set(word, likeness)
    }
    hits.sort((a, b) => b.agreed - a.agreed || a.id - b.id)
    return { hits, likeness: likenesses }
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
}

/** Most answers kept. */
const MAX_FOUND = 4_000

function entryKeys(word: Word): string[] {
  const { token, forms, sounds, skeletons, groups } = word
  const keys = forms.map((form) => `=${form}`)
  if (token.concept !== null) keys.push(`${token.role}:${token.concept}`)
  for (const sound of sounds) keys.push(`~${sound}`)
  for (const key of skeletons) keys.push(`^${key}`)
  for (const group of groups) keys.push(`#${group}`)
  if (word.consonants !== '') keys.push(`%${word.consonants}`)
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
