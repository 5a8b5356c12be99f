import { ConsigneeError } from '../errors.js'
import type { Measure } from '../model/measure.js'
import type { GroupTable } from '../model/membership.js'
import type { CalendarDate, Effect, Jurisdiction } from '../model/vocabulary.js'
import { type GroupMembership, membershipsEver } from './groups.js'
import { lawOf, measuresOn } from './in-force.js'
import {
  findPhases,
  overlaps,
  type Span,
  statusOf,
  type TimelinePhase,
  type TimelineStatus,
} from './phases.js'

/**
 * The law on a place year by year: some years a sale is legal, in others everything is banned.
 *
 * A year's status is the strictest measure that held on any of its days, so a year in which an embargo began or ended
 * counts as a year of embargo; the changes tell on which day. Both come from the same half-open periods that decide
 * whether a measure is in force, so the timeline can never disagree with an answer for a day.
 */

/** The years to show. */
export interface TimelineRange {
  /** First and last year, both inclusive; between 1000 and 9998, at most 500 years. */
  readonly from: number
  readonly to: number
  /** Whose law; every jurisdiction with a measure on the place when left out. */
  readonly jurisdictions?: readonly Jurisdiction[] | undefined
}

/** A day on which something changed. */
export interface TimelineChange {
  readonly date: CalendarDate
  /** Ids of the measures that began on that day. */
  readonly began: readonly string[]
  /** Ids of the measures for which it is the first day without them. */
  readonly ended: readonly string[]
  /** False where the day is a placeholder for a month, a year or an unknown day: do not show it as a day. */
  readonly precise: boolean
}

/** One jurisdiction in one year. */
export interface TimelineCell {
  readonly jurisdiction: Jurisdiction
  /** The strictest kind of measure that held on any day of the year; `relief` where there were only rows that ease. */
  readonly status: TimelineStatus
  /** The strictest effect that a measure of that kind had; null when there was none. */
  readonly effect: Effect | null
  /** Ids of the measures that held on any day of the year, strictest first. */
  readonly measures: readonly string[]
  /** Ids of the memberships in groups of this law (Country Group E:1 …) that held on any day of the year. */
  readonly memberships: readonly string[]
  /** What began or ended within the year, in order of days. */
  readonly changes: readonly TimelineChange[]
}

/** Year by year, and phase by phase to the day, what the law said. */
export interface Timeline {
  readonly destination: string
  /** By jurisdiction and day: for how long which status held. */
  readonly phases: readonly TimelinePhase[]
  readonly years: readonly { readonly year: number; readonly jurisdictions: readonly TimelineCell[] }[]
}

const FIRST_YEAR = 1000
const LAST_YEAR = 9998
const MOST_YEARS = 500

/**
 * For each year and jurisdiction: the strictest status, the measures behind it, and the days of change.
 * @param destination territory code; a part of a state also has the measures of the whole.
 * @throws ConsigneeError `invalid-input` when the destination is not a territory code or the years are not a range.
 */
export function makeTimeline(
  destination: string,
  { from, to, jurisdictions }: TimelineRange,
  measures: readonly Measure[],
  groups: GroupTable,
): Timeline {
  checkYears(from, to)
  const all = measuresOn(destination, undefined, measures)
  const codes = [...new Set(jurisdictions ?? all.map((measure) => measure.jurisdiction).sort())]
  const byCode = new Map(codes.map((code) => [code, lawOf(code, all)]))
  const memberships = membershipsEver(destination, groups)
  const years: Timeline['years'][number][] = []
  for (let year = from; year <= to; year++) {
    years.push({
      year,
      jurisdictions: [...byCode].map(([code, own]) => makeCell(year, code, own, memberships)),
    })
  }
  const span = { from: `${from}-01-01`, until: `${to + 1}-01-01` }
  const phases = [...byCode].flatMap(([code, own]) => findPhases(code, own, span))
  return { destination, phases, years }
}

function checkYears(from: number, to: number): void {
  for (const [path, year] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const expected = `a year between ${FIRST_YEAR} and ${LAST_YEAR}`
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
      throw wrongYears(path, expected, year)
  }
  if (to < from) throw wrongYears('to', `a year not before ${from}`, to)
  if (to - from >= MOST_YEARS) throw wrongYears('to', `at most ${MOST_YEARS} years from ${from}`, to)
}

function wrongYears(path: string, expected: string, year: number): ConsigneeError {
  const received = String(year)
  return new ConsigneeError('invalid-input', `timeline: ${path}: expected ${expected}, got ${received}`, {
    path,
    expected,
    received,
  })
}

/** @param own the jurisdiction's measures on the place, strictest first. */
function makeCell(
  year: number,
  jurisdiction: Jurisdiction,
  own: readonly Measure[],
  memberships: readonly GroupMembership[],
): TimelineCell {
  const span = { from: `${year}-01-01`, until: `${year + 1}-01-01` }
  const held = own.filter(({ period }) => overlaps(period, span))
  return {
    jurisdiction,
    ...statusOf(held),
    measures: held.map((measure) => measure.id),
    memberships: memberships
      .filter(
        ({ group, membership }) => group.jurisdiction === jurisdiction && overlaps(membership.period, span),
      )
      .map(({ membership }) => membership.id),
    changes: changesWithin(span, own),
  }
}

function changesWithin({ from, until }: Span, measures: readonly Measure[]): TimelineChange[] {
  const days = new Set<CalendarDate>()
  for (const { period } of measures) {
    for (const day of [period.from, period.until])
      if (day !== null && from <= day && day < until) days.add(day)
  }
  return [...days].sort().map((date) => {
    const began = measures.filter(({ period }) => period.from === date)
    const ended = measures.filter(({ period }) => period.until === date)
    return {
      date,
      began: began.map((measure) => measure.id),
      ended: ended.map((measure) => measure.id),
      precise:
        began.every(({ precision }) => precision.from === 'day') &&
        ended.every(({ precision }) => precision.until === 'day'),
    }
  })
}
