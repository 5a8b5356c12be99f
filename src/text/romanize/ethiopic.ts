import { fillVowels } from './letters.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Ethiopic (Amharic and Tigrinya), after BGN/PCGN 1967 without its marks. A sign is a consonant with one of seven
 * vowels; signs stand in Unicode in rows of eight, one row a consonant, in the order of the vowels. The sixth vowel is
 * silent or a short i.
 */

const FIRST_SIGN = 0x1200
/** The consonants of the rows from U+1200; `-` is the glottal stop, which is not spelled. */
const rows =
  'h l h m s r s sh q qw q qw b v t ch h hw n ny - k kw kh kw w - z zh y d d j g gw g t ch p ts ts f p'.split(
    ' ',
  )
const vowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa']
const GLOTTAL = new Set([20, 26])

/** Reads one Ethiopic word. */
export function romanizeEthiopic(word: string): readonly RomanToken[] {
  const usual = fillVowels(readSigns(word, 'e'), { first: 'i', rest: 'i', last: 'i' })
  const open = fillVowels(readSigns(word, 'a'), { first: 'i', rest: 'i', last: 'i' })
  const bare = readSigns(word, 'e').join('')
  return [
    makeRomanToken(word, [
      usual,
      bare,
      open,
      usual.replaceAll('q', 'k'),
      fillVowels(readSigns(word, 'e'), { first: 'e', rest: 'e', last: 'e' }),
      open.replaceAll('q', 'k').replaceAll('ts', 's'),
      usual.replaceAll('ts', 't').replaceAll('q', 'g'),
      usual.replaceAll('wa', 'ua').replaceAll('ch', 'tch'),
    ]),
  ]
}

/** Consonants and vowels of a word; `first` is how the first vowel is spelled. */
function readSigns(word: string, first: 'a' | 'e'): string[] {
  const units: string[] = []
  for (const sign of word) {
    const place = sign.codePointAt(0)! - FIRST_SIGN
    const row = rows[place >> 3]
    if (place < 0 || row === undefined) {
      if (sign < '\u0080') units.push(sign)
      continue
    }
    const order = place & 7
    if (!GLOTTAL.has(place >> 3)) units.push(row)
    else if (order === 5) units.push('i')
    const vowel = order === 0 ? (GLOTTAL.has(place >> 3) ? 'a' : first) : vowels[order]!
    if (order === 7) units.push('w', 'a')
    else if (vowel !== '') units.push(vowel)
  }
  return units
}
