import type { Address } from '../model/transaction.js'
import { editDistance } from '../text/edit.js'
import { type AddressEvidence, evidenceOf, type Verdict } from './address-evidence.js'
import { compareNumbers, hasOwnHouse } from './address-numbers.js'
import { type AddressWord, type ParsedAddress, parseAddress } from './address-parse.js'
import { DISTINCTIVE } from './address-words.js'
import { isWrittenUnder } from './territories.js'

/**
 * Are two addresses the same place? The name of the street and the number decide: another number is another house,
 * however alike the rest, which is where comparing strings goes wrong. The locality and the postal code have to fit,
 * and one makes up for the other, since cities have names in many languages and postal codes change. Words missing on
 * one side only weigh little, words that differ on both sides weigh in full. A city alone is no address.
 */

export type { AddressEvidence } from './address-evidence.js'

/** How alike two addresses are. */
export interface AddressComparison {
  /** 0 to 1; from 0.85 the same address. */
  readonly score: number
  readonly evidence: readonly AddressEvidence[]
}

/** Highest score where the houses differ, and where there is too little to compare. */
const OTHER_HOUSE = 0.5
const TOO_LITTLE = 0.3
/** Highest score of two addresses without numbers, by how many distinctive words of the street they share. */
const WITHOUT_NUMBER = [TOO_LITTLE, 0.8, 0.9, 0.95]

/** What is taken from 1, in full, for each part that does not fit. */
const LOSS = {
  street: 0.9,
  locality: 0.4,
  localityMissing: 0.06,
  localityByPostalCode: 0.08,
  postalCode: 0.03,
  postalCodeElsewhere: 0.15,
}

/** Compares two addresses, given as texts or fields. The order does not matter. Never throws. */
export function compareAddresses(a: Address | string, b: Address | string): AddressComparison {
  return compareParsed(parseAddress(a), parseAddress(b))
}

/** Compares two addresses that have been read. */
export function compareParsed(a: ParsedAddress, b: ParsedAddress): AddressComparison {
  const words = compareWords(a.words, b.words)
  const numbers = compareNumbers(a.numbers, b.numbers)
  const postal = verdictOf(a.postalCode ?? '', b.postalCode ?? '')
  const country = compareCountries(a.country, b.country)
  let score = 1 - LOSS.street * (1 - words.street) - placeLoss(words.locality, postal) - numbers.loss
  if (numbers.verdict === 'conflicts') score = Math.min(score, OTHER_HOUSE)
  if (country === 'conflicts' || !hasSubstance(a) || !hasSubstance(b)) score = Math.min(score, TOO_LITTLE)
  if (numbers.shared === 0) {
    score = Math.min(score, WITHOUT_NUMBER[Math.min(words.inBothStreets, WITHOUT_NUMBER.length - 1)]!)
  } else if (words.distinctive === 0) score = Math.min(score, OTHER_HOUSE)
  const evidence = [
    ...numbers.evidence,
    ...words.evidence,
    evidenceOf('postal-code', a.postalCode ?? '', b.postalCode ?? '', postal),
    evidenceOf('country', a.country ?? '', b.country ?? '', country),
  ].filter(({ a, b }) => a !== '' || b !== '')
  return { score: Math.round(Math.max(0, score) * 1000) / 1000, evidence }
}

/**
 * Whether two addresses can reach the score of the same address at all. Far cheaper than comparing: other countries, or
 * house numbers left over on both sides, are ruled out.
 */
export function mayBeSame(a: ParsedAddress, b: ParsedAddress): boolean {
  if (hasOwnHouse(a.numbers, b.numbers) && hasOwnHouse(b.numbers, a.numbers)) return false
  return compareCountries(a.country, b.country) !== 'conflicts'
}

function verdictOf(a: string, b: string): Verdict {
  if (a === '' || b === '') return 'missing'
  return a === b ? 'agrees' : 'conflicts'
}

function compareCountries(a: string | null, b: string | null): Verdict {
  if (a === null || b === null) return 'missing'
  if (a === b) return 'agrees'
  return isWrittenUnder(a, b) || isWrittenUnder(b, a) ? 'similar' : 'conflicts'
}

/** Whether there is more than a city: a word of a street, or a number with any word. */
function hasSubstance(address: ParsedAddress): boolean {
  return address.words.some((word) => word.part === 'street') || address.numbers.length > 0
}

/** Loss for locality and postal code; `locality` is null where one side has none. */
function placeLoss(locality: number | null, postal: Verdict): number {
  if (postal === 'agrees') return locality === null ? 0 : LOSS.localityByPostalCode * (1 - locality)
  if (locality === null) {
    return LOSS.localityMissing + (postal === 'conflicts' ? LOSS.postalCodeElsewhere : 0)
  }
  const other = postal === 'conflicts' ? LOSS.postalCode + LOSS.postalCodeElsewhere * (1 - locality) : 0
  return LOSS.locality * (1 - locality) + other
}

interface WordComparison {
  /** 0 to 1: how well the words of the street agree. */
  readonly street: number
  /** 0 to 1: how well the localities agree; null where one side has none. */
  readonly locality: number | null
  /** How many distinctive words both have, in the street of one of them at least. */
  readonly distinctive: number
  /** How many of these are in the street of both; one more where they name a building, which is as good as a number. */
  readonly inBothStreets: number
  readonly evidence: readonly AddressEvidence[]
}

function compareWords(a: readonly AddressWord[], b: readonly AddressWord[]): WordComparison {
  const pairs = pairWords(a, b)
  const inA = new Set(pairs.map((pair) => pair.a))
  const inB = new Set(pairs.map((pair) => pair.b))
  const ofStreet = pairs.filter((pair) => pair.a.part === 'street' || pair.b.part === 'street')
  const namesBuilding = pairs.some((pair) => pair.a.text === 'building')
  const distinctive = ofStreet.filter((pair) => Math.min(pair.a.weight, pair.b.weight) >= DISTINCTIVE)
  const shared = sum(ofStreet.map((pair) => pair.weight))
  const restA = sum(a.filter((word) => word.part === 'street' && !inA.has(word)).map((word) => word.weight))
  const restB = sum(b.filter((word) => word.part === 'street' && !inB.has(word)).map((word) => word.weight))
  const rest = 1.5 * Math.min(restA, restB) + 0.3 * Math.abs(restA - restB)
  const inBothStreets = distinctive.filter((pair) => pair.a.part === pair.b.part)
  const locality = compareLocalities(a, b, inA, inB)
  return {
    street: shared === 0 ? 0 : shared / (shared + rest),
    locality,
    distinctive: distinctive.length,
    inBothStreets: inBothStreets.length + Number(inBothStreets.length > 0 && namesBuilding),
    evidence: wordEvidence(a, b, restA + restB, shared, locality),
  }
}

interface WordPair {
  readonly a: AddressWord
  readonly b: AddressWord
  readonly weight: number
}

/** Words both have, each once: equal ones first, then those one slip apart. */
function pairWords(a: readonly AddressWord[], b: readonly AddressWord[]): WordPair[] {
  const pairs: WordPair[] = []
  const free = new Map(b.map((word) => [word.text, word]))
  const left: AddressWord[] = []
  for (const word of a) {
    const same = free.get(word.text)
    if (!same) left.push(word)
    else {
      free.delete(word.text)
      pairs.push({ a: word, b: same, weight: word.weight })
    }
  }
  for (const word of left) {
    for (const other of free.values()) {
      if (!isOneSlip(word, other)) continue
      free.delete(other.text)
      pairs.push({ a: word, b: other, weight: 0.9 * Math.min(word.weight, other.weight) })
      break
    }
  }
  return pairs
}

/** How a word is written, and whether a slip in it is forgiven. */
type Spelled = Pick<AddressWord, 'text' | 'maySlip'>

/** Whether two words count as the same: equal, or one slip apart. */
export function isSameWord(a: Spelled, b: Spelled): boolean {
  return a.text === b.text || isOneSlip(a, b)
}

/** Whether two words differ by one slip. */
function isOneSlip(a: Spelled, b: Spelled): boolean {
  if (!a.maySlip || !b.maySlip || Math.abs(a.text.length - b.text.length) > 2) return false
  // One slip leaves the beginning or the end as it was.
  if (a.text[0] !== b.text[0] && a.text.at(-1) !== b.text.at(-1)) return false
  // A lost letter (`?`) is cheap, so that several would pass as one slip.
  const limit = a.text.includes('?') || b.text.includes('?') ? 0.3 : 1
  return editDistance(a.text, b.text, limit) <= limit
}

/**
 * The share of the locality of the side that says less which the other side has anywhere. Regions weigh little: they
 * are left out, abbreviated, or shared by cities far apart.
 */
function compareLocalities(
  a: readonly AddressWord[],
  b: readonly AddressWord[],
  inA: ReadonlySet<AddressWord>,
  inB: ReadonlySet<AddressWord>,
): number | null {
  const ofA = localityWeights(a, inA)
  const ofB = localityWeights(b, inB)
  if (ofA.all === 0 && ofB.all === 0) return null
  if (ofA.all === 0) return ofB.shared > 0 ? ofB.shared / ofB.all : null
  if (ofB.all === 0) return ofA.shared > 0 ? ofA.shared / ofA.all : null
  return Math.max(ofA.shared / ofA.all, ofB.shared / ofB.all)
}

function localityWeights(words: readonly AddressWord[], paired: ReadonlySet<AddressWord>) {
  let all = 0
  let shared = 0
  for (const word of words) {
    if (word.part === 'street' || word.text.length < 3) continue
    const weight = word.part === 'locality' ? word.weight : 0.2 * word.weight
    all += weight
    if (paired.has(word)) shared += weight
  }
  return { all, shared }
}

function wordEvidence(
  a: readonly AddressWord[],
  b: readonly AddressWord[],
  rest: number,
  shared: number,
  locality: number | null,
): AddressEvidence[] {
  const text = (words: readonly AddressWord[], part: AddressWord['part']) =>
    words
      .filter((word) => word.part === part)
      .map((word) => word.text)
      .join(' ')
  const street: Verdict =
    shared === 0 ? 'conflicts' : rest === 0 ? 'agrees' : rest > shared ? 'conflicts' : 'similar'
  const place: Verdict =
    locality === null ? 'missing' : locality === 1 ? 'agrees' : locality >= 0.5 ? 'similar' : 'conflicts'
  const streets = [text(a, 'street'), text(b, 'street')] as const
  return [
    evidenceOf('street', ...streets, streets.includes('') ? 'missing' : street),
    evidenceOf('locality', text(a, 'locality'), text(b, 'locality'), place),
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
