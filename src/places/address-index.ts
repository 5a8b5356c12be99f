import type { ListedAddress } from '../model/listing.js'
import type { Address } from '../model/transaction.js'
import { compareParsed, mayBeSame } from './address.js'
import { type AddressWord, type ParsedAddress, parseAddress } from './address-parse.js'
import { DISTINCTIVE, withoutRuns } from './address-words.js'

/**
 * Which listed addresses might be this one? Two addresses that count as the same share a number, or both have no house number,
 * and share a distinctive word up to one slip, which stands in the street of one of them. One slip in a word of five
 * letters or more leaves its first two or its last two letters as they were (runs of a letter counted once, for they
 * are cheap to get wrong). So each address is filed under every pair of one of its numbers and one such end of one of
 * its words, and the pairs of the query find all that comparison with every address would find.
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
  const postings = new Map<string, number[]>()
  parsed.forEach((address, position) => {
    for (const key of keysOf(address, (word) => [word.part === 'street'])) {
      const list = postings.get(key)
      if (list) list.push(position)
      else postings.set(key, [position])
    }
  })
  return {
    search(address, minScore) {
      const query = parseAddress(address)
      const positions = new Set(
        [...keysOf(query, (word) => (word.part === 'street' ? [true, false] : [true]))].flatMap(
          (key) => postings.get(key) ?? [],
        ),
      )
      return [...positions]
        .sort((a, b) => a - b)
        .flatMap((position) => {
          if (!mayBeSame(query, parsed[position]!)) return []
          const { score } = compareParsed(query, parsed[position]!)
          const { ref, address: listed } = entries[position]!
          return score >= minScore ? [{ ref, listed, score }] : []
        })
        .sort((a, b) => b.score - a.score)
    },
  }
}

/** @param streets for a word, whether to make keys for a word in a street, in the rest of an address, or both. */
function keysOf(
  address: ParsedAddress,
  streets: (word: AddressWord) => readonly boolean[],
): ReadonlySet<string> {
  const numbers = address.numbers.map((number) => number.text)
  // Rooms and floors may be missing on one side; the house number may not.
  if (address.numbers.every((number) => number.part !== 'number')) numbers.push('')
  const keys = new Set<string>()
  for (const word of address.words) {
    if (word.weight < DISTINCTIVE) continue
    const letters = withoutRuns(word.text)
    for (const inStreet of streets(word)) {
      for (const number of numbers) {
        const prefix = `${number} ${inStreet ? 'street' : 'other'}`
        keys.add(`${prefix} ${letters.slice(0, 2)}-`)
        keys.add(`${prefix} -${letters.slice(-2)}`)
      }
    }
  }
  return keys
}
