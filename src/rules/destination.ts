import { membershipsOn } from '../measures/groups.js'
import { findMeasuresOnDay } from '../measures/in-force.js'
import type { Finding } from '../model/decision.js'
import type { Measure, MeasureKind } from '../model/measure.js'
import type { GroupTable } from '../model/membership.js'
import type { PlaceReading } from '../model/place.js'
import type { Address, Transaction } from '../model/transaction.js'
import type { CalendarDate, Jurisdiction, Outcome } from '../model/vocabulary.js'
import { top } from '../places/combine.js'
import { isReadWhole, type PlaceConflict, resolveAddress } from '../places/resolve.js'
import { writeAddress } from './listed-address.js'

/** Which measures restrict a place of the transaction on its date, and which groups of the law is it in? */
export function findDestinationMeasures(
  transaction: Transaction,
  jurisdictions: readonly Jurisdiction[],
  measures: readonly Measure[],
  groups: GroupTable,
): Finding[] {
  const places = placesOf(transaction)
  const restricted = readingsByTerritory(places).flatMap(({ where, reading, uncertain }) => [
    ...findMeasuresOnDay(reading.territory, transaction.date, jurisdictions, measures).map((measure) =>
      toFinding(where, reading, measure, uncertain),
    ),
    ...findGroups(where, reading, transaction.date, jurisdictions, groups),
  ])
  return [...places.flatMap(findDoubts), ...restricted]
}

/** One way to read a place, and whether it has to be confirmed. */
interface PlaceToCheck {
  readonly where: string
  readonly reading: PlaceReading
  readonly uncertain: boolean
}

/**
 * Every territory the transaction can touch, once: where it is certain before where it is doubtful, then destination,
 * transit, parties. A guess at one place must not weaken what another place says for certain.
 */
function readingsByTerritory(places: readonly Place[]): PlaceToCheck[] {
  const found = new Map<string, PlaceToCheck>()
  for (const place of places) {
    const uncertain = isUncertain(place)
    const readings = place.likely.map((reading) => ({ where: place.where, reading, uncertain }))
    if (place.conflict)
      readings.push({ where: place.where, reading: place.conflict.reading, uncertain: true })
    for (const each of readings) {
      const known = found.get(each.reading.territory)
      if (!known || (known.uncertain && !each.uncertain)) found.set(each.reading.territory, each)
    }
  }
  return [...found.values()]
}

/** What a person has to clear up about a place before its law can be told. */
function findDoubts(place: Place): Finding[] {
  const { where, text, likely, conflict, isCut } = place
  if (isCut)
    return [
      { code: 'insufficient-data', outcome: 'review', points: 30, where, missing: 'rest-of-place' },
      ...findDoubts({ ...place, isCut: false }),
    ]
  const [best] = likely
  // Without a word a party's place was not given, and the destination is asked for elsewhere; a stop on the way is somewhere.
  if (!best) return text.trim() === '' && !where.startsWith('transit') ? [] : [unknownPlace(where, text)]
  const findings: Finding[] = []
  if (isUncertain(place))
    findings.push({ code: 'ambiguous-place', outcome: 'review', points: 40, where, text, readings: likely })
  if (conflict) {
    findings.push({
      code: 'conflicting-place',
      outcome: 'review',
      points: 40,
      where,
      text,
      readings: [best, conflict.reading],
      field: conflict.field,
    })
  }
  return findings
}

function isUncertain({ likely }: Place): boolean {
  return likely.length > 1 || (likely[0]?.confidence ?? 1) < HINT
}

/** Readings below this confidence are hints, which a person has to confirm. */
const HINT = 0.75

interface Place {
  readonly where: string
  readonly text: string
  /** The readings that share the best confidence; empty when the place is unknown. */
  readonly likely: readonly PlaceReading[]
  /** Another field of the address that points elsewhere. */
  readonly conflict?: PlaceConflict | undefined
  /** Whether a field is longer than is read. */
  readonly isCut: boolean
}

/**
 * All places that can bring a measure into play. The exporter's own place is not one: what leaves is judged by where it
 * goes and who takes part.
 */
function placesOf(transaction: Transaction): Place[] {
  const places: Place[] = []
  const add = (where: string, address: Address | undefined) => {
    if (!address) return
    const { readings, conflict } = resolveAddress(address)
    const isCut = !Object.values(address).every((field) => field === undefined || isReadWhole(field))
    places.push({ where, text: writeAddress(address), likely: top(readings), conflict, isCut })
  }
  add('destination', transaction.destination)
  transaction.transit?.forEach((address, i) => {
    add(`transit[${i}]`, address)
  })
  transaction.parties.forEach((party, i) => {
    if (party.role === 'exporter') return
    add(`parties[${i}].address`, party.address)
    if (party.country) add(`parties[${i}].country`, { country: party.country })
  })
  if (transaction.payment?.country) add('payment.country', { country: transaction.payment.country })
  return places
}

/** Whether the place is in a group of the law, such as Country Group E:1. A note: rules about goods build on it. */
function findGroups(
  where: string,
  place: PlaceReading,
  on: CalendarDate,
  jurisdictions: readonly Jurisdiction[],
  groups: GroupTable,
): Finding[] {
  const memberships = membershipsOn(place.territory, on, groups).filter(({ group }) =>
    jurisdictions.includes(group.jurisdiction),
  )
  if (memberships.length === 0) return []
  return [{ code: 'destination-groups', outcome: 'clear', points: 0, where, place, memberships }]
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
