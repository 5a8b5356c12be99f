import { BucketBuilder, type Buckets, hashText } from '../tables/buckets.js'
import { packTexts, type Texts, textAt } from '../tables/texts.js'
import type { Token } from '../text/name.js'
import { type SpellingTable, SpellingTableBuilder } from './spelling-index.js'
import { makeWord, type Word } from './token.js'

/** The distinct tokens of all listed names as plain arrays, in the order of their comparable forms. */
export type VocabularyTable = {
  /** The comparable form of each token. */
  readonly texts: Texts
  /** What else a token is, as JSON: variants, native form where it differs, script, role, concept; empty for a plain word. */
  readonly rest: Texts
  readonly weights: Float64Array
  /** What each counts when it finds no partner. */
  readonly alone: Float64Array
  /** For words, the code of their first letter; else 0. Initials stand for words alone. */
  readonly firstLetters: Uint16Array
  /** 1 for a token that is an initial. */
  readonly isInitial: Uint8Array
  /** Tokens under the keys by which they agree with others (`entryKeys`). */
  readonly keys: Buckets
  readonly spelling: SpellingTable
}

type Rest = [
  variants: readonly string[],
  native: string | null,
  script: Token['script'],
  role: Token['role'],
  concept: string | null,
]

/** The token at a place of the table, with all that comparison needs. */
export function readWord(table: VocabularyTable, id: number): Word {
  const text = textAt(table.texts, id)
  const rest = textAt(table.rest, id)
  const [variants, native, script, role, concept]: Rest = rest === '' ? PLAIN : JSON.parse(rest)
  return makeWord({ text, variants, native: native ?? text, script, role, concept }, table.weights[id]!)
}

/** Most tokens are plain Latin words. */
const PLAIN: Rest = [[], null, 'latin', 'word', null]
const PLAIN_JSON = JSON.stringify(PLAIN)

function writeRest({ text, variants, native, script, role, concept }: Token): string {
  const rest: Rest = [variants, native === text ? null : native, script, role, concept]
  const json = JSON.stringify(rest)
  return json === PLAIN_JSON ? '' : json
}

/** Collects tokens, each once. */
export class VocabularyBuilder {
  private readonly words: Word[] = []
  private readonly ids = new Map<string, number>()

  /** Preliminary number of a token, new or known. */
  add(word: Word): number {
    const key = word.identity
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.words.length
    this.words.push(word)
    this.ids.set(key, id)
    return id
  }

  /** The table, and the final number of each preliminary one. */
  finish(): { readonly table: VocabularyTable; readonly renumbered: Uint32Array } {
    const order = [...this.ids].sort(
      ([a, i], [b, j]) => compare(this.words[i]!.token.text, this.words[j]!.token.text) || compare(a, b),
    )
    const renumbered = new Uint32Array(order.length)
    order.forEach(([, id], place) => {
      renumbered[id] = place
    })
    return { table: makeTable(order.map(([, id]) => this.words[id]!)), renumbered }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function makeTable(words: readonly Word[]): VocabularyTable {
  const keys = new BucketBuilder()
  const spelling = new SpellingTableBuilder()
  words.forEach((word, id) => {
    for (const key of entryKeys(word)) keys.add(hashText(key), id)
    if (isSpelled(word)) for (const form of word.forms) spelling.add(form, id)
  })
  const codeOf = ({ token }: Word) => (token.role === 'word' ? token.text.charCodeAt(0) : 0)
  return {
    texts: packTexts(words.map(({ token }) => token.text)),
    rest: packTexts(words.map(({ token }) => writeRest(token))),
    weights: Float64Array.from(words, ({ weight }) => weight),
    alone: Float64Array.from(words, ({ alone }) => alone),
    firstLetters: Uint16Array.from(words, codeOf),
    isInitial: Uint8Array.from(words, ({ token }) => Number(token.role === 'initial')),
    keys: keys.finish(),
    spelling: spelling.finish(),
  }
}

/** Whether a token can be like another by spelling: numbers and initials are never. */
export function isSpelled({ token }: Word): boolean {
  return token.role !== 'number' && token.role !== 'initial'
}

/** The keys of a token: those of two tokens that agree otherwise than by spelling or abbreviation meet in one. */
export function entryKeys(word: Word): string[] {
  const { token, forms, sounds, shapes, skeletons, groups } = word
  const keys = forms.map(formKey)
  if (token.concept !== null) keys.push(`${token.role}:${token.concept}`)
  for (const sound of sounds) keys.push(`~${sound}`)
  for (const shape of shapes) keys.push(`!${shape}`)
  for (const key of skeletons) keys.push(`^${key}`)
  for (const group of groups) keys.push(`#${group}`)
  if (word.consonants !== '') keys.push(`%${word.consonants}`)
  return keys
}

/** The key of a form. */
export function formKey(form: string): string {
  return `=${form}`
}
