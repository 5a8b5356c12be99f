import type { ListedAddress } from '../model/listing.js'
import type { Address } from '../model/transaction.js'
import { compareParsed, withoutRuns } from './address.js'
import { type ParsedAddress, parseAddress } from './address-parse.js'

/**
 * Which listed addresses might be this one? Two addresses that count as the same share a number, or both have none,
 * and share a word up to one slip. One slip in a word of five letters or more leaves its first two or its last two
 * letters as they were (runs of a letter counted once, for they are cheap to get wrong). So each address is filed
 * under every pair of one of its numbers and one such end of one of its words, and the pairs of the query find all
 * that comparison with every address would find.
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
    for (const key of keysOf(address)) {
      const list = postings.get(key)
      if (list) list.push(position)
      else postings.set(key, [position])
    }
  })
  return {
    search(address, minScore) {
      const query = parseAddress(address)
      const positions = new Set([...keysOf(query)].flatMap((key) => postings.get(key) ?? []))
      return [...positions]
        .sort((a, b) => a - b)
        .flatMap((position) => {
          const { score } = compareParsed(query, parsed[position]!)
          const { ref, address: listed } = entries[position]!
          return score >= minScore ? [{ ref, listed, score }] : []
        })
        .sort((a, b) => b.score - a.score)
    },
  }
}

function keysOf(address: ParsedAddress): Set<string> {
  const numbers = address.numbers.length > 0 ? address.numbers.map((number) => number.text) : ['']
  const keys = new Set<string>()
  for (const { text } of address.words) {
    const word = withoutRuns(text)
    for (const number of numbers) {
      keys.add(`${number} ${word.slice(0, 2)}`)
      keys.add(`${number} -${word.slice(-2)}`)
    }
  }
  return keys
}
