import type { Kind } from '../model/vocabulary.js'
import { undisguise } from './disguise.js'
import { fold } from './fold.js'
import { spellPairs } from './latin.js'
import { latinAnywhere } from './latin-tokens.js'
import { cutLegalForms, hasUse } from './lexicon.js'
import { type Manner, mannerOf } from './manner.js'
import { readTokens } from './tokens.js'
import { unwrap } from './wrapping.js'

/** Scripts that are told apart; `other` is kept as it is. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'hangul'
  | 'han'
  | 'kana'
  | 'devanagari'
  | 'thai'
  | 'armenian'
  | 'georgian'
  | 'ethiopic'
  | 'other'

/**
 * What a token does in a name: `word` carries it · `initial` a single letter for a name · `number` tells series and
 * vessels apart · `legal-form` (LLC, GmbH, OOO) · `title` (Dr, General) · `particle` (bin, al, de, van) ·
 * `generic` a word of business that many names share (trading, international).
 */
export type TokenRole = 'word' | 'initial' | 'number' | 'legal-form' | 'title' | 'particle' | 'generic'

/** One token of a name, ready to be compared. */
export interface Token {
  /** Comparable Latin form, `[a-z0-9]+`; for scripts without a table, the folded word itself. */
  readonly text: string
  /** Other accepted romanizations, without `text`; at most 7. */
  readonly variants: readonly string[]
  /** The folded word in its own script; equals `text` for Latin. */
  readonly native: string
  readonly script: Script
  readonly role: TokenRole
  /**
   * What equivalent tokens share: the class of a legal form (`llc`), the value of a number or ordinal (`5` for V, 5th),
   * the full word of an abbreviation (`technology` for tech, techn). Null when the token stands for itself.
   */
  readonly concept: string | null
}

/** A name, read. */
export interface Name {
  /** The name as given. */
  readonly raw: string
  /** Its first `MAX_NAME_LENGTH` characters folded as they were written, with nothing undone or taken off. */
  readonly folded: string
  readonly tokens: readonly Token[]
  /** True when the name was written `LAST, First`: the tokens before the comma stand first. */
  readonly comma: boolean
  /** True when the name was longer than is read; the rest takes no part in comparison. */
  readonly truncated: boolean
}

/** Longest name that is read, in UTF-16 units after folding, and most tokens kept. */
export const MAX_NAME_LENGTH = 600
export const MAX_TOKENS = 48

/** Longest raw text that is looked at: invisible characters may make a short name long. */
const MAX_RAW = 6000

const NON_ASCII = /[^\u0000-\u007f]/
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Reads a name: what hides it is undone, text around it is taken off, and each word gets its comparable form and its
 * role. Order of work: lay words open while case and punctuation still tell (`disguise`), take off "Attn:" and the like
 * (`wrapping`), fold, split into words, find phrases with a function (`lexicon`), romanize the rest (`tokens`).
 *
 * @param raw any string. No text, or only punctuation, gives no tokens.
 * @param kind what the name is of, where known: in the name of a person no word is a legal form and a single letter is
 *   an initial; in that of an organization or vessel a numeral is a number.
 */
export function readName(raw: string, kind?: Kind): Name {
  return readPlain(raw, kind) ?? readAny(raw, kind)
}

/** Latin words and single spaces, too few for any limit. */
const PLAIN = /^[A-Z]?[a-z]{2,20}(?: [A-Z]?[a-z]{2,20}){0,9}$|^[A-Z]{2,20}(?: [A-Z]{2,20}){0,9}$/

/** A name of nothing but words that are read alike wherever they stand, read in one step; null for others. */
function readPlain(raw: string, kind: Kind | undefined): Name | null {
  if (!PLAIN.test(raw) || unwrap(raw, kind) !== raw) return null
  const folded = raw.toLowerCase()
  const tokens: Token[] = []
  for (const word of once(folded.split(' '))) {
    const alike = latinAnywhere(word)
    if (!alike) return null
    tokens.push(...alike)
  }
  return { raw, folded, tokens, comma: false, truncated: false }
}

function readAny(raw: string, kind: Kind | undefined): Name {
  const head = headOf(raw)
  const text = unwrap(undisguise(head, kind), kind)
  const folded = fold(text)
  const words = once(
    splitWords(folded.length > MAX_NAME_LENGTH ? folded.slice(0, MAX_NAME_LENGTH).trimEnd() : folded),
  )
  const manner = mannerOf(words, kind)
  const familyWords = text.includes(',') ? countFamilyWords(text, manner) : 0
  const isCjk = NON_ASCII.test(folded) && CJK.test(folded)
  const tokens = readTokens({
    words: isCjk && manner !== 'person' ? words.flatMap(cutLegalForms) : words,
    manner,
    kind,
    familyWords,
    secondSpellings: NON_ASCII.test(text) ? secondSpellings(text, words) : [],
  })
  const isAsWritten = text === raw && raw.length <= MAX_NAME_LENGTH
  return {
    raw,
    folded: isAsWritten ? folded : fold(raw.slice(0, MAX_NAME_LENGTH)),
    tokens: tokens.length > MAX_TOKENS ? tokens.slice(0, MAX_TOKENS) : tokens,
    comma: familyWords > 0,
    truncated: head.length < raw.length || folded.length > MAX_NAME_LENGTH || tokens.length > MAX_TOKENS,
  }
}

/** As much of a text as is looked at: one sign may stand for a sentence of eighteen letters (U+FDFA), so these count. */
function headOf(raw: string): string {
  const head = raw.length > MAX_RAW ? raw.slice(0, MAX_RAW) : raw
  if (head.length <= MAX_NAME_LENGTH || !NON_ASCII.test(head)) return head
  const written = head.normalize('NFKC').length
  return written > MAX_RAW ? head.slice(0, Math.floor((head.length * MAX_RAW) / written)) : head
}

function splitWords(folded: string): string[] {
  return folded === '' ? [] : folded.split(' ')
}

/** A name that was given twice in a row, as forms do that join two fields, is read once. */
function once(words: string[]): string[] {
  const half = words.length / 2
  if (!Number.isInteger(half) || half < 2) return words
  return words.slice(0, half).every((word, i) => word === words[half + i]) ? words.slice(0, half) : words
}

/** Longest family name before a comma in a name of unknown kind; more words are an enumeration or an address. */
const MAX_FAMILY_WORDS = 4

/** How many words stand before the comma of `LAST, First`; 0 when the comma separates something else. */
function countFamilyWords(text: string, manner: Manner): number {
  if (manner !== 'person' && manner !== 'unknown') return 0
  const [last = [], first = [], ...more] = text.split(',', 3).map((part) => splitWords(fold(part)))
  if (last.length === 0 || first.length === 0) return 0
  if (first.every((word) => hasUse(word, 'suffix-title', 'legal-form', 'edge-form'))) return 0
  if (manner === 'person') return last.length
  return more.length > 0 || last.length > MAX_FAMILY_WORDS ? 0 : last.length
}

/** For each word its spelling with ae for ä and the like; empty when no word has one. */
function secondSpellings(text: string, words: readonly string[]): readonly string[] {
  const paired = spellPairs(text)
  if (paired === null) return []
  const spellings = splitWords(fold(paired))
  return spellings.length >= words.length ? spellings : []
}
