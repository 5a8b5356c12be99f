import { check } from '../model/check.js'
import type { Measure, MeasureKind } from '../model/measure.js'
import {
  type CalendarDate,
  dateSchema,
  type Effect,
  isWithin,
  type Jurisdiction,
  territoryCodeSchema,
} from '../model/vocabulary.js'

/**
 * Which law is in force for a place on a day.
 *
 * The measures are indexed by destination once, strictest first; an answer is then a filter over the few dozen rows of
 * one place. A part of a state also answers with the rows of the whole state, since a rule for Ukraine holds in Crimea.
 * The reverse is not true: a question about Ukraine does not bring the rules for Crimea, which only the place can tell.
 */

/** What to look for. */
export interface MeasureQuery {
  /** Territory code: `KP`, `UA-43`. A part of a state also has the measures of the whole. */
  readonly destination: string
  readonly on: CalendarDate
  /** Whose law; all when left out. Under British law (`GB`) the measures of the EU count until 2020-12-31. */
  readonly jurisdictions?: readonly Jurisdiction[] | undefined
}

/**
 * How much a kind of measure restricts an export, strictest first: a ban on all goods, on nearly all, then on some kinds
 * of goods, then on carriage and money, then on the other direction, then the rest. An import ban and a freeze of funds
 * do not forbid an export; they stand near the end although they are strict in themselves.
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
  'import-ban',
  'other',
]

const kindRank = new Map(byStrictness.map((kind, i) => [kind, byStrictness.length - i]))
const effectRank: Record<Effect, number> = { prohibited: 2, 'license-required': 1, caution: 0 }

/** Kinds that say what is done to goods; one of these with a caution only is an appeal, and ranks with `other`. */
const ofGoods: ReadonlySet<MeasureKind> = new Set(byStrictness.slice(0, byStrictness.indexOf('transport')))

/**
 * How strict a measure is: the kind decides, then the effect; a relief is below all. Greater is stricter; only the order
 * has a meaning.
 */
export function strictness(measure: Pick<Measure, 'kind' | 'effect' | 'relief'>): number {
  if (measure.relief) return 0
  const kind = measure.effect === 'caution' && ofGoods.has(measure.kind) ? 'other' : measure.kind
  return (kindRank.get(kind) ?? 0) * 3 + effectRank[measure.effect]
}

/** Strictest first, then by jurisdiction and id. */
function compareMeasures(a: Measure, b: Measure): number {
  return (
    strictness(b) - strictness(a) || compareText(a.jurisdiction, b.jurisdiction) || compareText(a.id, b.id)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Until this day the law of the European Union was law in the United Kingdom. */
const BRITISH_LAW_ALONE = '2020-12-31'

/** The jurisdictions whose measures bind on a day: under British law, before it stood alone, those of the Union too. */
function bindingOn(jurisdictions: readonly Jurisdiction[], on: CalendarDate): readonly Jurisdiction[] {
  const withUnion = on < BRITISH_LAW_ALONE && jurisdictions.includes('GB') && !jurisdictions.includes('EU')
  return withUnion ? [...jurisdictions, 'EU'] : jurisdictions
}

/** The measures of one jurisdiction among `all`; under British law those of the Union to the day before it stood alone. */
export function lawOf(jurisdiction: Jurisdiction, all: readonly Measure[]): readonly Measure[] {
  if (jurisdiction !== 'GB') return all.filter((measure) => measure.jurisdiction === jurisdiction)
  return all.flatMap((measure) => {
    if (measure.jurisdiction === 'GB') return measure
    const { from, until } = measure.period
    if (measure.jurisdiction !== 'EU' || (from !== null && from >= BRITISH_LAW_ALONE)) return []
    if (until !== null && until <= BRITISH_LAW_ALONE) return measure
    return { ...measure, period: { from, until: BRITISH_LAW_ALONE } }
  })
}

const jurisdictions = new WeakMap<readonly Measure[], ReadonlySet<Jurisdiction>>()

/** Whose measures these are, in order of their codes; reckoned once per array. */
export function jurisdictionsOf(measures: readonly Measure[]): ReadonlySet<Jurisdiction> {
  const known =
    jurisdictions.get(measures) ?? new Set(measures.map(({ jurisdiction }) => jurisdiction).sort())
  jurisdictions.set(measures, known)
  return known
}

const indexes = new WeakMap<readonly Measure[], ReadonlyMap<string, readonly Measure[]>>()

/**
 * Measures by destination, strictest first; under the code of a part those of the whole state too. Built once per array,
 * which must not change afterwards.
 */
function byDestination(measures: readonly Measure[]): ReadonlyMap<string, readonly Measure[]> {
  const known = indexes.get(measures)
  if (known) return known
  const own = new Map<string, Measure[]>()
  for (const measure of measures) {
    for (const destination of measure.scope.destinations) {
      const list = own.get(destination)
      if (list) list.push(measure)
      else own.set(destination, [measure])
    }
  }
  const index = new Map(
    [...own].map(([code, list]) => {
      const whole = own.get(stateOf(code) ?? '') ?? []
      return [code, [...new Set([...list, ...whole])].sort(compareMeasures)] as const
    }),
  )
  indexes.set(measures, index)
  return index
}

/** The state of a part of a state; undefined for a state. */
function stateOf(code: string): string | undefined {
  const hyphen = code.indexOf('-')
  return hyphen < 0 ? undefined : code.slice(0, hyphen)
}

/**
 * All measures on a place, whatever the day, strictest first: its own and, for a part of a state, those of the state.
 * @throws ConsigneeError `invalid-input` when `destination` is not a territory code: a name must not look unrestricted.
 */
export function measuresOn(
  destination: string,
  jurisdictions: readonly Jurisdiction[] | undefined,
  measures: readonly Measure[],
): readonly Measure[] {
  check(territoryCodeSchema, destination, 'destination')
  const all = measuresEver(destination, measures)
  return jurisdictions ? all.filter((measure) => jurisdictions.includes(measure.jurisdiction)) : all
}

/** As `measuresOn`, of all jurisdictions; `destination` must be a territory code. */
function measuresEver(destination: string, measures: readonly Measure[]): readonly Measure[] {
  const index = byDestination(measures)
  return index.get(destination) ?? index.get(stateOf(destination) ?? '') ?? []
}

/**
 * The measures in force on a day, strictest first.
 * @throws ConsigneeError `invalid-input` when the destination is not a territory code or the day not a date.
 */
export function findMeasuresInForce(
  { destination, on, jurisdictions }: MeasureQuery,
  measures: readonly Measure[],
): readonly Measure[] {
  check(dateSchema, on, 'on')
  const binding = jurisdictions && bindingOn(jurisdictions, on)
  return measuresOn(destination, binding, measures).filter((measure) => isWithin(measure.period, on))
}

/** As `findMeasuresInForce`, for a territory of the gazetteer and a day that has been checked. */
export function findMeasuresOnDay(
  destination: string,
  on: CalendarDate,
  jurisdictions: readonly Jurisdiction[],
  measures: readonly Measure[],
): readonly Measure[] {
  const binding = bindingOn(jurisdictions, on)
  return measuresEver(destination, measures).filter(
    ({ jurisdiction, period }) => binding.includes(jurisdiction) && isWithin(period, on),
  )
}
