import type { Kind } from '../model/vocabulary.js'
import { decodeEntities } from './entities.js'
import { composeCompatible, fold, removeInvisible } from './fold.js'
import { unmixScripts } from './homoglyphs.js'
import { hasUse } from './lexicon.js'
import { undoTransport } from './transport.js'

/**
 * Undoes what hides the words of a name while case and punctuation are still there to tell: letters spaced out,
 * digits for letters, words run together, initials without spaces, slashes in short forms. Folding comes after.
 */

const NON_ASCII = /[^\u0000-\u007f]/
/** Words of two letters and more, each in one case, with signs that only separate words: most names. */
const OPEN = /^(?:(?:[A-Z]{2,}|[A-Za-z][a-z]+)(?:'s)?(?:[ .,()/-]+|$)(?:& )?)+$/
/** The same with letters of Latin-1 and Latin Extended-A, but none that stands for two or may be a misread byte (Š, ž). */
const OPEN_MARKED = /^(?:(?:\p{Lu}{2,}|\p{L}\p{Ll}+)(?:[ .,()/-]+|$))+$/u
const LATIN =
  /^[A-Za-z .,()/\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c-]*$/
const SLASH_FORM = /\b([AIKMPS])\/([ASTV])\b/gi
const GLUED_ARTICLE = /\b(Al|El)(?=[A-Z][a-z])/g

/**
 * A name with its words laid open.
 *
 * @param raw the name as given, of bounded length.
 * @param kind changes how single letters and joined words are read.
 */
export function undisguise(raw: string, kind?: Kind): string {
  if (OPEN.test(raw) || (LATIN.test(raw) && OPEN_MARKED.test(raw))) return raw
  let text = undoTransport(decodeEntities(raw))
  if (NON_ASCII.test(text))
    text = unmixScripts(composeCompatible(removeInvisible(text.replace(/№/g, ' no '))))
  else if (CONTROL.test(text)) text = removeInvisible(text)
  text = joinSpacedLetters(text)
  if (text.includes('/')) text = text.replace(SLASH_FORM, '$1$2')
  if (LEET.test(text)) text = replaceLeet(text, kind)
  if (LEET_ACRONYM.test(text)) text = text.replace(LEET_ACRONYM_ALL, spellOut)
  if (text.includes('.')) text = spaceInitials(text, kind)
  text = text.replace(GLUED_ARTICLE, '$1 ')
  return kind === 'person' ? text.replace(CAMEL, splitCamel) : text
}

const CONTROL = /[\u0000-\u001f\u007f]/

const ALL_SINGLE = /^\s*\S(?:\s+\S)+\s*$/u
const SPACED = /(?<![\p{L}\p{N}])\p{L}([ _*·|-])(?:\p{L}\1){2,}\p{L}(?![\p{L}\p{N}\p{M}])/gu
const CASE_CHANGE = /(?<=\p{Ll})(?=\p{Lu})/gu
const LETTER = /\p{L}/gu
const CJK_ONLY = /^[\p{Script=Han}\p{Script=Hangul}\s]+$/u
/** Fewer single letters in a row are initials. */
const MIN_SPACED = 4
const MAY_BE_SPACED = /(?:^|[^\p{L}\p{N}])\p{L}[\s_*·|-]+\p{L}[\s_*·|-]/u

/**
 * `G L O C O M` → `GLOCOM`. Words are told apart by wider gaps (`G L O  C O M`) or, failing that, by a capital after a
 * small letter (`P a v e l K i m`). Chinese and Korean syllables written apart are words of their own: which of them is
 * the family name cannot be told, and comparison joins neighbors.
 */
function joinSpacedLetters(text: string): string {
  if (!MAY_BE_SPACED.test(text) || CJK_ONLY.test(text)) return text
  if (ALL_SINGLE.test(text)) {
    if ((text.match(LETTER)?.length ?? 0) < MIN_SPACED) return text
    return text
      .trim()
      .split(/\s{2,}/)
      .map((word) => word.replace(/\s/g, '').replace(CASE_CHANGE, ' '))
      .join(' ')
  }
  return text.replace(SPACED, (run, separator: string) =>
    run.replaceAll(separator, '').replace(CASE_CHANGE, ' '),
  )
}

/** `5.A.`, `S.4.`: a digit between the letters of a dotted short form. */
const LEET_ACRONYM = /(?<![\p{L}\p{N}.])(?:\p{L}\.[013457]|[013457]\.\p{L})(?![\p{L}\p{N}])/u
const LEET_ACRONYM_ALL = /(?<![\p{L}\p{N}.])(?:\p{L}\.[013457]|[013457]\.\p{L})(?![\p{L}\p{N}])/gu

const LEET = /['a-z][\d$@!|]|[\d$@!|]['a-z]/i
const LEET_WORD = /(?<![\p{L}\p{N}.$@!|])[a-z'\d$@!|]{2,40}(?![\p{L}\p{N}$@|]|\.[a-z]{2})/giu
const SIGN = /[\d$@!|]/g
const letters: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['$', 's'],
  ['@', 'a'],
  ['!', 'i'],
  ['|', 'l'],
])

/**
 * `Vikt0r` → `Viktor`. A digit inside a word stands for a letter; at its end (Ship5, 3com) and in short words only
 * where something else tells so: another such word in the name, a disguised particle (`4l`), or that it names a person.
 */
function replaceLeet(text: string, kind: Kind | undefined): string {
  let isDisguised = kind === 'person'
  for (const [word] of text.matchAll(LEET_WORD)) isDisguised ||= isLeet(word) || isDisguisedParticle(word)
  if (!isDisguised) return text
  const minShare = kind === 'person' ? 0.3 : 0.5
  return text.replace(LEET_WORD, (word) =>
    isLeet(word) || (SPELLABLE.test(word) && letterShare(word) >= minShare) ? spellOut(word) : word,
  )
}

/** A word with a digit or sign between its letters, or a sign in front of them. */
function isLeet(word: string): boolean {
  if (word.length < 4 || letterShare(word) < 0.5) return false
  return /[a-z]'?[013457$@!|]+'?[a-z]/i.test(word) || /^[$@!][a-z']+$/i.test(word)
}

/** Letters, at least one, and digits that look like letters. */
const SPELLABLE = /^(?=.*[a-z])[a-z'013457$@!|]+$/i
/** Particles of Arabic names that are worth undoing; other short words with a digit may be codes (D3, 7x). */
const PARTICLES = new Set(['al', 'bin', 'ibn', 'abu'])

function isDisguisedParticle(word: string): boolean {
  return word.length <= 3 && letterShare(word) < 1 && PARTICLES.has(spellOut(word).toLowerCase())
}

function letterShare(word: string): number {
  return (word.length - (word.match(SIGN)?.length ?? 0)) / word.length
}

function spellOut(word: string): string {
  const body = word.endsWith('!') ? word.slice(0, -1) : word
  return body.replace(SIGN, (sign) => letters.get(sign) ?? sign)
}

const DOTTED = /(?<![\p{L}\p{N}\p{M}.])\p{L}\.\p{L}\.?(?![\p{L}\p{N}\p{M}.])/gu

/**
 * `J.F. Kennedy` → `J F Kennedy`. Two letters are initials unless they make a legal form or title; three or more are an
 * acronym, whatever the name is of: the kind may be known on one side of a comparison only, and both must be cut alike.
 */
function spaceInitials(text: string, kind: Kind | undefined): string {
  return text.replace(DOTTED, (dotted) => {
    const joined = fold(dotted)
    const isForm = kind !== 'person' && hasUse(joined, 'legal-form', 'edge-form')
    return isForm || hasUse(joined, 'suffix-title') ? dotted : `${dotted.replaceAll('.', ' ')} `
  })
}

const CAMEL = /\p{L}+/gu
const BOUNDARY = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu
/** Beginnings of one family name: MacArthur, FitzGerald. */
const PREFIXES = new Set(['mac', 'fitz'])

/** `PavelIvanovichKIM` → `Pavel Ivanovich KIM`; pieces of fewer than three letters (McCoy, DeVito) stay joined. */
function splitCamel(word: string): string {
  if (word.length < 6 || !/\p{Ll}\p{Lu}/u.test(word)) return word
  const pieces = word.split(BOUNDARY)
  const isSafe = pieces.every((piece) => piece.length >= 3 && !PREFIXES.has(piece.toLowerCase()))
  return isSafe ? pieces.join(' ') : word
}
