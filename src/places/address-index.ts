import type { ListedAddress } from '../model/listing.js'
import type { Address } from '../model/transaction.js'
import { compareParsed, mayBeSame } from './address.js'
import { type AddressWord, type ParsedAddress, parseAddress } from './address-parse.js'
import { makeSpellings, type Spellings } from './address-spellings.js'
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

/** Compiles listed addresses for lookup; `ref` is handed back with each hit. */
export function buildAddressIndex<T>(
  entries: readonly { readonly address: ListedAddress; readonly ref: T }[],
): AddressIndex<T> {
  const parsed = entries.map((entry) => parseAddress(entry.address))
  const drawers = fileAll(parsed)
  return {
    search(address, minScore) {
      const query = parseAddress(address)
      const hits: AddressHit<T>[] = []
      for (const position of [...candidates(query, drawers)].sort((a, b) => a - b)) {
        if (!mayBeSame(query, parsed[position]!)) continue
        const { score } = compareParsed(query, parsed[position]!)
        const { ref, address: listed } = entries[position]!
        if (score >= minScore) hits.push({ ref, listed, score })
      }
      return hits.sort((a, b) => b.score - a.score)
    },
  }
}

interface Drawers {
  readonly spellings: Spellings
  /** By number of the word, then by number and place in the address (`12 street`): positions of addresses. */
  readonly byWord: readonly ReadonlyMap<string, readonly number[]>[]
}

function fileAll(addresses: readonly ParsedAddress[]): Drawers {
  const spellings = makeSpellings()
  const byWord: Map<string, number[]>[] = []
  addresses.forEach((address, position) => {
    const numbers = numbersOf(address)
    for (const word of distinctiveOf(address)) {
      const at = spellings.file(word.text)
      const drawer = byWord[at] ?? new Map<string, number[]>()
      byWord[at] = drawer
      for (const number of numbers) {
        const label = labelOf(number, word.part === 'street')
        const positions = drawer.get(label)
        if (!positions) drawer.set(label, [position])
        else if (positions.at(-1) !== position) positions.push(position)
      }
    }
  })
  return { spellings, byWord }
}

function distinctiveOf(address: ParsedAddress): readonly AddressWord[] {
  return address.words.filter((word) => word.weight >= DISTINCTIVE)
}

function labelOf(number: string, isStreet: boolean): string {
  return isStreet ? `${number} street` : `${number} other`
}

/** Addresses that share a number and a word with the query, where one of the two words is in a street. */
function candidates(query: ParsedAddress, { spellings, byWord }: Drawers): ReadonlySet<number> {
  const found = new Set<number>()
  const numbers = numbersOf(query)
  const besideStreets = numbers.map((number) => labelOf(number, true))
  const besideAll = [...besideStreets, ...numbers.map((number) => labelOf(number, false))]
  for (const word of distinctiveOf(query)) {
    for (const at of spellings.find(word.text)) {
      for (const label of word.part === 'street' ? besideAll : besideStreets) {
        for (const position of byWord[at]?.get(label) ?? []) found.add(position)
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
