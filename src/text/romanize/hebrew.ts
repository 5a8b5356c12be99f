import data from '../../../data/names/romanization/hebrew.json' with { type: 'json' }
import { readVowelless, type VowelLetters, type VowellessSystem } from './abjad.js'
import { letters } from './letters.js'
import { readWordTables } from './lexicon.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Hebrew. Frequent names are looked up; the rest is read by rule after the Academy of the Hebrew Language (2006) and
 * BGN/PCGN 1962, without marks. Variants choose otherwise where letters are ambiguous (b or v, p or f, sh or s, o or u)
 * and follow the German and English spellings of European names. Foreign names write their vowels, so half the
 * readings add none.
 */

const base =
  'ב v ג g ד d ה h ו v ז z ח h ט t י y כ kh ך kh ל l מ m ם m נ n ן n ס s ע - פ f ף f צ ts ץ ts ק k ר r ש sh ת t ' +
  'װ v ײ ai א -'
const hardStops = 'ב b כ k פ p'
const longVowels = 'א a ו o י i ה a'

const system = (consonants: string, vowels: string, fill: VowellessSystem['fill']): VowellessSystem => ({
  consonants: letters(base, consonants),
  vowels: letters(longVowels, vowels),
  fill,
})

const a = { first: 'a', rest: 'a', last: 'e' }
const e = { first: 'e', rest: 'e', last: 'e' }
const systems = [
  system('', '', a),
  system(hardStops, '', null),
  system('', '', null),
  system(`${hardStops} ח ch צ tz`, '', a),
  system(`${hardStops} צ z`, 'ו u י i', e),
  system(`${hardStops} ח kh ש s צ z`, 'ו u ה e', null),
  system('ו w ש sch צ z ח ch ב w', 'י ei', e),
  system(`${hardStops} ק c ת th`, 'א e י e ה a', null),
]

const roles: VowelLetters = { alef: 'א', weak: ['ו', 'י'], final: ['ה'] }

const names = new Map(Object.entries(data.names).map(([name, spellings]) => [name, spellings.split(' ')]))
const words = readWordTables(data, (word) => word)

/** These stops are always hard where a word begins. */
const initialStops = letters(hardStops)

/** Reads one Hebrew word. */
export function romanizeHebrew(word: string): readonly RomanToken[] {
  const known = words.get(word) ?? (word.startsWith('ה') ? words.get(word.slice(1)) : undefined)
  const spellings = known?.spellings ?? names.get(word) ?? []
  return [makeRomanToken(word, [...spellings, ...systems.map((one) => readWord(word, one))], known)]
}

function readWord(word: string, one: VowellessSystem): string {
  // A doubled letter is a consonant, or the diphthong ai, wherever it stands.
  const doubled = word.replaceAll('וו', 'װ').replaceAll('יי', 'ײ')
  const text = readVowelless(doubled, one, roles)
  const hard = initialStops.get(word[0]!)
  return hard === undefined ? text : text.replace(/^(?:v|w|kh|f|b|k|p)/, hard)
}
