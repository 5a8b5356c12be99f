import type { Measure, MeasureKind } from '../model/measure.js'
import { type CalendarDate, isWithin, type Jurisdiction } from '../model/vocabulary.js'

/** Which law is in force for a place on a day. */

/** What to look for. */
export interface MeasureQuery {
  /** Territory code: `KP`, `UA-43`. A part of a state also has the measures of the whole. */
  readonly destination: string
  readonly on: CalendarDate
  /** Whose law; all when left out. */
  readonly jurisdictions?: readonly Jurisdiction[]
}

/**
 * How much a kind of measure restricts an export, strictest first: a ban on all goods, on nearly all, then on kinds of
 * goods, then on money and carriage, then on the other direction.
 */
const byStrictness: readonly MeasureKind[] = [
  'comprehensive-embargo',
  'near-embargo',
  'policy-of-denial',
  'sectoral',
  'dual-use',
  'arms-embargo',
  'military-end-use',
  'luxury-goods',
  'transport',
  'financial',
  'other',
  'import-ban',
]

const rank = new Map(byStrictness.map((kind, i) => [kind, byStrictness.length - i]))

/** Rank of a kind, 1 to 12; greater is stricter. */
export function strictnessOf(kind: MeasureKind): number {
  return rank.get(kind) ?? 0
}

const indexes = new WeakMap<readonly Measure[], ReadonlyMap<string, readonly Measure[]>>()

/** Measures by destination, strictest first; built once per set of measures. */
function byDestination(measures: readonly Measure[]): ReadonlyMap<string, readonly Measure[]> {
  const known = indexes.get(measures)
  if (known) return known
  const index = new Map<string, Measure[]>()
  for (const measure of [...measures].sort(compareMeasures)) {
    for (const destination of measure.scope.destinations) {
      const list = index.get(destination)
      if (list) list.push(measure)
      else index.set(destination, [measure])
    }
  }
  indexes.set(measures, index)
  return index
}

function compareMeasures(a: Measure, b: Measure): number {
  return (
    strictnessOf(b.kind) - strictnessOf(a.kind) ||
    compareText(a.jurisdiction, b.jurisdiction) ||
    compareText(a.id, b.id)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** All measures on a place, whatever the day: its own and, for a part of a state, those of the state. */
export function measuresOn(
  destination: string,
  jurisdictions: readonly Jurisdiction[] | undefined,
  measures: readonly Measure[],
): readonly Measure[] {
  const index = byDestination(measures)
  const [state = ''] = destination.split('-')
  const own = index.get(destination) ?? []
  const all = state === destination ? own : [...own, ...(index.get(state) ?? [])]
  return jurisdictions ? all.filter((measure) => jurisdictions.includes(measure.jurisdiction)) : all
}

/** The measures in force, strictest first. */
export function findMeasuresInForce(
  { destination, on, jurisdictions }: MeasureQuery,
  measures: readonly Measure[],
): readonly Measure[] {
  return measuresOn(destination, jurisdictions, measures)
    .filter((measure) => isWithin(measure.period, on))
    .sort(compareMeasures)
}
