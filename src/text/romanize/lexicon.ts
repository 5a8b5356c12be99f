import type { TokenRole } from '../name.js'
import type { WordSense } from './token.js'

/** A word that is known as a whole. */
export interface KnownWord extends WordSense {
  /** Spellings beside the one that the script's own rules give, likeliest first. */
  readonly spellings: readonly string[]
}

/** Words of organizations and places in one language, as the data files hold them. */
export interface WordTables {
  /** Concept of a generic word → words in the script, separated by spaces. */
  readonly generic: Readonly<Record<string, string>>
  /** Class of legal form → words in the script. */
  readonly legal: Readonly<Record<string, string>>
  /** Latin spellings, separated by spaces → words in the script that are proper names or have no concept. */
  readonly words: Readonly<Record<string, string>>
}

/** Words by their form in the script; a word after `/` in the data is a further spelling of the one before it. */
export function readWordTables(
  tables: WordTables,
  normalize: (word: string) => string,
): ReadonlyMap<string, KnownWord> {
  const known = new Map<string, KnownWord>()
  const add = (rows: Readonly<Record<string, string>>, role: TokenRole) => {
    for (const [key, words] of Object.entries(rows)) {
      for (const row of words.split(' ')) {
        const [word = '', ...read] = row.split('/')
        const spellings =
          role === 'generic' ? [...read, key] : role === 'word' ? [...read, ...key.split(' ')] : read
        known.set(normalize(word), { role, concept: role === 'word' ? null : key, spellings })
      }
    }
  }
  add(tables.words, 'word')
  add(tables.generic, 'generic')
  add(tables.legal, 'legal-form')
  return known
}

/** A stretch of a text that is written without spaces; `known` is null between known words. */
export interface Piece {
  readonly text: string
  readonly known: KnownWord | null
}

/** Cuts a text into known words and what lies between them, the longest word first at every place. */
export function cutIntoWords(
  text: string,
  known: ReadonlyMap<string, KnownWord>,
  longest: number,
): readonly Piece[] {
  const pieces: Piece[] = []
  let rest = ''
  for (let at = 0; at < text.length; ) {
    let size = Math.min(longest, text.length - at)
    while (size > 1 && !known.has(text.slice(at, at + size))) size--
    const word = size > 1 ? known.get(text.slice(at, at + size)) : undefined
    if (word === undefined) rest += text[at++]
    else {
      if (rest !== '') pieces.push({ text: rest, known: null })
      pieces.push({ text: text.slice(at, at + size), known: word })
      rest = ''
      at += size
    }
  }
  if (rest !== '') pieces.push({ text: rest, known: null })
  return pieces
}
