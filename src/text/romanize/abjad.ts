import { type Fill, fillVowels } from './letters.js'

/**
 * What Arabic and Hebrew writing share: letters that are consonants in one place and long vowels in another, and
 * short vowels that are not written. One system is a table of consonants, a spelling of each long vowel, and the vowels
 * to write where none is written.
 */

/** One way of reading words written without short vowels. */
export interface VowellessSystem {
  readonly consonants: ReadonlyMap<string, string>
  /** Long vowels: the letter as a vowel. */
  readonly vowels: ReadonlyMap<string, string>
  /** Vowels for those not written; null to write none, as foreign names want, whose vowels are written in full. */
  readonly fill: Fill | null
}

/** The letters of an abjad that matter to vowels. */
export interface VowelLetters {
  /** Opens a word with a vowel and is one elsewhere. */
  readonly alef: string
  /** Vowels between consonants, consonants beside a vowel. */
  readonly weak: readonly string[]
  /** Vowels at the end of a word after a consonant. */
  readonly final: readonly string[]
}

/** Reads a word in one system. */
export function readVowelless(word: string, system: VowellessSystem, role: VowelLetters): string {
  const units: string[] = []
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!
    const vowel = vowelAt(word, i, units.at(-1), system, role)
    const consonant = system.consonants.get(letter)
    if (vowel !== undefined) units.push(vowel)
    else if (consonant !== undefined) units.push(consonant)
    else if (letter < '\u0080') units.push(letter)
  }
  return system.fill === null ? units.join('') : fillVowels(units, system.fill)
}

const VOWEL_END = /[aeiou]$/

function vowelAt(
  word: string,
  at: number,
  before: string | undefined,
  { vowels }: VowellessSystem,
  { alef, weak, final }: VowelLetters,
): string | undefined {
  const letter = word[at]!
  const next = word[at + 1]
  if (letter === alef) {
    if (at > 0) return vowels.get(letter)
    return next !== undefined && weak.includes(next) && word[at + 2] !== undefined ? '' : vowels.get(letter)
  }
  if (weak.includes(letter)) {
    if (at === 0) return undefined
    if (before === '' && at === 1 && word[0] === alef) return vowels.get(letter)
    if (before !== undefined && VOWEL_END.test(before)) return undefined
    return next === alef || (next !== undefined && final.includes(next)) ? undefined : vowels.get(letter)
  }
  const afterConsonant = before !== undefined && !VOWEL_END.test(before)
  return final.includes(letter) && next === undefined && afterConsonant ? vowels.get(letter) : undefined
}
