import type { PlaceReading } from '../model/place.js'
import { CONFIDENCE, capped, rank } from './place-name.js'
import { isWrittenUnder } from './territories.js'

/**
 * What an address states about its country, made more exact or decided by its other words; these alone where nothing is
 * stated.
 * @param stated readings of the country, best first.
 * @param others readings of the other words or fields, in any order.
 */
export function combine(
  stated: readonly PlaceReading[],
  others: readonly PlaceReading[],
): readonly PlaceReading[] {
  const [first] = stated
  if (!first) {
    const ranked = rank(others)
    return ranked.length > 0 ? combine(top(ranked), ranked.slice(top(ranked).length)) : []
  }
  const likely = top(stated)
  if (likely.length > 1 && first.how !== 'historic') {
    const told = likely.filter((reading) => others.some((other) => isTold(other, reading.territory)))
    if (told.length === 1) return combine([{ ...told[0]!, confidence: CONFIDENCE.found }], others)
  }
  const part = others.find((other) => other.territory !== first.territory && isTold(other, first.territory))
  if (part && likely.length === 1) {
    const rest = rank([...stated, ...others]).filter((reading) => reading.territory !== part.territory)
    return [{ ...part, confidence: CONFIDENCE.named }, ...capped(rest, CONFIDENCE.found)]
  }
  // Other words never outrank what is stated; where that is uncertain itself, they tie with it.
  return rank([...stated, ...capped(others, Math.min(CONFIDENCE.clue, first.confidence))])
}

/** The readings that share the first one's confidence. */
export function top(readings: readonly PlaceReading[]): readonly PlaceReading[] {
  return readings.filter((reading) => reading.confidence === readings[0]?.confidence)
}

/** Whether other words of the address place it in this state, or in a part of it. */
function isTold(other: PlaceReading, state: string): boolean {
  return (
    other.confidence >= CONFIDENCE.trace &&
    other.how !== 'misspelled' &&
    isWrittenUnder(other.territory, state)
  )
}
