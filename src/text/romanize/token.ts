import type { TokenRole } from '../name.js'

/** A word in Latin letters, with the word it was read from. */
export interface RomanToken {
  /** The usual spelling, `[a-z0-9]+`, with `?` for a lost letter; for scripts without a table, the word itself. */
  readonly text: string
  /** Other spellings under which the same word is known, `[a-z0-9]+`, likeliest first; at most 7, never `text`. */
  readonly variants: readonly string[]
  /** The word in its own script. */
  readonly native: string
  /** What words of the same meaning share (see `Token.concept`); null when the word stands for itself. */
  readonly concept: string | null
  /** What the word does in the name, where the script says so; absent for ordinary words. */
  readonly role?: TokenRole
}

/** What is known of a word beyond its spelling. */
export interface WordSense {
  readonly concept: string | null
  readonly role: TokenRole
}

/** Most spellings a token has beside its text. */
export const MAX_VARIANTS = 7

/** All but letters, digits, and the `?` that fold() leaves for a lost letter. */
const NOT_ASCII = /[^a-z0-9?]+/g

/**
 * A token of the given spellings: the first one that is not empty becomes the text, the rest its variants.
 * A word that no table can read keeps its code points in hexadecimal, so that it is neither lost nor equal to another.
 *
 * @param native the word in its own script.
 * @param spellings Latin spellings, likeliest first; repeated and empty ones are passed over.
 */
export function makeRomanToken(native: string, spellings: Iterable<string>, sense?: WordSense): RomanToken {
  const distinct = new Set<string>()
  for (const spelling of spellings) {
    const plain = spelling.replace(NOT_ASCII, '')
    if (plain !== '') distinct.add(plain)
    if (distinct.size > MAX_VARIANTS) break
  }
  const [text = codePoints(native), ...variants] = distinct
  if (sense === undefined || sense.role === 'word')
    return { text, variants, native, concept: sense?.concept ?? null }
  return { text, variants, native, concept: sense.concept, role: sense.role }
}

function codePoints(word: string): string {
  return Array.from(word, (letter) => `u${letter.codePointAt(0)?.toString(16)}`).join('')
}
