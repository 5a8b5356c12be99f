import data from '../../../data/names/romanization/arabic.json' with { type: 'json' }
import { readVowelless, type VowelLetters, type VowellessSystem } from './abjad.js'
import { letters } from './letters.js'
import { readWordTables } from './lexicon.js'
import { makeRomanToken, type RomanToken, type WordSense } from './token.js'

/**
 * Arabic, Persian and Urdu. Short vowels are not written, so frequent names are looked up with the spellings they are
 * known by; what is not in the table is read by rule, in UNGEGN (2017) and BGN/PCGN without marks, then as Maghrebi
 * French, Persian and foreign names are spelled. The article is a token of its own, because it is written apart, with
 * a hyphen, or not at all in Latin. Compounds with Abd al- are taken apart; those with endings (Nasr Allah, Salah
 * al-Din, -zadeh) are put together from their parts when they are written as one word.
 */

const base =
  'ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n ه h و w ي y ء - ' +
  'پ p چ ch ژ zh گ g ڤ v ڨ g ٹ t ڈ d ڑ r ں n ھ h ټ t ډ d ړ r ښ sh ږ zh ګ g ڼ n ځ dz څ ts ڭ ng ڠ ng ۆ v ڕ r ڵ l'

const longVowels = 'ا a و u ي i ى a ه a ے e ې e ۍ ai ێ e ە a'
const a = { first: 'a', rest: 'a', last: 'i' }

const system = (consonants: string, vowels: string, fill: VowellessSystem['fill']): VowellessSystem => ({
  consonants: letters(base, consonants),
  vowels: letters(longVowels, vowels),
  fill,
})

const usual = system('', '', a)
const lax = system('', '', { first: 'i', rest: 'a', last: 'i' })
const rounded = system('', '', { first: 'u', rest: 'a', last: 'i' })
const persian = system('و v ث s ذ z ض z ق gh', 'ه eh و ou', { first: 'a', rest: 'a', last: 'e' })
const french = system('ج dj ش ch و ou ق k ث t ذ d', 'و ou', { first: 'e', rest: 'e', last: 'e' })
const foreign = system('غ g ق k ث th ذ d ج j', '', null)
const foreignLow = system('غ g ق k ث t ذ z ج g خ h ك c', 'و o ي e ه e', null)
const doubled = system('ق k', 'و oo ي ee ه ah', { first: 'a', rest: 'a', last: 'e' })
const systems = [usual, rounded, foreignLow, foreign, lax, french, persian, doubled]

const roles: VowelLetters = { alef: 'ا', weak: ['و', 'ي'], final: ['ه', 'ى', 'ے', 'ە'] }

const ALEFS = /[أإآٱٲٳ]/g
const plain = letters('ؤ و ئ ي ی ي ى ي ڪ ك ک ك ة ه ۀ ه ۂ ه ہ ه ۃ ه ھ ه')
const PLAIN = new RegExp(`[${[...plain.keys()].join('')}]`, 'g')

/** One form for the letters that Arabic, Persian and careless typing write differently. */
function normalize(word: string): string {
  return word.replace(ALEFS, 'ا').replace(PLAIN, (letter) => plain.get(letter)!)
}

const table = (rows: Readonly<Record<string, string>>) =>
  new Map(Object.entries(rows).map(([word, spellings]) => [normalize(word), spellings.split(' ')] as const))
const names = table(data.names)
const endings = [...table(data.endings)].sort(([one], [other]) => other.length - one.length)
const words = readWordTables(data, normalize)

/** Words that only connect names: concept (see particles.json), then spellings. */
const particles: ReadonlyMap<string, readonly [concept: string | null, ...spellings: string[]]> = new Map([
  ['ال', ['al', 'al', 'el', 'ul']],
  ['بن', ['bin', 'bin', 'ben', 'ibn']],
  ['ابن', ['bin', 'ibn', 'bin', 'ben']],
  ['بنت', ['bint', 'bint']],
  ['ولد', ['ould', 'ould', 'wuld', 'walad']],
  ['و', ['and', 'wa', 'va', 'o']],
])
const ARTICLE = 'ال'
/** Abd al-, servant of: it opens names of which the second part is often written apart. */
const SERVANT = 'عبدال'
/** Before these the l of the article sounds like them. */
const sunLetters = letters('ت t ث th د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ن n')

/** Reads one word of Arabic letters. */
export function romanizeArabic(native: string): readonly RomanToken[] {
  const word = normalize(native)
  const particle = particles.get(word)
  if (particle !== undefined) {
    const [concept, ...spellings] = particle
    return [makeRomanToken(native, spellings, { concept, role: 'particle' })]
  }
  const bare = word.startsWith('لل') && words.has(word.slice(2)) ? word.slice(2) : word
  if (bare.startsWith(SERVANT) && bare.length > SERVANT.length + 1 && !names.has(bare)) {
    const servant = makeRomanToken(SERVANT, ['abdul', 'abd', 'abdel', 'abdal', 'abdol'])
    return [servant, readWord(bare.slice(SERVANT.length), native.slice(SERVANT.length))]
  }
  if (!bare.startsWith(ARTICLE) || bare.length < 5 || names.has(bare)) return [readWord(bare, native)]
  const rest = bare.slice(ARTICLE.length)
  const sun = sunLetters.get(rest[0]!)
  const article = sun === undefined ? ['al', 'el', 'ul'] : ['al', 'el', 'ul', `a${sun}`, `e${sun}`]
  const sense: WordSense = { concept: 'al', role: 'particle' }
  return [makeRomanToken(ARTICLE, article, sense), readWord(rest, native.slice(ARTICLE.length))]
}

function readWord(word: string, native: string): RomanToken {
  const known = words.get(word)
  if (known !== undefined) {
    const named = names.get(word) ?? []
    return makeRomanToken(native, [...known.spellings, ...named, ...readByRule(word)], known)
  }
  return makeRomanToken(native, [...spellName(word), ...readByRule(word)])
}

/** Spellings of a name in the table, or made of parts in the table; none when it is not. */
function spellName(word: string): readonly string[] {
  const found = names.get(word)
  if (found !== undefined) return found
  for (const [ending, spellings] of endings) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue
    const start = word.slice(0, -ending.length)
    return join(names.get(start) ?? readByRule(start), spellings)
  }
  const stem = names.get(word.slice(0, -1)) ?? []
  if (word.endsWith('ي')) return stem.map((spelling) => `${spelling.replace(/a$/, '')}i`)
  return word.endsWith('ه') ? stem.map((spelling) => `${spelling}a`) : []
}

/** Pairs of the likeliest spellings: first with first, then each other start and end with the likeliest partner. */
function join(starts: readonly string[], ends: readonly string[]): string[] {
  const joined = [`${starts[0]}${ends[0]}`]
  for (let i = 1; i < Math.max(starts.length, ends.length) && i < 4; i++) {
    joined.push(`${starts[i] ?? starts[0]}${ends[i] ?? ends[0]}`, `${starts[i] ?? starts[0]}${ends[0]}`)
  }
  return joined
}

function readByRule(word: string): string[] {
  return systems.map((one) => readVowelless(word, one, roles))
}
