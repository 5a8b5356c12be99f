import { findMeasuresInForce } from '../measures/in-force.js'
import type { Finding } from '../model/decision.js'
import type { Measure, MeasureKind } from '../model/measure.js'
import type { PlaceReading } from '../model/place.js'
import type { Address, Transaction } from '../model/transaction.js'
import type { Jurisdiction, Outcome } from '../model/vocabulary.js'
import { type PlaceConflict, resolveAddress, resolvePlace } from '../places/resolve.js'
import { writeAddress } from './listed-address.js'

/** Which measures restrict a place of the transaction on its date? */
export function findDestinationMeasures(
  transaction: Transaction,
  jurisdictions: readonly Jurisdiction[],
  measures: readonly Measure[],
): Finding[] {
  const findings = placesOf(transaction).flatMap((place) =>
    findForPlace(place, transaction, jurisdictions, measures),
  )
  // A measure is said once, for the first place it restricts: destination, then transit, then parties.
  const said = new Set<string>()
  return findings.filter((finding) => {
    if (finding.code !== 'destination-measure') return true
    const key = `${finding.measure.id} ${finding.place.territory}`
    return said.has(key) ? false : said.add(key) !== undefined
  })
}

function findForPlace(
  place: Place,
  transaction: Transaction,
  jurisdictions: readonly Jurisdiction[],
  measures: readonly Measure[],
): Finding[] {
  const { where, text, readings, conflict } = place
  const [best] = readings
  if (!best) return text.trim() === '' ? [] : [unknownPlace(where, text)]
  const likely = readings.filter((reading) => reading.confidence === best.confidence)
  const uncertain = likely.length > 1 || best.confidence < HINT
  const findings: Finding[] = []
  if (uncertain)
    findings.push({ code: 'ambiguous-place', outcome: 'review', points: 40, where, text, readings: likely })
  if (conflict) {
    const { field, reading } = conflict
    findings.push({
      code: 'conflicting-place',
      outcome: 'review',
      points: 40,
      where,
      text,
      readings: [best, reading],
      field,
    })
  }
  const restricted = (reading: PlaceReading, doubtful: boolean) => {
    const query = { destination: reading.territory, on: transaction.date, jurisdictions }
    return findMeasuresInForce(query, measures).map((measure) => toFinding(where, reading, measure, doubtful))
  }
  return [
    ...findings,
    ...likely.flatMap((reading) => restricted(reading, uncertain)),
    ...(conflict ? restricted(conflict.reading, true) : []),
  ]
}

/** Readings below this confidence are hints, which a person has to confirm. */
const HINT = 0.75

interface Place {
  readonly where: string
  readonly text: string
  readonly readings: readonly PlaceReading[]
  /** Another field of the address that points elsewhere. */
  readonly conflict?: PlaceConflict | undefined
}

/**
 * All places that can bring a measure into play. The exporter's own place is not one: what leaves is judged by where it
 * goes and who takes part.
 */
function placesOf(transaction: Transaction): Place[] {
  const places: Place[] = []
  const add = (where: string, address: Address | undefined) => {
    if (!address) return
    places.push({ where, text: writeAddress(address), ...resolveAddress(address) })
  }
  add('destination', transaction.destination)
  transaction.transit?.forEach((address, i) => {
    add(`transit[${i}]`, address)
  })
  transaction.parties.forEach((party, i) => {
    if (party.role === 'exporter') return
    add(`parties[${i}].address`, party.address)
    if (party.country) {
      places.push({
        where: `parties[${i}].country`,
        text: party.country,
        readings: resolvePlace(party.country),
      })
    }
  })
  return places
}

function unknownPlace(where: string, text: string): Finding {
  return { code: 'unknown-place', outcome: 'review', points: 30, where, text }
}

const kindPoints: Record<MeasureKind, number> = {
  'comprehensive-embargo': 95,
  'near-embargo': 75,
  'policy-of-denial': 55,
  'arms-embargo': 35,
  sectoral: 40,
  'dual-use': 40,
  'luxury-goods': 35,
  'military-end-use': 35,
  financial: 25,
  transport: 25,
  other: 20,
  'import-ban': 3,
}

/** Kinds that restrict money, carriage or status rather than goods: with a caution only, they are notes. */
const notesWhenCaution: ReadonlySet<MeasureKind> = new Set(['financial', 'transport', 'other'])

/**
 * A comprehensive embargo stops the transaction; anything less asks a person. Import bans restrict the other direction
 * and are notes. Where a measure holds only in a part of the territory, or the place is uncertain, the place has to be
 * checked first.
 */
function toFinding(where: string, place: PlaceReading, measure: Measure, uncertain: boolean): Finding {
  const isNote =
    measure.kind === 'import-ban' || (notesWhenCaution.has(measure.kind) && measure.effect === 'caution')
  const certain = !uncertain && measure.scope.partial !== true
  const stops = measure.kind === 'comprehensive-embargo' && measure.effect === 'prohibited' && certain
  const outcome: Outcome = isNote ? 'clear' : stops ? 'stop' : 'review'
  const points = isNote ? 3 : certain ? kindPoints[measure.kind] : Math.round(kindPoints[measure.kind] * 0.6)
  return { code: 'destination-measure', outcome, points, where, place, measure }
}
