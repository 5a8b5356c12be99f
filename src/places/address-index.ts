import type { ListedAddress } from '../model/listing.js'
import type { Address } from '../model/transaction.js'
import { BucketBuilder, type Buckets, hashText, lookUp } from '../tables/buckets.js'
import { compareParsed, mayBeSame } from './address.js'
import { type AddressWord, type ParsedAddress, parseAddress } from './address-parse.js'
import { type AddressSketch, sketchAddress } from './address-sketch.js'
import { fileWords, type SpellingsTable, spellingsOf } from './address-spellings.js'
import { isNumber, numberName, numberText } from './address-tokens.js'
import { DISTINCTIVE } from './address-words.js'

/**
 * Which listed addresses might be this one? Two addresses that count as the same share a number, or both have no house
 * number, and share a distinctive word up to one slip, which stands in the street of one of them. So each address is filed
 * under each of its distinctive words with each of its numbers, and the words of the query, read with their slips
 * (`address-spellings.ts`), find all that comparison with every address would find.
 */

/** A listed address that matches, and what it belongs to. */
export interface AddressHit<T> {
  readonly ref: T
  readonly listed: ListedAddress
  /** 0 to 1, as of `compareAddresses`. */
  readonly score: number
}

/** Listed addresses, ready for lookup. */
export interface AddressIndex<T> {
  /**
   * Listed addresses that reach `minScore`, best first, ties in list order.
   * @param minScore 0.85 or more; below that, addresses that share no number may be missing.
   */
  readonly search: (address: Address, minScore: number) => readonly AddressHit<T>[]
}

/** Listed addresses compiled for lookup, as plain arrays. */
export type AddressTable = {
  readonly spellings: SpellingsTable
  /** Positions of addresses under number of the word, number and place in the address (`7 12 street`). */
  readonly drawers: Buckets
}

/** Compiles listed addresses for lookup. */
export function compileAddresses(addresses: readonly ListedAddress[]): AddressTable {
  const numbers = new Map<string, number>()
  const drawers = new BucketBuilder()
  addresses.forEach((listed, position) => {
    const address = parseAddress(listed)
    const labels = new Set<string>()
    for (const word of distinctiveOf(address)) {
      const at = numbers.get(word.text) ?? numbers.size
      numbers.set(word.text, at)
      for (const number of numbersOf(address)) labels.add(labelOf(at, number, word.part === 'street'))
    }
    for (const label of labels) drawers.add(hashText(label), position)
  })
  return { spellings: fileWords([...numbers.keys()]), drawers: drawers.finish() }
}

/**
 * Makes compiled addresses ready for lookup. They are read when they are first compared.
 * @param entryAt the address at a position, and what is handed back with a hit.
 */
export function openAddresses<T>(
  { spellings, drawers }: AddressTable,
  entryAt: (position: number) => { readonly address: ListedAddress; readonly ref: T },
): AddressIndex<T> {
  const find = spellingsOf(spellings)
  const parsed = new Map<number, ParsedAddress>()
  const parsedAt = (position: number) => {
    const known = parsed.get(position)
    if (known) return known
    const address = parseAddress(entryAt(position).address)
    parsed.set(position, address)
    return address
  }
  return {
    search(address, minScore) {
      if (!mayFind(sketchAddress(address), find, drawers)) return []
      const query = parseAddress(address)
      const hits: AddressHit<T>[] = []
      for (const position of [...candidates(query, find, drawers)].sort((a, b) => a - b)) {
        if (!mayBeSame(query, parsedAt(position))) continue
        const { score } = compareParsed(query, parsedAt(position))
        const { ref, address: listed } = entryAt(position)
        if (score >= minScore) hits.push({ ref, listed, score })
      }
      return hits.sort((a, b) => b.score - a.score)
    },
  }
}

/** Compiles listed addresses and makes them ready; `ref` is handed back with each hit. */
export function buildAddressIndex<T>(
  entries: readonly { readonly address: ListedAddress; readonly ref: T }[],
): AddressIndex<T> {
  return openAddresses(compileAddresses(entries.map(({ address }) => address)), (at) => entries[at]!)
}

function distinctiveOf(address: ParsedAddress): readonly AddressWord[] {
  return address.words.filter((word) => word.weight >= DISTINCTIVE)
}

function labelOf(word: number, number: string, isStreet: boolean): string {
  return `${word} ${number} ${isStreet ? 'street' : 'other'}`
}

/** Whether an address could have a candidate, as far as its sketch tells. */
function mayFind(
  { street, other, mayLackHouse }: AddressSketch,
  find: (word: string) => readonly number[],
  drawers: Buckets,
): boolean {
  const numbers = [...street, ...other].filter(mayCount).map(numberText)
  if (mayLackHouse) numbers.push('')
  const isFiled = (at: number, isStreet: boolean) =>
    numbers.some((number) => {
      let isFound = false
      lookUp(drawers, hashText(labelOf(at, number, isStreet)), () => {
        isFound = true
      })
      return isFound
    })
  return (
    street.some((token) => findToken(token, find).some((at) => isFiled(at, true) || isFiled(at, false))) ||
    other.some((token) => find(token).some((at) => isFiled(at, true)))
  )
}

/** Words of the list that a token of the street may be; a street may be called by a number. */
function findToken(token: string, find: (word: string) => readonly number[]): readonly number[] {
  return isNumber(token) ? [...find(token), ...find(numberName(token))] : find(token)
}

/** Whether a token may be a number of an address: `12`, `5a`, `3rd`, or the letter of a block. */
function mayCount(token: string): boolean {
  return token.length === 1 || /\d/.test(token)
}

/** Addresses that share a number and a word with the query, where one of the two words is in a street. */
function candidates(
  query: ParsedAddress,
  find: (word: string) => readonly number[],
  drawers: Buckets,
): ReadonlySet<number> {
  const found = new Set<number>()
  const numbers = numbersOf(query)
  for (const word of distinctiveOf(query)) {
    const places = word.part === 'street' ? [true, false] : [true]
    for (const at of find(word.text)) {
      for (const number of numbers) {
        for (const isStreet of places)
          lookUp(drawers, hashText(labelOf(at, number, isStreet)), (position) => found.add(position))
      }
    }
  }
  return found
}

function numbersOf(address: ParsedAddress): readonly string[] {
  const numbers = address.numbers.map((number) => number.text)
  // Rooms and floors may be missing on one side; the house number may not.
  const hasHouse = address.numbers.some((number) => number.part === 'number')
  return hasHouse ? numbers : [...numbers, '']
}
