import { letters } from './letters.js'
import { makeRomanToken, type RomanToken, type WordSense } from './token.js'

/**
 * Thai, after the Royal Thai General System (1999). Vowels are written before, above, below and after their consonant,
 * two short ones not at all, and consonants that close a syllable are heard differently from how they are spelled. The
 * reader walks the word syllable by syllable: a vowel sign that stands before, one or two consonants, a vowel sign that
 * follows, and a closing consonant when the next one is not needed for a syllable of its own. Names are as often
 * spelled by letter as by sound (Porn for phon, Vajira for Wachira), hence the variants.
 */

/** Consonants as they open a syllable. */
const openings = letters(
  'ก k ข kh ฃ kh ค kh ฅ kh ฆ kh ง ng จ ch ฉ ch ช ch ซ s ฌ ch ญ y ฎ d ฏ t ฐ th ฑ th ฒ th ณ n ด d ต t ถ th ท th ธ th น n ' +
    'บ b ป p ผ ph ฝ f พ ph ฟ f ภ ph ม m ย y ร r ล l ว w ศ s ษ s ส s ห h ฬ l อ - ฮ h',
)
/** Consonants as they close a syllable, where that differs. */
const closings = letters(
  'ข k ฃ k ค k ฅ k ฆ k จ t ฉ t ช t ซ t ฌ t ญ n ฎ t ฐ t ฑ t ฒ t ณ n ด t ถ t ท t ธ t บ p ผ p ฝ p พ p ฟ p ภ p ' +
    'ย i ร n ล n ว o ศ t ษ t ส t ฬ n ห -',
)
/** The letters of Indic words, as names spell them: closings are spelled like openings. */
const spelledOpenings = new Map([...openings, ...letters('จ j ช ch ข kh ค k พ p ท t ธ t ภ b ว v ฒ t ฐ t')])
const spelledClosings = letters('ญ n ย i ว w ข k ค k ช j พ p ท t ธ t ภ p จ j ห -')

const vowelSigns = letters('ะ a ั a า a ิ i ี i ึ ue ื ue ุ u ู u')
const preposed = letters('เ e แ ae โ o ใ ai ไ ai')

const SILENCED = /(?:[ทต]ร|ษณ|[ก-ฮ][ิุ]?)์/g
/** A closing r that is not heard after these: Phet, Wat. */
const SILENT_R = /([ตช])ร$/
const TONES = /[็-๎ๆฯ]/g

/** Words written together with the name they go with, before or after it. */
const attached: readonly (readonly [word: string, sense: WordSense, spelling: string])[] = [
  ['นางสาว', { role: 'title', concept: null }, 'nangsao'],
  ['นาย', { role: 'title', concept: null }, 'nai'],
  ['นาง', { role: 'title', concept: null }, 'nang'],
  ['บริษัท', { role: 'legal-form', concept: 'company' }, 'borisat'],
  ['ธนาคาร', { role: 'generic', concept: 'bank' }, 'thanakhan'],
  ['มหาวิทยาลัย', { role: 'generic', concept: 'university' }, 'mahawitthayalai'],
  ['จ\u0e4dากัด', { role: 'legal-form', concept: 'llc' }, 'chamkat'],
  ['มหาชน', { role: 'legal-form', concept: 'plc' }, 'mahachon'],
]
/** Shortest name that is taken apart from a word attached to it. */
const MIN_NAME = 3

/** Reads one Thai word or name; Thai separates phrases, not words. */
export function romanizeThai(native: string): readonly RomanToken[] {
  const word = native.replaceAll('\u0e33', '\u0e4d\u0e32')
  for (const [part, sense, spelling] of attached) {
    const token = () => makeRomanToken(part, [spelling], sense)
    if (word === part) return [token()]
    if (word.length < part.length + MIN_NAME) continue
    if (word.startsWith(part)) return [token(), ...romanizeThai(word.slice(part.length))]
    if (word.endsWith(part)) return [...romanizeThai(word.slice(0, -part.length)), token()]
  }
  return [readName(word)]
}

function readName(word: string): RomanToken {
  const plain = word.replace(SILENCED, '').replace(TONES, '').replaceAll('ฤ', 'ริ')
  const signs = Array.from(plain)
  const heard = readSyllables(Array.from(plain.replace(SILENT_R, '$1')), openings, closings, 'o')
  const spelled = readSyllables(signs, spelledOpenings, spelledClosings, 'o')
  const half = readSyllables(signs, openings, spelledClosings, 'o')
  const plainStops = heard.replace(/([ptk])h/g, '$1')
  return makeRomanToken(word, [
    heard,
    half,
    plainStops,
    spelled,
    half.replaceAll('ph', 'p').replaceAll('th', 't'),
    plainStops.replaceAll('ch', 'j').replaceAll('w', 'v'),
    half.replaceAll('ue', 'u').replaceAll('w', 'v'),
    readSyllables(signs, spelledOpenings, spelledClosings, 'a'),
  ])
}

/** Position of a reader in the signs of a word. */
interface Cursor {
  readonly signs: readonly string[]
  at: number
}

function readSyllables(
  signs: readonly string[],
  open: ReadonlyMap<string, string>,
  close: ReadonlyMap<string, string>,
  implicit: string,
): string {
  const cursor: Cursor = { signs, at: 0 }
  let text = ''
  while (cursor.at < signs.length) {
    const sign = signs[cursor.at]!
    const before = preposed.get(sign)
    if (before !== undefined) cursor.at++
    else if (!openings.has(sign)) {
      text += vowelSigns.get(sign) ?? (sign < '\u0080' ? sign : '')
      cursor.at++
      continue
    }
    const onset = readOnset(cursor, open, before !== undefined)
    const vowel = before === undefined ? readVowel(cursor, implicit) : readVowelAround(cursor, sign, before)
    text += onset + vowel + (before === 'ai' ? skipSilentY(cursor) : readClosing(cursor, close))
  }
  return text
}

/** The opening consonants: a second one, ร ล or ว, belongs to them when a vowel sign follows it. */
function readOnset(cursor: Cursor, open: ReadonlyMap<string, string>, afterVowel: boolean): string {
  const { signs } = cursor
  const first = signs[cursor.at]
  if (first === undefined || !openings.has(first)) return ''
  cursor.at++
  const second = signs[cursor.at]
  const third = signs[cursor.at + 1] ?? ''
  const followed = vowelSigns.has(third) || third === '\u0e4d' || (afterVowel && openings.has(third))
  const silent = first === 'ห' && second !== undefined && /[งญนมยรลว]/.test(second) && followed
  const cluster = /[กขคตปผพ]/.test(first) && second !== undefined && /[รลว]/.test(second) && followed
  const soft = (first === 'ท' || first === 'ส' || first === 'ศ') && second === 'ร' && followed
  if (!silent && !cluster && !soft) return open.get(first)!
  cursor.at++
  if (soft) return 's'
  return (silent ? '' : open.get(first)!) + open.get(second!)!
}

/** A vowel sign after the consonant, or the vowel that is not written. */
function readVowel(cursor: Cursor, implicit: string): string {
  const { signs } = cursor
  const sign = signs[cursor.at] ?? ''
  const next = signs[cursor.at + 1] ?? ''
  if (sign === '\u0e4d') {
    cursor.at += 2
    return 'am'
  }
  if (sign === 'ั' && next === 'ว') {
    cursor.at += 2
    return 'ua'
  }
  if (vowelSigns.has(sign)) {
    cursor.at++
    if ((sign === 'ื' || sign === 'ึ') && next === 'อ') cursor.at++
    return vowelSigns.get(sign)!
  }
  if (sign === 'ร' && next === 'ร') {
    cursor.at += 2
    return isClosing(cursor) ? 'a' : 'an'
  }
  if (sign === 'อ') {
    cursor.at++
    return 'o'
  }
  if (sign === 'ว' && isConsonant(next) && !takesVowel(signs, cursor.at + 1)) {
    cursor.at++
    return 'ua'
  }
  return isClosing(cursor) ? implicit : 'a'
}

/** A vowel that begins before the consonant and may end after it. */
function readVowelAround(cursor: Cursor, first: string, plain: string): string {
  const rest = cursor.signs.slice(cursor.at, cursor.at + 2).join('')
  const endings: readonly (readonly [string, string])[] =
    first === 'เ'
      ? [
          ['ีย', 'ia'],
          ['ือ', 'uea'],
          ['าะ', 'o'],
          ['า', 'ao'],
          ['อ', 'oe'],
          ['ิ', 'oe'],
          ['ี', 'oe'],
          ['ย', 'oei'],
          ['ะ', 'e'],
        ]
      : [['ะ', plain]]
  for (const [signs, vowel] of endings) {
    if (!rest.startsWith(signs)) continue
    cursor.at += signs.length
    return vowel
  }
  return plain
}

/** The y of ไทย only shows where the word comes from. */
function skipSilentY(cursor: Cursor): string {
  if (cursor.signs[cursor.at] === 'ย' && !takesVowel(cursor.signs, cursor.at)) cursor.at++
  return ''
}

function readClosing(cursor: Cursor, close: ReadonlyMap<string, string>): string {
  const short = cursor.signs[cursor.at - 1] === 'ั' && isConsonant(cursor.signs[cursor.at])
  if (!short && !isClosing(cursor)) return ''
  const sign = cursor.signs[cursor.at++]!
  return close.get(sign) ?? openings.get(sign)!
}

/**
 * Whether the consonant here closes the syllable before it. Consonants without vowel signs pair up to syllables from
 * the right (long-kon), so the first of an odd number is left to the syllable before.
 */
function isClosing({ signs, at }: Cursor): boolean {
  let end = at
  while (isConsonant(signs[end]) && signs[end] !== 'อ' && !takesVowel(signs, end)) end++
  return (end - at) % 2 === 1
}

function takesVowel(signs: readonly string[], at: number): boolean {
  const next = signs[at + 1] ?? ''
  return vowelSigns.has(next) || next === '\u0e4d' || next === 'อ' || (next === 'ร' && signs[at + 2] === 'ร')
}

function isConsonant(sign: string | undefined): boolean {
  return sign !== undefined && openings.has(sign)
}
