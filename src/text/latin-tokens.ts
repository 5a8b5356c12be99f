import { isServant, splitServant, toAscii } from './latin.js'
import { nearForm, sensesOf } from './lexicon.js'
import type { Token, TokenRole } from './name.js'
import { isNumeric } from './numbers.js'
import { Recent } from './remember.js'
import { scriptOfWord } from './runs.js'

/**
 * Words that are read alike wherever they stand in a name, as most Latin words are. They are read once; what depends on
 * its neighbors is left to `tokens.ts`.
 */

/** Words with the tokens they are read as wherever they stand; null for those whose place tells. */
export type KnownWords = Recent<string, readonly Token[] | null>
const knownLatin: KnownWords = new Recent(30_000)

/** The tokens of a Latin word that is read alike in the name of anyone, wherever it stands; null where its place tells. */
export function latinAnywhere(word: string): readonly Token[] | null {
  let tokens = knownLatin.get(word)
  if (tokens === undefined) {
    tokens = placeTells(word) ? null : wordTokens(toAscii(word), null)
    knownLatin.set(word, tokens)
  }
  return tokens
}

/** Whether a word has no letters but Latin ones. */
export function isLatin(word: string): boolean {
  return scriptOfWord(word) === 'latin' && !MIXED.test(word)
}

/** A letter outside the Latin blocks: the word has a second script. */
const MIXED = /(?=[^\u0000-\u024f\u1e00-\u1eff])\p{L}/u

/** Whether a word may be something else beside other words: part of a phrase, a number, a letter, a form with a slip. */
export function placeTells(word: string): boolean {
  return (
    word.length === 1 ||
    word === 'no' ||
    sensesOf(word) !== undefined ||
    isNumeric(word) ||
    ARTICLES.has(word) ||
    toAscii(word).length === 1 ||
    nearForm(toAscii(word)) !== null
  )
}

/** A Latin word that is a word and nothing else; "servant of" is cut from the name behind it. */
export function wordTokens(text: string, second: string | null): Token[] {
  const parts = text.startsWith('abd') ? splitServant(text) : null
  if (parts) return [latinToken(parts[0], 'word', 'abdul'), latinToken(parts[1], 'word', null)]
  if (isServant(text)) return [latinToken(text, 'word', 'abdul')]
  const token = latinToken(text, 'word', null)
  return [second === null ? token : { ...token, variants: [second] }]
}

const ARTICLES = new Set([
  'ad',
  'an',
  'ar',
  'as',
  'ash',
  'at',
  'az',
  'ed',
  'en',
  'er',
  'es',
  'esh',
  'et',
  'ez',
])

/** The Arabic article in the shape it takes before the next word: an-Nour, ash-Shabab, er-Rashid. */
export function isArticle(words: readonly string[], at: number): boolean {
  const word = words[at]!
  return ARTICLES.has(word) && (words[at + 1]?.startsWith(word.slice(1)) ?? false)
}

/** A token of a Latin word. */
export function latinToken(text: string, role: TokenRole, concept: string | null): Token {
  return { text, variants: NONE, native: text, script: 'latin', role, concept }
}

const NONE: readonly string[] = []
