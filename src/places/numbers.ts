import type { PlaceReading, Territory } from '../model/place.js'
import { CONFIDENCE } from './place-name.js'
import { findTerritory, isWrittenUnder, territories } from './territories.js'

/**
 * Numbers in an address that tell where it is: a telephone number in international form, a postal code in a range that
 * belongs to a part of the state, a port by its UN/LOCODE (the country's code and three more letters). Hints for a
 * person; they make a country more exact or speak against it, but never name one alone for certain.
 */

/** Most numbers of one kind that are looked at. */
const MAX_NUMBERS = 5

const byPhone: ReadonlyMap<string, Territory> = new Map(
  territories.flatMap((territory) => (territory.phones ?? []).map((prefix) => [prefix, territory] as const)),
)
const longestPhone = Math.max(...[...byPhone.keys()].map((prefix) => prefix.length))

const ranges = territories.flatMap((territory) =>
  (territory.postalCodes ?? []).map((range) => ({ territory, ...range })),
)

/** Territories whose telephone prefix stands in the text behind a plus sign, or two zeros. */
export function readPhones(text: string): readonly PlaceReading[] {
  if (!/\+|00/.test(text)) return []
  const numbers = text.matchAll(/(?:\+|(?<![\d+])00)[ ]?[(]?\d[\d ().-]{5,20}/g)
  return [...numbers].slice(0, MAX_NUMBERS).flatMap(([number]) => {
    const digits = number.replace(/\D/g, '').replace(number.startsWith('+') ? /^$/ : /^00/, '')
    for (let length = longestPhone; length > 1; length--) {
      const territory = byPhone.get(digits.slice(0, length))
      if (territory) return toReading(territory, CONFIDENCE.clue, number.trim())
    }
    return []
  })
}

/** Parts of a state in whose range a postal code of the text lies. */
export function readPostalCodes(text: string, state: string): readonly PlaceReading[] {
  // A part that two states number has codes of different lengths: either will do, whichever state is named.
  const own = ranges.filter(({ territory }) => isWrittenUnder(territory.code, state))
  if (own.length === 0) return []
  return [...text.matchAll(/(?<![\d+])\d{5,6}(?!\d)/g)].slice(0, MAX_NUMBERS).flatMap(([code]) => {
    const range = own.find(({ from, to }) => code.length === from.length && from <= code && code <= to)
    return range ? toReading(range.territory, CONFIDENCE.clue, code) : []
  })
}

/** The country of a port written as a UN/LOCODE and nothing else: `KP FNJ`, less surely `KPFNJ`. */
export function readPort(text: string): readonly PlaceReading[] {
  const [, country = '', space] = /^([A-Z]{2})( ?)[A-Z2-9]{3}$/.exec(text.trim()) ?? []
  const territory = country === '' ? undefined : findTerritory(country)
  if (!territory) return []
  return [toReading(territory, space === ' ' ? CONFIDENCE.clue : CONFIDENCE.trace, text.trim())]
}

function toReading(territory: Territory, confidence: number, clue: string): PlaceReading {
  return { territory: territory.code, name: territory.name, confidence, clue, how: 'number' }
}
