import type { PlaceReading, Territory } from '../model/place.js'
import { findAmbiguous, findByName, findTerritory, type NamedPlace } from './territories.js'

/** How sure a reading is, by how the territory was recognized. */
export const CONFIDENCE = {
  /** The whole text is a code or an unambiguous name. */
  certain: 1,
  /** The country of a longer text, or a part of it that the address names. */
  named: 0.95,
  /** Found in other parts of a text, or told by other words of the address. */
  found: 0.9,
  /** A city or region that points to it. */
  clue: 0.8,
  /** A name inside the street part of an address: streets are named after places. */
  trace: 0.7,
  /** A former state and each of its successors. */
  former: 0.6,
  /** Each reading of an ambiguous name. */
  ambiguous: 0.5,
  /** A reading that the bare name usually does not have. */
  unlikely: 0.3,
} as const

/**
 * The territory whose code is the whole text, in capitals or small letters: `Nga` is Vietnamese for Russia, `NGA` is
 * Nigeria. Codes of former states are names (`readName`).
 */
export function readCode(text: string): PlaceReading | undefined {
  const isCode = text === text.toUpperCase() || text === text.toLowerCase()
  const territory = isCode ? findTerritory(text) : undefined
  if (!territory || territory.successors) return undefined
  return toReading(territory, CONFIDENCE.certain, text, 'code')
}

/**
 * Readings of one name, best first; empty when it is not in the table.
 * @param key the name, folded.
 * @param clue the name as written, for the reading.
 */
export function readName(key: string, clue: string): PlaceReading[] {
  const row = findAmbiguous(key)
  if (row) {
    const how = row.note === 'city' ? 'city' : 'name'
    const usual = how === 'city' ? CONFIDENCE.clue : CONFIDENCE.found
    return rank(
      row.readings.flatMap((code) => {
        const unlikely = row.principal === undefined ? CONFIDENCE.ambiguous : CONFIDENCE.unlikely
        const territory = findTerritory(code)
        return territory ? [toReading(territory, code === row.principal ? usual : unlikely, clue, how)] : []
      }),
    )
  }
  const places = findByName(key)
  const living = places.filter(({ how }) => how === 'name' || how === 'alias')
  const former = places.filter(({ how }) => how === 'historic')
  if (living.length > 0) {
    const confidence = living.length === 1 ? CONFIDENCE.certain : CONFIDENCE.ambiguous
    return [
      ...living.map(({ territory, how }) => toReading(territory, confidence, clue, how)),
      ...former.map(({ territory, how }) => toReading(territory, CONFIDENCE.unlikely, clue, how)),
    ]
  }
  if (former.length > 0) return rank(former.flatMap((place) => readFormer(place, clue)))
  return places.map(({ territory }) => toReading(territory, CONFIDENCE.clue, clue, 'city'))
}

/** A former state, and with the same confidence the states that followed it: the goods can go to any of them. */
function readFormer({ territory }: NamedPlace, clue: string): PlaceReading[] {
  const successors = (territory.successors ?? []).flatMap((code) => findTerritory(code) ?? [])
  return [territory, ...successors].map((each) => toReading(each, CONFIDENCE.former, clue, 'historic'))
}

function toReading(
  territory: Territory,
  confidence: number,
  clue: string,
  how: PlaceReading['how'],
): PlaceReading {
  return { territory: territory.code, name: territory.name, confidence, clue: clue.slice(0, 100), how }
}

/** Best first, each territory once; equal ones keep their order. */
export function rank(readings: readonly PlaceReading[]): PlaceReading[] {
  const best = new Map<string, PlaceReading>()
  for (const reading of [...readings].sort((a, b) => b.confidence - a.confidence)) {
    if (!best.has(reading.territory)) best.set(reading.territory, reading)
  }
  return [...best.values()]
}

/** The readings with no confidence above `limit`. */
export function capped(readings: readonly PlaceReading[], limit: number): PlaceReading[] {
  return readings.map((reading) => ({ ...reading, confidence: Math.min(reading.confidence, limit) }))
}
