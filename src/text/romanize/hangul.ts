import data from '../../../data/names/romanization/hangul.json' with { type: 'json' }
import type { Kind } from '../../model/vocabulary.js'
import { cutIntoWords, readWordTables } from './lexicon.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Korean. A syllable is one code point made of an opening, a vowel and a closing, so spelling it is arithmetic. Names
 * are spelled syllable by syllable; sound changes between syllables are not written in them. The usual spelling is
 * that of the DPRK (1992, 2002) without its marks, which lists of sanctioned parties follow; the variants are
 * McCune–Reischauer (1939), Revised Romanization (2000), and the habits of passports in the South (Young, Sung, Woo).
 * A word of three syllables that begins with a surname is a person's name unless it is made of words of business.
 */

const FIRST_SYLLABLE = 0xac00
const SYLLABLES = 11172

/** One system: openings, openings after a vowel or sonorant, vowels and closings, in the order of Unicode. */
interface System {
  readonly openings: readonly string[]
  readonly voiced: readonly string[]
  readonly vowels: readonly string[]
  readonly closings: readonly string[]
}

const list = (text: string) => text.split(' ').map((part) => (part === '-' ? '' : part))

const closings = list('- k k k n n n t l k m l l l p l m p p t t ng t t k t p -')
const oldVowels = list('a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i')

const dprk: System = {
  openings: list('k kk n t tt r m p pp s ss - j jj ch kh th ph h'),
  voiced: list('g kk n d tt r m b pp s ss - j jj ch kh th ph h'),
  vowels: oldVowels,
  closings,
}
const mccune: System = {
  openings: list('k kk n t tt r m p pp s ss - ch tch ch k t p h'),
  voiced: list('g kk n d tt r m b pp s ss - j tch ch k t p h'),
  vowels: oldVowels,
  closings,
}
const plainDprk: System = { ...mccune, openings: list('k kk n t tt r m p pp s ss - j jj ch k t p h') }
const revisedOpenings = list('g kk n d tt r m b pp s ss - j jj ch k t p h')
const revised: System = {
  openings: revisedOpenings,
  voiced: revisedOpenings,
  vowels: list('a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'),
  closings,
}
const passportOpenings = list('k k n d d r m b b s s - j j ch k t p h')
const passport: System = {
  openings: passportOpenings,
  voiced: passportOpenings,
  vowels: list('a ae ya yae u e yu ye o wa wae oe yo u wo we wi yu u i i'),
  closings,
}
const english: System = {
  ...passport,
  openings: list('k k n d d l m b b s s - j j ch k t p h'),
  vowels: list('a ae ya yae u e you ye o wa wae oi yo oo wo we wi yoo eu ee i'),
}
const loan: System = {
  openings: list('g k n d t l m b p s s - j ch ch k t f h'),
  voiced: list('g k n d t r m v p s s - z ch ch k t f h'),
  vowels: list('a a ya ye e e ye ye o wa we oe yo u wo we wi yu - i i'),
  closings: list('- c k k n n n t l k m l l l p l m p p s t ng t t k t p -'),
}

const loanLateral: System = {
  ...loan,
  openings: list('g k n d t l m b p s s - z ch ch c t p h'),
  voiced: list('g k n d t l m b p s s - z ch ch c t p h'),
}

const givenNames = [dprk, plainDprk, mccune, revised, passport, english]
const otherWords = [...givenNames, loan, loanLateral]

const surnames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(data.surnames).map(([surname, spellings]) => [surname, spellings.split(' ')]),
)
const words = readWordTables(data, (word) => word)
const LONGEST_WORD = 6

/**
 * Reads one word of Hangul.
 *
 * @param kind of what the word is the name, where known: in names of persons no words of business are looked for.
 */
export function romanizeHangul(word: string, kind?: Kind): readonly RomanToken[] {
  const alone = surnames.get(word)
  if (alone !== undefined) return [makeRomanToken(word, alone)]
  const pieces = kind === 'person' ? [] : cutIntoWords(word, words, LONGEST_WORD)
  const allKnown = pieces.length > 0 && pieces.every((piece) => piece.known)
  if ((kind === undefined || kind === 'person') && !allKnown) {
    const name = readPersonName(word)
    if (name !== null) return name
  }
  if (pieces.length === 0) return [makeRomanToken(word, spell(word, otherWords))]
  return pieces.map(({ text, known }) => {
    if (known === null) return makeRomanToken(text, spell(text, otherWords))
    const bySyllable = spell(text, [dprk, revised, mccune])
    const spellings =
      known.role === 'word' ? [...known.spellings, ...bySyllable] : [...bySyllable, ...known.spellings]
    return makeRomanToken(text, spellings, known)
  })
}

/** Surname and given name; null when the word is not made of them. */
function readPersonName(word: string): readonly RomanToken[] | null {
  const size = word.length === 4 ? 2 : 1
  const surname = word.slice(0, size)
  const spellings = surnames.get(surname)
  if (spellings === undefined || word.length - size !== 2) return null
  return [
    makeRomanToken(surname, spellings),
    makeRomanToken(word.slice(size), spell(word.slice(size), givenNames)),
  ]
}

function spell(word: string, systems: readonly System[]): string[] {
  return systems.map((system) => spellIn(system, word))
}

const SONORANT = /[aeioulmn]$|ng$/

function spellIn({ openings, voiced, vowels, closings: ends }: System, word: string): string {
  let text = ''
  for (const letter of word) {
    const index = letter.charCodeAt(0) - FIRST_SYLLABLE
    if (index < 0 || index >= SYLLABLES) continue
    const opening = Math.floor(index / 588)
    const vowel = Math.floor((index % 588) / 28)
    text += (SONORANT.test(text) ? voiced : openings)[opening]! + vowels[vowel]! + ends[index % 28]!
  }
  return text
}
