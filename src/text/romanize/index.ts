import anyAscii from 'any-ascii'
import type { Script, TokenRole } from '../name.js'
import { romanizeHangul } from './hangul.js'

/**
 * Romanization. Every script is read letter by letter through the any-ascii table; vowels that Arabic and Hebrew leave
 * unwritten are left to the sound keys of the comparison.
 */

/** A word in Latin letters, with the word it was read from. */
export interface RomanToken {
  readonly text: string
  readonly variants: readonly string[]
  readonly native: string
  readonly concept: string | null
  readonly role?: TokenRole
}

const scripts: readonly (readonly [RegExp, Script])[] = [
  [/\p{Script=Latin}/u, 'latin'],
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Hangul}/u, 'hangul'],
  [/\p{Script=Han}/u, 'han'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'kana'],
  [/\p{Script=Devanagari}/u, 'devanagari'],
  [/\p{Script=Thai}/u, 'thai'],
  [/\p{Script=Armenian}/u, 'armenian'],
  [/\p{Script=Georgian}/u, 'georgian'],
  [/\p{Script=Ethiopic}/u, 'ethiopic'],
]

/** The script of a letter; null for anything that is not a letter. */
export function scriptOf(codePoint: number): Script | null {
  if (codePoint < 128) {
    return (codePoint >= 97 && codePoint <= 122) || (codePoint >= 65 && codePoint <= 90) ? 'latin' : null
  }
  const letter = String.fromCodePoint(codePoint)
  if (!/\p{L}/u.test(letter)) return null
  return scripts.find(([pattern]) => pattern.test(letter))?.[1] ?? 'other'
}

const MAX_RUN = 64

/** Reads one word of one script. */
export function romanizeRun(run: string, script: Script): readonly RomanToken[] {
  const native = run.slice(0, MAX_RUN)
  const text = anyAscii(native)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  if (script === 'hangul') return romanizeHangul(native)
  return [{ text: text || native, variants: [], native, concept: null }]
}
