import type { Kind } from '../model/vocabulary.js'
import { latinLookalike } from './homoglyphs.js'
import { isServant, toAscii } from './latin.js'
import {
  isArticle,
  isLatin,
  type KnownWords,
  latinAnywhere,
  latinToken,
  placeTells,
  wordTokens,
} from './latin-tokens.js'
import { hasUse, isNearForm, nearForm, type Sense, sensesOf } from './lexicon.js'
import type { Manner } from './manner.js'
import type { Token } from './name.js'
import { cardinalValue, digitValue, ordinalValue, romanValue } from './numbers.js'
import { Recent } from './remember.js'
import { romanizeWord, scriptOfWord } from './runs.js'

/**
 * From folded words to tokens. The words are read from left to right; at each place the longest phrase of the lexicon
 * whose use fits there wins, then numbers, then single letters, then the word itself.
 *
 * Where a word may be several things ("general", "bin", "AS", "V"), its place and the manner of the name decide.
 */

/** The folded words of a name with all that decides how they are read. */
export interface Reading {
  readonly words: readonly string[]
  readonly manner: Manner
  readonly kind: Kind | undefined
  /** Words before the comma of `LAST, First`; 0 without one. */
  readonly familyWords: number
  /** Spelling of each word with ae for ä and the like; empty when no word has one. */
  readonly secondSpellings: readonly string[]
}

/** The tokens of a name, in its order. */
export function readTokens(reading: Reading): Token[] {
  const { words } = reading
  const tokens: Token[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i]!
    const anywhere = readAnywhere(reading, i)
    if (anywhere) {
      tokens.push(...anywhere)
      i++
      continue
    }
    const spelled = word.length === 1 ? spelledForm(reading, i) : null
    const sense = spelled?.sense ?? fittingSense(reading, i, tokens)
    if (sense) {
      const count = spelled?.count ?? sense.rest.length + 1
      const phrase = words.slice(i, i + count)
      // A title is told by the kind of name, which may be known on one side only: its words must not depend on it.
      if (sense.role === 'title') tokens.push(...phrase.map((part) => makeToken([part], sense)))
      else tokens.push(makeToken(phrase, sense))
      i += count
    } else {
      const number = readNumber(reading, i)
      tokens.push(...(number ? [number.token] : readWord(reading, i, tokens)))
      i += number?.count ?? 1
    }
  }
  return tokens
}

/** The same of other words, by kind or manner. */
const knownOthers = new Map<string, KnownWords>()
const MAX_OTHERS = 10_000

/** The tokens of a word that is read alike wherever it stands, as most are; null where its place tells. */
function readAnywhere(reading: Reading, at: number): readonly Token[] | null {
  const { words, manner, kind, secondSpellings } = reading
  const word = words[at]!
  if ((secondSpellings[at] ?? word) !== word) return null
  if (isLatin(word)) return latinAnywhere(word)
  const recent = knownOf(kind ?? manner)
  let tokens = recent.get(word)
  if (tokens === undefined) {
    tokens = placeTells(word) ? null : readAlone(reading, word)
    recent.set(word, tokens)
  }
  return tokens
}

function readAlone(reading: Reading, word: string): readonly Token[] | null {
  const tokens = readWord({ ...reading, words: [word], secondSpellings: [] }, 0, [])
  return tokens.some(mayBeParticle) ? null : tokens
}

function knownOf(bearer: string): KnownWords {
  const known = knownOthers.get(bearer) ?? new Recent(MAX_OTHERS)
  knownOthers.set(bearer, known)
  return known
}

/** Whether another word in front of it would make a romanized word a particle (`refine`). */
function mayBeParticle({ text, variants }: Token): boolean {
  return [text, ...variants].some((form) => sensesOf(form)?.some(({ use }) => use === 'particle'))
}

function fittingSense(reading: Reading, at: number, before: readonly Token[]): Sense | null {
  const { words } = reading
  for (const sense of sensesOf(words[at]!) ?? []) {
    const { rest } = sense
    if (rest.every((word, k) => isSameWord(words[at + 1 + k], word)) && fits(sense, reading, at, before))
      return sense
  }
  return null
}

/** A word of a phrase, also with one slip in it where it is long: "joint stock comnpany". */
function isSameWord(word: string | undefined, expected: string): boolean {
  return word === expected || (word !== undefined && isNearForm(word, expected))
}

function fits(sense: Sense, reading: Reading, at: number, before: readonly Token[]): boolean {
  const { words, manner, familyWords } = reading
  const next = at + sense.rest.length + 1
  const isLast = next === words.length
  const isAlone = at === 0 && isLast
  /** The last word of a name or of its family part is a name, even if it is also a title: AL-HAJJ, Yahya. */
  const isEnd = isLast || next === familyWords
  const isOrganization = manner === 'business' || manner === 'unknown'
  const isFront = at === familyWords || at === 0 || before.at(-1)?.role === 'title'
  switch (sense.use) {
    case 'legal-form':
      return isOrganization
    case 'edge-form':
      return (
        isOrganization && !isAlone && (at === 0 || isLast || hasUse(words[next]!, 'legal-form', 'edge-form'))
      )
    case 'title':
      return !isEnd && (manner === 'person' || (manner === 'unknown' && isFront))
    case 'lead-title':
      return !isEnd && (manner === 'person' || manner === 'unknown') && isFront
    case 'suffix-title':
      return (manner === 'person' || manner === 'unknown') && at > 0
    case 'ship-prefix':
      return manner === 'ship' && at === 0 && !isLast
    case 'particle':
      return !isLast || familyWords > 0
    case 'inner-particle':
      return at > 0 && at !== familyWords && (!isLast || familyWords > 0)
    case 'generic':
    case 'clear-abbreviation':
      return isOrganization
    case 'abbreviation':
      return manner === 'business'
    case 'payment-word':
      return !isAlone
  }
}

/** A legal form written in single letters at the end (`L L C`), and how many letters it takes. */
function spelledForm(reading: Reading, at: number): { sense: Sense; count: number } | null {
  const { words, manner } = reading
  const count = words.length - at
  if (manner !== 'business' && manner !== 'unknown') return null
  if (at === 0 || count < 2 || count > 4 || (manner === 'unknown' && count < 3)) return null
  const letters = words.slice(at)
  if (letters.some((letter) => letter.length > 1)) return null
  const sense = sensesOf(letters.join(''))?.find(
    ({ role, rest }) => role === 'legal-form' && rest.length === 0,
  )
  return sense ? { sense, count } : null
}

/** Tokens of single words with a function, made before. */
const made = new Map<Sense, Token>()

function makeToken(words: readonly string[], sense: Sense): Token {
  if (sense.rest.length > 0) return newToken(words, sense)
  const token = made.get(sense) ?? newToken(words, sense)
  made.set(sense, token)
  return token
}

function newToken(words: readonly string[], { role, concept }: Sense): Token {
  const native = words.join('')
  const script = scriptOfWord(native)
  if (script === 'latin') return latinToken(toAscii(native), role, concept)
  const text = words.flatMap((word) => romanizeWord(word).map((token) => token.text)).join('')
  return { text, variants: [], native, script, role, concept }
}

function readNumber({ words, manner }: Reading, at: number): { token: Token; count: number } | null {
  const word = words[at]!
  const asNumber = (value: string, count = 1) => ({
    token: latinToken(words.slice(at, at + count).join(''), 'number', value),
    count,
  })
  const digits = digitValue(word)
  if (digits !== null) return asNumber(digits)
  if (manner !== 'person') {
    const ordinal = ordinalValue(word)
    if (ordinal !== null) return asNumber(ordinal)
    const cardinal = manner === 'unknown' ? null : cardinalValue(word, words[at + 1])
    if (cardinal) return asNumber(cardinal.value, cardinal.count)
  }
  const roman = at > 0 ? romanValue(word) : null
  return roman !== null && isNumeral(word, manner, at === words.length - 1) ? asNumber(roman) : null
}

/** Whether letters that form a numeral are one: Xi and Vi are also names, I, V and X also initials. */
function isNumeral(word: string, manner: Manner, isLast: boolean): boolean {
  if (manner === 'person') return isLast && word.length > 1 && word !== 'xi' && word !== 'vi'
  if (manner === 'unknown') return isLast
  return true
}

function readWord(reading: Reading, at: number, before: readonly Token[]): Token[] {
  const word = reading.words[at]!
  if (isLatin(word)) return readLatin(reading, at)
  const looks = latinLookalike(word)
  return romanizeWord(word, reading.kind).map((token) => {
    const refined = refine(token, reading, before)
    if (looks === null || looks === refined.text || refined.role !== 'word') return refined
    return { ...refined, variants: [...refined.variants.slice(0, MAX_VARIANTS - 1), looks] }
  })
}

const MAX_VARIANTS = 7
/** A romanized word whose Latin form has a function: `торговый` is trading, `генерал` a title. */
function refine(token: Token, { manner }: Reading, before: readonly Token[]): Token {
  if (token.role !== 'word' || token.concept !== null) return token
  if (token.native.length === 1 && token.text.length <= 3 && isAlphabetic(token))
    return { ...token, role: 'initial' }
  if (isServant(token.text)) return { ...token, concept: 'abdul' }
  for (const form of [token.text, ...token.variants]) {
    for (const { use, role, concept, rest } of sensesOf(form) ?? []) {
      if (rest.length > 0) continue
      const isGeneric = use === 'generic' && (manner === 'business' || manner === 'unknown')
      const isForm = use === 'legal-form' && manner === 'business'
      const isTitle = use === 'title' && manner === 'person'
      const isParticle = use === 'particle' && before.length > 0 && (concept === 'bin' || concept === 'al')
      if (isGeneric || isForm || isTitle || isParticle) return { ...token, role, concept }
    }
    const ordinal = manner === 'person' ? null : ordinalValue(form)
    if (ordinal !== null) return { ...token, role: 'number', concept: ordinal }
  }
  return token
}

function isAlphabetic(token: Token): boolean {
  return token.script === 'cyrillic' || token.script === 'greek' || token.script === 'armenian'
}

function readLatin({ words, manner, secondSpellings }: Reading, at: number): Token[] {
  const word = words[at]!
  const text = toAscii(word)
  const form = manner === 'business' || manner === 'unknown' ? nearForm(text) : null
  if (form !== null && words.length > 1) return [latinToken(text, 'legal-form', form)]
  if (text.length === 1) return [latinToken(text, 'initial', null)]
  if (isArticle(words, at)) return [latinToken(text, 'particle', 'al')]
  if (text === 'no' && at + 1 < words.length && digitValue(words[at + 1]!) !== null) {
    return [latinToken(text, 'particle', null)]
  }
  const second = toAscii(secondSpellings[at] ?? text)
  return wordTokens(text, second === text ? null : second)
}
