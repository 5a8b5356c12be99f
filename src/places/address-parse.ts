import type { ListedAddress } from '../model/listing.js'
import type { Address } from '../model/transaction.js'
import { fold } from '../text/fold.js'
import {
  afterNumber,
  canonicalWord,
  isStreetKind,
  markerOf,
  type NumberPart,
  weightOf,
} from './address-words.js'
import { readCode, readName } from './place-name.js'

/**
 * An address without knowledge of its country's rules. Commas (or fields) make segments; a segment with a number or a
 * kind of street in it belongs to the street, those behind the last such segment are the locality; a long number there
 * is the postal code, and a last segment that names a country is the country. Words next to a number say whether it is
 * a floor or a room; all other numbers are house numbers. Where this goes wrong it goes wrong for both addresses alike,
 * and words are compared across segments, so that little depends on it.
 */

/** Most UTF-16 units, words and numbers of an address that are read. */
const MAX_LENGTH = 600
const MAX_WORDS = 40
const MAX_NUMBERS = 20

/** One distinctive or common word of an address. */
export interface AddressWord {
  /** Canonical and folded. */
  readonly text: string
  /** How much it tells, above 0 up to 1. */
  readonly weight: number
  /** Where it stands; `region` is what follows the first segment of the locality. */
  readonly part: 'street' | 'locality' | 'region'
}

/** One number and what it counts. */
export interface AddressNumber {
  /** Digits and letters without leading zeros: `12`, `12a`. */
  readonly text: string
  readonly part: NumberPart
}

/** An address, read. */
export interface ParsedAddress {
  /** Without repetitions, in order. */
  readonly words: readonly AddressWord[]
  readonly numbers: readonly AddressNumber[]
  /** Without spaces; null when there is none. */
  readonly postalCode: string | null
  /** Territory code; null when unknown or ambiguous. */
  readonly country: string | null
}

/** Reads an address given as a text, in fields, or as published on a list. Never throws. */
export function parseAddress(address: Address | ListedAddress | string): ParsedAddress {
  const fields: Address = typeof address === 'string' ? { text: address } : address
  const segments = segmentsOf(fields)
  const lastCountry = countryOf(fields.country ?? '') ?? countryOf(segments.at(-1)?.raw ?? '')
  // The country's name is not a part of the locality, unless there is nothing else.
  const named = segments.length > 0 && countryOf(segments.at(-1)!.raw) !== null
  const body = named ? segments.slice(0, -1) : segments
  return { ...readSegments(body, fields.postalCode), country: lastCountry }
}

interface Segment {
  readonly raw: string
  /** Known from the field it comes from; undefined where a text has to tell. */
  readonly part?: 'street' | 'locality'
}

function segmentsOf(address: Address): Segment[] {
  const hasFields = Boolean(address.street || address.city)
  const split = (text: string | undefined, part?: Segment['part']): Segment[] =>
    (text ?? '')
      .slice(0, MAX_LENGTH)
      .split(/[,;|\n\r\t，、；，()]+/)
      .filter((raw) => raw.trim() !== '')
      .map((raw) => (part ? { raw, part } : { raw }))
  return [
    // A listed address repeats its fields in its text.
    ...(hasFields ? [] : split(address.text)),
    ...split(address.street, 'street'),
    ...split(address.city, 'locality'),
    ...split(address.region, 'locality'),
  ]
}

/** The one territory a segment names, by code or name; null when there is none or more than one. */
function countryOf(text: string): string | null {
  const clue = text.trim().slice(0, 100)
  if (clue === '' || /\d/.test(clue)) return null
  const code = clue.length <= 3 ? readCode(clue) : undefined
  if (code) return code.territory
  const [first, second] = readName(fold(clue), clue)
  if (!first || first.how === 'city' || first.confidence === second?.confidence) return null
  return first.territory
}

type Body = Omit<ParsedAddress, 'country'>

function readSegments(segments: readonly Segment[], postalField: string | undefined): Body {
  const read = segments.map((segment) => ({ ...segment, tokens: tokensOf(segment.raw) }))
  const isStreet = read.map(({ part, tokens }) =>
    part ? part === 'street' : tokens.some((token) => isStreetKind(token) || isHouseNumber(token)),
  )
  // Without a number and a kind of street, all but the last segment may be the street.
  const lastStreet = isStreet.includes(true) ? isStreet.lastIndexOf(true) : read.length - 2
  const words = new Map<string, AddressWord>()
  const numbers = new Map<string, AddressNumber>()
  let postalCode = postalField ? fold(postalField).replaceAll(' ', '') : null
  read.forEach(({ raw, tokens }, i) => {
    const inStreet = i <= lastStreet
    const postal = inStreet && read.length > 1 && i < read.length - 1 ? null : findPostalCode(raw, tokens)
    postalCode ??= postal?.code ?? null
    const part = inStreet ? 'street' : i === lastStreet + 1 ? 'locality' : 'region'
    readTokens(postal ? postal.rest : tokens, part, words, numbers)
  })
  return { words: [...words.values()], numbers: [...numbers.values()], postalCode: postalCode || null }
}

/** Folded words of a segment, one spelling each; numbers stand apart from letters of other scripts. */
function tokensOf(raw: string): string[] {
  const spaced = raw
    .replace(/(\d+) ?\/ ?F\b/gi, '$1 floor ')
    .replace(/(\d)(?=\p{Lo})/gu, '$1 ')
    .replace(/(\p{Lo})(?=\d)/gu, '$1 ')
  return fold(spaced)
    .split(' ')
    .flatMap(splitStreet)
    .map(saintOrStreet)
    .map((word) => plainWord(canonicalWord(word)))
    .filter((word) => word !== '')
}

/** German and Dutch write street name and street in one word. */
function splitStreet(word: string): string[] {
  const match = /^(.{3,40}?)(?:strasse|straat|str)$/.exec(word)
  return match ? [match[1]!, 'street'] : [word]
}

/** `St` in front of a name is a saint, behind it a street. */
function saintOrStreet(word: string, at: number, words: readonly string[]): string {
  return word === 'st' && at === 0 && words.length > 1 ? 'saint' : word
}

/** `Koeln` and `Köln`, `007` and `7`: one spelling. Ordinals lose nothing: `7th` stays apart from `7`. */
function plainWord(word: string): string {
  return /^\d/.test(word) ? word.replace(/^0+(?=\d)/, '') : word.replace(/([aou])e/g, '$1')
}

function isHouseNumber(token: string): boolean {
  return /^\d{1,3}[a-z]?$/.test(token)
}

function isNumber(token: string): boolean {
  return /^\d+[a-z]?$|^[a-z]\d+$/.test(token)
}

interface PostalCode {
  readonly code: string
  /** The other tokens of its segment. */
  readonly rest: readonly string[]
}

/** British and Canadian codes; Dutch ones; otherwise the last number of four to seven digits. */
function findPostalCode(raw: string, tokens: readonly string[]): PostalCode | null {
  const written =
    /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b|\b([A-Z]\d[A-Z]) ?(\d[A-Z]\d)\b|\b(\d{4}) ?([A-Z]{2})$/i.exec(
      raw.trim(),
    )
  if (written) {
    const pieces = written.slice(1).flatMap((piece) => (piece ? [piece.toLowerCase()] : []))
    const code = pieces.join('')
    return { code, rest: tokens.filter((token) => token !== code && !pieces.includes(token)) }
  }
  const at = tokens.findLastIndex((token) => /^\d{4,7}$/.test(token))
  // The only number of an address that starts with it is a house number.
  if (at < 0 || (at === 0 && tokens.length > 2)) return null
  return { code: tokens[at]!, rest: tokens.filter((_, i) => i !== at) }
}

/** Sorts tokens into words and numbers. */
function readTokens(
  tokens: readonly string[],
  part: AddressWord['part'],
  words: Map<string, AddressWord>,
  numbers: Map<string, AddressNumber>,
): void {
  const taken = new Set<number>()
  const take = (i: number, as: NumberPart) => {
    taken.add(i)
    const text = tokens[i]!.replace(/(st|nd|rd|th)$/, '')
    if (numbers.size < MAX_NUMBERS) numbers.set(`${as} ${text}`, { text, part: as })
  }
  tokens.forEach((token, i) => {
    const marks = markerOf(token)
    if (!marks || taken.has(i)) return
    const before = tokens[i - 1] ?? ''
    const after = tokens[i + 1] ?? ''
    const isBehind =
      marks === 'floor' ? /^\d+(st|nd|rd|th)?$/.test(before) : afterNumber.has(token) && isNumber(before)
    if (isBehind && !taken.has(i - 1)) take(i - 1, marks)
    else if (!afterNumber.has(token) && (isNumber(after) || (/^[a-z]$/.test(after) && marks !== 'number'))) {
      take(i + 1, marks)
    } else return
    taken.add(i)
  })
  tokens.forEach((token, i) => {
    if (taken.has(i)) return
    if (isNumber(token)) take(i, 'number')
    else if (words.size < MAX_WORDS && weightOf(token) > 0 && !words.has(token)) {
      words.set(token, { text: token, weight: weightOf(token), part })
    }
  })
}
