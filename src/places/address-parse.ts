import type { ListedAddress } from '../model/listing.js'
import type { Address } from '../model/transaction.js'
import { fold } from '../text/fold.js'
import { remember } from '../text/remember.js'
import { isNameLike, isNumber, numberName, numberText, tokensOf } from './address-tokens.js'
import {
  afterNumber,
  isStreetKind,
  markerOf,
  maySlip,
  type NumberPart,
  weightOf,
  withoutRuns,
} from './address-words.js'
import { readStateOfUnion } from './parts.js'
import { readCode, readName } from './place-name.js'
import { isWrittenUnder } from './territories.js'

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
  /** Whether a slip in it is forgiven: five letters or more, runs of one letter counted once, and no digit. */
  readonly maySlip: boolean
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
  const body = [...segmentsOf(fields)]
  let country = countryOf(fields.country ?? '')
  // The country's name is no part of the locality; `Hong Kong, China` names two, of which the first is more exact.
  for (let last = body.at(-1); last; last = body.at(-1)) {
    const named = last.part ? null : countryOf(last.raw)
    if (named === null || (country !== null && !isWrittenUnder(named, country))) break
    country = named
    body.pop()
  }
  return { ...readSegments(body, fields.postalCode), country }
}

/** A stretch of an address between commas. */
export interface Segment {
  readonly raw: string
  /** Known from the field it comes from; undefined where a text has to tell. */
  readonly part?: 'street' | 'locality'
}

/** The segments of an address, text and fields, in the order in which they are read. */
export function segmentsOf(address: Address): readonly Segment[] {
  return [
    ...(address.text && !repeatsFields(address) ? split(address.text) : []),
    ...split(address.street, 'street'),
    ...split(address.city, 'locality'),
    ...split(address.region, 'locality'),
  ]
}

/** Whether the text only joins the fields, as that of a listed address does. */
function repeatsFields({ text = '', street, city, region, postalCode, country }: Address): boolean {
  const fields = [street, city, region, postalCode, country].flatMap((field) => field || [])
  return fields.join(', ').length >= text.length && fields.every((field) => text.includes(field))
}

function split(text: string | undefined, part?: Segment['part']): Segment[] {
  if (!text) return []
  return text
    .slice(0, MAX_LENGTH)
    .split(/[,;|\n\r\t，、；()]+/)
    .filter((raw) => raw.trim() !== '')
    .map((raw) => (part ? { raw, part } : { raw }))
}

/** The one territory a segment names, by code or name; null when there is none or more than one. */
const countryOf = remember(readCountry)

function readCountry(text: string): string | null {
  const clue = text.trim().slice(0, 100)
  if (clue === '' || /\d/.test(clue)) return null
  const code = clue.length <= 3 ? readCode(clue) : undefined
  if (code) return readStateOfUnion(clue) ? null : code.territory
  const [first, second] = readName(fold(clue), clue)
  if (!first || first.how === 'city' || first.confidence === second?.confidence) return null
  return first.territory
}

type Body = Omit<ParsedAddress, 'country'>

function readSegments(segments: readonly Segment[], postalField: string | undefined): Body {
  const read = segments.map(({ raw, part }, i) => {
    const tokens = tokensOf(raw)
    // In front of everything stands the house; a street has no postal code of its own.
    const mayHaveCode =
      part !== 'street' &&
      !(i === 0 && segments.length > 1) &&
      !hasStreetKind(tokens) &&
      !hasInnerPart(tokens)
    const postal = mayHaveCode ? findPostalCode(raw, tokens, i === segments.length - 1) : null
    const rest = postal?.rest ?? tokens
    const isStreet = part ? part === 'street' : hasStreetKind(rest) || rest.some(isNumber)
    return { isStreet, rest, code: postal?.code }
  })
  const lastStreet = lastStreetOf(read)
  const words = new Map<string, AddressWord>()
  const numbers = new Map<string, AddressNumber>()
  read.forEach(({ rest }, i) => {
    const part = i <= lastStreet ? 'street' : i === lastStreet + 1 ? 'locality' : 'region'
    readTokens(rest, part, words, numbers)
  })
  const postalCode =
    fold((postalField ?? '').slice(0, MAX_LENGTH)).replaceAll(' ', '') || read.find(({ code }) => code)?.code
  return { words: [...words.values()], numbers: [...numbers.values()], postalCode: postalCode ?? null }
}

/** Position of the last segment of the street; -1 when all is locality. */
function lastStreetOf(
  read: readonly { readonly isStreet: boolean; readonly rest: readonly string[] }[],
): number {
  const found = read.findLastIndex((segment) => segment.isStreet)
  // Without a number and a kind of street, two segments are city and region.
  if (found < 0) return Math.max(-1, read.length - 3)
  // Where so far there are only numbers (`Suite 5, Griffith House, Kingstown`), the name comes next.
  const hasName = read.slice(0, found + 1).some(({ rest }) => rest.some(isNameLike))
  return hasName ? found : Math.min(found + 1, Math.max(found, read.length - 2))
}

/** Whether a segment of two words or more has a kind of street among them: `CT` alone is Connecticut. */
function hasStreetKind(tokens: readonly string[]): boolean {
  if (tokens.includes('box')) return true
  return tokens.some(isStreetKind) && tokens.filter((token) => !isNumber(token)).length > 1
}

/** Whether a floor, room or block is named: a number next to it is no postal code. */
function hasInnerPart(tokens: readonly string[]): boolean {
  return tokens.some((token) => (markerOf(token) ?? 'number') !== 'number')
}

interface PostalCode {
  readonly code: string
  /** The other tokens of its segment. */
  readonly rest: readonly string[]
}

const britishCode = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/i
const canadianCode = /\b([A-Z]\d[A-Z]) ?(\d[A-Z]\d)\b/i
const dutchCode = /\b(\d{4}) ?([A-Z]{2})$/i

/** British, Canadian and Dutch codes; otherwise the numbers at one end of a segment, if they have enough digits. */
function findPostalCode(raw: string, tokens: readonly string[], isLast: boolean): PostalCode | null {
  const text = raw.trim()
  const written = britishCode.exec(text) ?? canadianCode.exec(text) ?? dutchCode.exec(text)
  if (written) {
    const pieces = written.slice(1).map((piece) => piece.toLowerCase().replace(/^0+(?=\d)/, ''))
    const code = pieces.join('')
    return { code, rest: tokens.filter((token) => token !== code && !pieces.includes(token)) }
  }
  const digits = tokens.map((token) => /^\d+$/.test(token))
  const after = digits.lastIndexOf(false) + 1
  const before = digits.includes(false) ? digits.indexOf(false) : 0
  for (const [from, to, fewest] of [
    [after, tokens.length, 4],
    [0, before, isLast ? 4 : 5],
    [Math.max(1, before), digits.indexOf(true) + 1, isLast ? 4 : 5],
  ] as const) {
    const code = tokens.slice(from, to).join('')
    const enough = to - from === 1 ? fewest : 5
    if (code.length >= enough && code.length <= 9 && /^\d+$/.test(code)) {
      return { code, rest: [...tokens.slice(0, from), ...tokens.slice(to)] }
    }
  }
  return null
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
    const text = numberText(tokens[i]!)
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
    // `Calle 30 No. 23`: the street is called 30.
    const isName =
      isNumber(token) && isStreetKind(tokens[i - 1] ?? '') && markerOf(tokens[i + 1] ?? '') === 'number'
    if (taken.has(i)) return
    if (isName) words.set(numberName(token), makeWord(numberName(token), 1, part))
    else if (isNumber(token)) take(i, 'number')
    else if (words.size < MAX_WORDS && weightOf(token) > 0 && !words.has(token)) {
      words.set(token, makeWord(token, weightOf(token), part))
    }
  })
}

function makeWord(text: string, weight: number, part: AddressWord['part']): AddressWord {
  return { text, weight, part, maySlip: maySlip(text, withoutRuns(text)) }
}
