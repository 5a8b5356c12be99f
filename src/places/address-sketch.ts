import type { Address } from '../model/transaction.js'
import { segmentsOf } from './address-parse.js'
import { isNameLike, isNumber, tokensOf } from './address-tokens.js'
import { markerOf } from './address-words.js'

/**
 * What an address may turn out to be when it is read (`address-parse.ts`), told from its tokens alone in a fraction of the
 * time. Hardly an address shares a word and a number with a listed one, and a sketch is enough to tell.
 */
export interface AddressSketch {
  /** Tokens of which words and numbers of the street may be made. */
  readonly street: readonly string[]
  /** Tokens that are certainly not of the street. */
  readonly other: readonly string[]
  /** Whether it may have no house number. */
  readonly mayLackHouse: boolean
}

/** Sketches an address. */
export function sketchAddress(address: Address): AddressSketch {
  const street: string[] = []
  const other: string[] = []
  for (const { raw, part } of segmentsOf(address)) {
    for (const token of tokensOf(raw)) (part === 'locality' ? other : street).push(token)
  }
  // Fields are taken at their word, unless the one for the street holds no name.
  const isPlain = !address.text && street.some(isNameLike)
  if (!isPlain) return { street: [...street, ...other], other: [], mayLackHouse: true }
  return { street, other, mayLackHouse: !street.some(isNumber) || street.some((token) => markerOf(token)) }
}
