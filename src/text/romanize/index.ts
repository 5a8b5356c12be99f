import type { Kind } from '../../model/vocabulary.js'
import type { Script } from '../name.js'
import { romanizeArabic } from './arabic.js'
import { romanizeArmenian, romanizeGeorgian } from './caucasian.js'
import { romanizeCyrillic } from './cyrillic.js'
import { romanizeDevanagari } from './devanagari.js'
import { romanizeEthiopic } from './ethiopic.js'
import { romanizeGreek } from './greek.js'
import { romanizeHan } from './han.js'
import { romanizeHangul } from './hangul.js'
import { romanizeHebrew } from './hebrew.js'
import { romanizeKana } from './kana.js'
import { scriptOf } from './script.js'
import { romanizeThai } from './thai.js'
import { makeRomanToken, type RomanToken } from './token.js'

export { scriptOf } from './script.js'
export type { RomanToken } from './token.js'

/**
 * Romanization: a word of any script in the Latin spellings under which lists may know it. There is no one right
 * spelling, so each script offers several whole-word readings, at most eight, and comparison takes the closest.
 */

/** Longest word that is read, in UTF-16 units. */
const MAX_RUN = 64

/**
 * Reads one folded word.
 *
 * @param run the word: lower case, NFC, no spaces; of more than 64 UTF-16 units the first 64 are read. Never throws.
 * @param script the script of its letters; stretches of other scripts inside a word written without spaces are read
 * as their own script.
 * @param kind of what the word is the name, where known; it decides whether names of persons or words of business are
 * looked for where the script does not separate words.
 * @returns one token, or several where the script does not separate words or the Arabic article is attached. Empty only
 * for an empty run.
 */
export function romanizeRun(run: string, script: Script, kind?: Kind): readonly RomanToken[] {
  const word = run.length > MAX_RUN ? cut(run) : run
  if (word === '') return []
  return cutByScript(word, script).flatMap((piece) => romanizeWord(piece.text, piece.script, kind))
}

/** The first 64 units, without half a surrogate pair. */
function cut(run: string): string {
  const end = run.charCodeAt(MAX_RUN - 1)
  return run.slice(0, end >= 0xd800 && end < 0xdc00 ? MAX_RUN - 1 : MAX_RUN)
}

/** Scripts that write names without spaces, so that digits and other scripts may be attached. */
const unspaced: ReadonlySet<Script> = new Set(['han', 'hangul', 'kana', 'thai'])

/** Stretches of one script. Digits and Latin letters stay with the letters before them where words are spaced. */
function cutByScript(word: string, script: Script): { script: Script; text: string }[] {
  const pieces: { script: Script; text: string }[] = []
  for (const letter of word) {
    const last = pieces.at(-1)
    const before = last?.script ?? script
    const own =
      letter < '\u0080' && unspaced.has(before) ? 'latin' : (scriptOf(letter.codePointAt(0)!) ?? before)
    const stays = own === before || (letter < '\u0080' && !unspaced.has(before))
    if (last !== undefined && stays) last.text += letter
    else pieces.push({ script: stays ? before : own, text: letter })
  }
  return pieces
}

function romanizeWord(word: string, script: Script, kind: Kind | undefined): readonly RomanToken[] {
  switch (script) {
    case 'cyrillic':
      return romanizeCyrillic(word)
    case 'greek':
      return romanizeGreek(word)
    case 'arabic':
      return romanizeArabic(word)
    case 'hebrew':
      return romanizeHebrew(word)
    case 'hangul':
      return romanizeHangul(word, kind)
    case 'han':
      return romanizeHan(word, kind)
    case 'kana':
      return romanizeKana(word)
    case 'devanagari':
      return romanizeDevanagari(word)
    case 'thai':
      return romanizeThai(word)
    case 'armenian':
      return romanizeArmenian(word)
    case 'georgian':
      return romanizeGeorgian(word)
    case 'ethiopic':
      return romanizeEthiopic(word)
    case 'latin':
    case 'other':
      return [keep(word)]
  }
}

/** A word that is Latin already, or of a script that has no table. */
function keep(word: string): RomanToken {
  const token = makeRomanToken(word, [word])
  return /[a-z0-9]/.test(word) ? token : { ...token, text: word }
}
