import letterTable from '../../data/names/letters.json' with { type: 'json' }
import { decodeEntities } from './entities.js'
import { unmixScripts } from './homoglyphs.js'

/**
 * The comparable form of a text in its own script: lower-case words of letters and digits, one space between them.
 *
 * What is undone: character references, full width and other compatibility forms (NFKC), case, invisible characters,
 * marks on letters of scripts in which names are also written without them, letters that Unicode does not decompose
 * (ø, ł, ß), foreign digits, lookalike letters, apostrophes inside words, periods inside acronyms. `&` and `+` between
 * words become `and`. A letter that was lost (`?` or U+FFFD after a letter) stays as `?`; any other character separates
 * words. Each step is one linear pass, and folding twice is folding once: no step leaves work for an earlier one.
 *
 * Marks are kept where they make another letter: Cyrillic й ї ў ѓ ќ, the vowel signs of Indic scripts and Thai,
 * kana voicing marks.
 */

/** Version of the folded forms: stored indexes made by another version must not be used. */
export const NORMALIZER_VERSION = '1'

const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/
const NON_ASCII = /[^\u0000-\u007f]/
/**
 * Nothing but letters of Latin-1 and Latin Extended-A, digits, and signs that only separate words. A period inside a word
 * may be that of an acronym; letters that stand for two, or for one and an apostrophe, are left out.
 */
const SIMPLE =
  /^[A-Za-z0-9 .,:;()/\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e-]*$/
const INNER_PERIOD = /\.[^ .,:;()/-]/
const SEPARATORS = /[ .,:;()/-]+/g
const MARKED = /[\u00df-\u017e]/g

/**
 * The comparable form of `text`.
 *
 * @param text any string, lone surrogates included.
 * @returns words of letters, digits and `?` separated by single spaces; empty when there are none.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  if (SIMPLE.test(text) && !INNER_PERIOD.test(text)) return foldSimple(text)
  const visible = removeInvisible(decodeEntities(text))
  return NON_ASCII.test(visible) ? foldUnicode(visible) : foldMarksOfWriting(visible.toLowerCase())
}

function foldSimple(text: string): string {
  const lower = text.replace(SEPARATORS, ' ').trim().toLowerCase()
  return NON_ASCII.test(lower) ? lower.replace(MARKED, foldMarked).replace(/\u0307/g, '') : lower
}

/** Latin letters with marks, folded before. */
const foldedMarked = new Map<string, string>()

function foldMarked(letter: string): string {
  let folded = foldedMarked.get(letter)
  if (folded === undefined) {
    folded = foldUnicode(letter)
    foldedMarked.set(letter, folded)
  }
  return folded
}

/** White space that some systems send in control characters; all other controls are noise. */
const CONTROL_SPACE = /[\t-\r\u0085\u2028\u2029]/g
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

/** Removes characters nobody sees: controls, zero-width and bidi marks, soft hyphens, fillers, lone surrogates. */
export function removeInvisible(text: string): string {
  return text.replace(CONTROL_SPACE, ' ').replace(INVISIBLE, '')
}

/** Quotes, primes and letter-like apostrophes. NFKC turns some into spaces and makes others out of letters (ŉ). */
const APOSTROPHES = /[`´‘’‛ʹʻʼʽʾʿˈˊˋ′‵ʾʿ՚׳״＇\u1fbd\u1fbf\u1ffd\u1ffe]/g
/** Tatweel only stretches an Arabic word. */
const TATWEEL = /\u0640/g

/** Brings compatibility forms and apostrophes into their plain shape, keeping case and marks. */
export function composeCompatible(text: string): string {
  const composed = text.replace(APOSTROPHES, "'").normalize('NFKC').replace(APOSTROPHES, "'")
  return removeInvisible(composed.replace(TATWEEL, '')).replace(/\ufffd/g, '?')
}

function foldUnicode(text: string): string {
  const cased = unmixScripts(composeCompatible(text))
  const bare = cased.toLowerCase().normalize('NFKD').replace(STRIPPED, stripMarks).normalize('NFC')
  const spelled = bare.replace(SPECIAL, (letter) => special.get(letter) ?? letter)
  return unmixScripts(foldMarksOfWriting(spelled)).normalize('NFC')
}

/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic with the letter before them, if it is one that may keep its own. */
const STRIPPED =
  /([иугкі]?)[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g

/** Cyrillic letter and the mark that makes another letter of it: й ў ѓ ќ ї. */
const lettersWithMark: ReadonlyMap<string, string> = new Map([
  ['и', '\u0306'],
  ['у', '\u0306'],
  ['г', '\u0301'],
  ['к', '\u0301'],
  ['і', '\u0308'],
])

function stripMarks(marked: string, letter: string): string {
  const mark = lettersWithMark.get(letter)
  return mark !== undefined && marked.includes(mark) ? letter + mark : letter
}

/** Zero of each run of ten digits outside ASCII. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
]
const special = new Map(Object.entries(letterTable.letters))
for (const zero of zeros) {
  for (let digit = 0; digit < 10; digit++) special.set(String.fromCharCode(zero + digit), String(digit))
}
const SPECIAL = new RegExp(`[${[...special.keys()].join('')}]`, 'g')

const ACRONYM = /(?<![\p{L}\p{N}\p{M}?])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}\p{M}?])/gu
const GERSHAYIM = /(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g
const INNER_APOSTROPHE = /(?<=[\p{L}\p{M}])'+(?=\p{L})/gu
const LEADING_MARK = /(?<![\p{L}\p{N}\p{M}?])[?\p{M}]+/gu
const SEPARATOR = /[^\p{L}\p{N}\p{M}?&]+/gu

/** Apostrophes, periods, ampersands and all other punctuation of a lower-case text. */
function foldMarksOfWriting(text: string): string {
  const words = text
    .replace(GERSHAYIM, '')
    .replace(INNER_APOSTROPHE, '')
    .replace(ACRONYM, removePeriods)
    .replace(/\+/g, '&')
    .replace(LEADING_MARK, ' ')
    .replace(SEPARATOR, ' ')
  return (words.includes('&') ? spellAnd(words) : words).trim()
}

function removePeriods(acronym: string): string {
  return acronym.replaceAll('.', '')
}

/** `&` between two words is the word and; elsewhere it is noise. */
function spellAnd(text: string): string {
  return text
    .split(/[ &]*&[ &]*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' and ')
}
