import type { Measure, MeasureKind } from '../model/measure.js'
import type { CalendarDate, Jurisdiction } from '../model/vocabulary.js'
import { measuresOn, strictnessOf } from './in-force.js'

/** The years to show. */
export interface TimelineRange {
  /** First and last year, both inclusive. */
  readonly from: number
  readonly to: number
  readonly jurisdictions?: readonly Jurisdiction[]
}

/** A day on which something changed. */
export interface TimelineChange {
  readonly date: CalendarDate
  /** Ids of measures that began or ended on that day (the first day without them). */
  readonly began: readonly string[]
  readonly ended: readonly string[]
  /** False where the day is a placeholder for a month, a year or an unknown day. */
  readonly precise: boolean
}

/** One jurisdiction in one year. */
export interface TimelineCell {
  readonly jurisdiction: Jurisdiction
  /** The strictest kind of measure that held on any day of the year. */
  readonly status: MeasureKind | 'none'
  /** Ids of the measures that held on any day of the year, strictest first. */
  readonly measures: readonly string[]
  readonly changes: readonly TimelineChange[]
}

/** Year by year, what the law said. */
export interface Timeline {
  readonly destination: string
  readonly years: readonly { readonly year: number; readonly jurisdictions: readonly TimelineCell[] }[]
}

/** For each year and jurisdiction: the strictest status, the measures behind it, and the days of change. */
export function makeTimeline(
  destination: string,
  { from, to, jurisdictions }: TimelineRange,
  measures: readonly Measure[],
): Timeline {
  const all = measuresOn(destination, jurisdictions, measures)
  const codes = jurisdictions ?? [...new Set(all.map((measure) => measure.jurisdiction))].sort()
  const years: Timeline['years'][number][] = []
  for (let year = from; year <= to; year++) {
    years.push({ year, jurisdictions: codes.map((code) => makeCell(year, code, all)) })
  }
  return { destination, years }
}

function makeCell(year: number, jurisdiction: Jurisdiction, all: readonly Measure[]): TimelineCell {
  const first = `${String(year).padStart(4, '0')}-01-01`
  const next = `${String(year + 1).padStart(4, '0')}-01-01`
  const own = all.filter((measure) => measure.jurisdiction === jurisdiction)
  const held = own
    .filter(({ period }) => (period.from ?? '') < next && (period.until === null || period.until > first))
    .sort((a, b) => strictnessOf(b.kind) - strictnessOf(a.kind))
  return {
    jurisdiction,
    status: held[0]?.kind ?? 'none',
    measures: held.map((measure) => measure.id),
    changes: changesWithin(own, first, next),
  }
}

function changesWithin(
  measures: readonly Measure[],
  first: CalendarDate,
  next: CalendarDate,
): TimelineChange[] {
  const days = new Set<CalendarDate>()
  for (const { period } of measures) {
    for (const day of [period.from, period.until])
      if (day !== null && day >= first && day < next) days.add(day)
  }
  return [...days].sort().map((date) => {
    const began = measures.filter((measure) => measure.period.from === date)
    const ended = measures.filter((measure) => measure.period.until === date)
    return {
      date,
      began: began.map((measure) => measure.id),
      ended: ended.map((measure) => measure.id),
      precise:
        began.every((measure) => measure.precision.from === 'day') &&
        ended.every((measure) => measure.precision.until === 'day'),
    }
  })
}
