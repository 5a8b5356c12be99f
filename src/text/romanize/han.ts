import data from '../../../data/names/romanization/han-names.json' with { type: 'json' }
import type { Kind } from '../../model/vocabulary.js'
import { letters } from './letters.js'
import { cutIntoWords, readWordTables } from './lexicon.js'
import { pinyinOf, wadeGiles } from './pinyin.js'
import { makeRomanToken, type RomanToken } from './token.js'

/**
 * Chinese characters. The usual spelling is Hanyu Pinyin (ISO 7098) without tones; variants are Wade–Giles and, for
 * surnames, the spellings of Hong Kong, Taiwan, Singapore and Malaysia. Chinese does not separate words, so a run is
 * cut: a name of two to four characters that begins with a surname is surname and given name, anything else into words
 * of business and places, longest first, and what lies between them stays together as the proper name.
 *
 * Foreign names are written with a stock of characters that stand for sounds (Xinhua's tables); where a word is made of
 * these alone, the way back is a variant: 斯塔林 is sitalin, and Stalin.
 *
 * Nothing in characters tells Japanese from Chinese: they are read as Chinese, and frequent Japanese surnames get their
 * Japanese reading as a variant. Traditional and Japanese characters are looked up by their simplified form.
 */

const simplified = new Map<string, string>()
for (let i = 0; i + 1 < data.simplified.length; i += 2)
  simplified.set(data.simplified[i]!, data.simplified[i + 1]!)
const SIMPLIFIABLE = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g')

function simplify(text: string): string {
  return text.replace(SIMPLIFIABLE, (character) => simplified.get(character)!)
}

const spellingsOf = (rows: Readonly<Record<string, string>>) =>
  new Map(Object.entries(rows).map(([name, spellings]) => [simplify(name), spellings.split(' ')] as const))
const surnames = spellingsOf(data.surnames)
const japanese = spellingsOf(data.japanese)
const words = readWordTables(data, simplify)
const LONGEST_WORD = 6

/** Characters that write foreign names by sound; R is l or r. */
const transcription = letters(data.transcription)

/**
 * Reads one run of Chinese characters.
 *
 * @param kind of what the run is the name, where known.
 */
export function romanizeHan(run: string, kind?: Kind): readonly RomanToken[] {
  const characters = Array.from(run)
  const text = characters.length === run.length ? simplify(run) : run
  const pieces = kind === 'person' ? [] : cutIntoWords(text, words, LONGEST_WORD)
  if (kind === 'person' || (kind === undefined && isMostlyUnknown(text, pieces))) {
    const name = readPersonName(characters, text)
    if (name !== null) return name
  }
  if (pieces.length === 0) return [readGlued(run, [])]
  let at = 0
  return pieces.map((piece) => {
    const native = run.slice(at, at + piece.text.length)
    at += piece.text.length
    if (piece.known === null) return readGlued(native, japanese.get(piece.text) ?? [])
    const [pinyin, wade] = spell(native)
    return makeRomanToken(native, [pinyin, ...piece.known.spellings, wade], piece.known)
  })
}

/** Short runs may be names of persons even when they contain a word of business (Li Jianshe). */
function isMostlyUnknown(text: string, pieces: readonly { readonly known: unknown }[]): boolean {
  return (
    pieces.every((piece) => piece.known === null) ||
    (text.length <= 3 && pieces.some((piece) => piece.known === null))
  )
}

/** Surname and given name; null when the run does not begin with a surname or is too long. */
function readPersonName(characters: readonly string[], text: string): readonly RomanToken[] | null {
  for (const size of [3, 2, 1]) {
    const given = characters.slice(size)
    const key = text.slice(0, size)
    const spellings = size === 1 || given.length > 0 ? surnames.get(key) : undefined
    const reading = size > 1 ? japanese.get(key) : undefined
    if ((spellings ?? reading) === undefined || given.length > (reading ? 3 : 2)) continue
    const native = characters.slice(0, size).join('')
    const surname = spellings ? readSurname(native, spellings) : readGlued(native, reading!)
    return given.length === 0 ? [surname] : [surname, makeRomanToken(given.join(''), spell(given.join('')))]
  }
  return null
}

/** A surname: its reading as a surname, which the characters' usual reading may not be, and its other spellings. */
function readSurname(native: string, spellings: readonly string[]): RomanToken {
  const [reading = '', ...others] = spellings
  const wade = native.length === 1 ? [wadeGiles(reading)] : []
  return makeRomanToken(native, [reading, ...others, ...wade])
}

/** Characters as one word; `known` are spellings that come before those that are put together. */
function readGlued(native: string, known: readonly string[]): RomanToken {
  const [pinyin, wade] = spell(native)
  const umlaut = /l(?:u|ue)/g
  const foreign = transcribe(simplify(native))
  return makeRomanToken(native, [
    pinyin,
    ...known,
    wade,
    ...(foreign === null ? [] : [foreign.replaceAll('R', 'l'), foreign.replaceAll('R', 'r')]),
    ...(/[呂吕綠绿律旅]/.test(native) ? [pinyin.replace(umlaut, 'lyu'), pinyin.replace(umlaut, 'lv')] : []),
  ])
}

/** The foreign word that characters stand for; null when one of them is not used for that. */
function transcribe(text: string): string | null {
  let foreign = ''
  for (const character of text) {
    const sound = transcription.get(character)
    if (sound === undefined) return null
    foreign += sound
  }
  return text.length > 1 ? foreign.replace(/R$/, 'r') : null
}

/** Pinyin and Wade–Giles, the syllables joined; ü is written u. */
function spell(native: string): [pinyin: string, wadeGiles: string] {
  let pinyin = ''
  let wade = ''
  for (const character of native) {
    const syllable = pinyinOf(character) ?? ''
    pinyin += syllable.replace('v', 'u')
    wade += syllable === '' ? '' : wadeGiles(syllable)
  }
  return [pinyin, wade]
}
