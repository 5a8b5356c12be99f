import { fold } from '../text/fold.js'
import { remember } from '../text/remember.js'
import { canonicalWord, DISTINCTIVE, markerOf, weightOf } from './address-words.js'

/** The words of an address one by one, before it is known which part of it they belong to. */

const DIGIT = /\d/

/** Folded words of a segment, one spelling each; numbers stand apart from letters of other scripts. */
export function tokensOf(raw: string): readonly string[] {
  // The number of a house makes a text that hardly comes again.
  return DIGIT.test(raw) ? readTokensOf(raw) : tokensOfName(raw)
}

const tokensOfName = remember(readTokensOf)

function readTokensOf(raw: string): readonly string[] {
  // Without the space behind a comma most segments are plain, and quickly folded.
  let spaced = raw.trim()
  if (/box/i.test(raw)) spaced = spaced.replace(/\bp\.? ?o\.? ?box\b/gi, 'box')
  if (raw.includes('/')) spaced = spaced.replace(/(\d+) ?\/ ?F\b/gi, '$1 floor ')
  if (NON_ASCII.test(raw))
    spaced = spaced.replace(/(\d)(?=\p{Lo})/gu, '$1 ').replace(/(\p{Lo})(?=\d)/gu, '$1 ')
  const tokens: string[] = []
  fold(spaced)
    .split(' ')
    .forEach((word, at, words) => {
      for (const token of spellOut(saintOrStreet(word, at, words))) tokens.push(token)
    })
  return tokens
}

const NON_ASCII = /\P{ASCII}/u

/** One spelling of a word. German and Dutch write the name of a street and `street` in one. */
const spellOut = remember((word: string): readonly string[] => {
  const canonical = canonicalWord(word)
  if (canonical !== word) return [canonical]
  const compound = word.includes('str') ? /^(.{3,40}?)(?:strasse|straat|str)$/.exec(word) : null
  if (compound) return [plainWord(compound[1]!), 'street']
  return word === '' ? [] : [plainWord(word)]
})

/** `St` in front of a name is a saint, behind it a street. */
function saintOrStreet(word: string, at: number, words: readonly string[]): string {
  if (word !== 'st') return word
  const isFirst = words.slice(0, at).every(isNumber) && at < words.length - 1
  return isFirst && !isNumber(words[at + 1]!) ? 'saint' : word
}

/** `Koeln` and `Köln`, `007` and `7`: one spelling. Ordinals lose nothing: `7th` stays apart from `7`. */
function plainWord(word: string): string {
  return /^\d/.test(word) ? word.replace(/^0+(?=\d)/, '') : word.replace(/([aou])e/g, '$1')
}

/** The name of a street that is called by a number. */
export function numberName(token: string): string {
  return `${token}th`
}

/** Whether a token is a number, perhaps with a letter. */
export function isNumber(token: string): boolean {
  // Asked for every word many times: most have no digit where a number has one.
  if (!isDigit(token.charCodeAt(0)) && !isDigit(token.charCodeAt(1))) return false
  return /^\d+[a-z]?$|^[a-z]\d+$/.test(token)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** What a token counts where it is a number. */
export function numberText(token: string): string {
  return token.replace(/(st|nd|rd|th)$/, '')
}

/** Whether a token may be the name of a street or house. */
export function isNameLike(token: string): boolean {
  return !isNumber(token) && !markerOf(token) && weightOf(token) >= DISTINCTIVE
}
