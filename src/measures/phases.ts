import type { Measure, MeasureKind } from '../model/measure.js'
import type { CalendarDate, Effect, Jurisdiction, Period } from '../model/vocabulary.js'

/**
 * The law of one jurisdiction on a place as a row of phases, to the day: from one day to another the strictest measure
 * was of this kind. A phase ends where the strictest measure changes, not where any row does, so that a page tells a
 * story instead of a list.
 */

/** What a place is under one law: a kind of measure, only rows that ease, or nothing. */
export type TimelineStatus = MeasureKind | 'relief' | 'none'

/** A time in which the strictest status under one law was the same. */
export interface TimelinePhase {
  readonly jurisdiction: Jurisdiction
  /** First day, and the first day after it; cut at the ends of the range that was asked for. */
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly status: TimelineStatus
  readonly effect: Effect | null
  /** Ids of all measures that held throughout the phase or in a part of it, strictest first. */
  readonly measures: readonly string[]
  /** False where a day is a placeholder for a month, a year or an unknown day: do not show it as a day. */
  readonly precise: { readonly from: boolean; readonly until: boolean }
}

/** A half-open span of days with both ends. */
export interface Span {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** Whether a period has a day in the span. */
export function overlaps({ from, until }: Period, span: Span): boolean {
  return (from === null || from < span.until) && (until === null || until > span.from)
}

/** @param held measures that hold together, strictest first. */
export function statusOf(held: readonly Measure[]): {
  readonly status: TimelineStatus
  readonly effect: Effect | null
} {
  const [strictest] = held
  if (!strictest) return { status: 'none', effect: null }
  return { status: strictest.relief ? 'relief' : strictest.kind, effect: strictest.effect }
}

/** @param own the jurisdiction's measures on the place, strictest first. */
export function findPhases(jurisdiction: Jurisdiction, own: readonly Measure[], span: Span): TimelinePhase[] {
  const phases: TimelinePhase[] = []
  for (const piece of piecesOf(own, span)) {
    const held = own.filter(({ period }) => overlaps(period, piece))
    const { status, effect } = statusOf(held)
    const last = phases.at(-1)
    if (last?.status === status && last.effect === effect) {
      const longer = { from: last.from, until: piece.until }
      const measures = own.filter(({ period }) => overlaps(period, longer)).map((measure) => measure.id)
      const precise = { from: last.precise.from, until: isExact(piece.until, own) }
      phases[phases.length - 1] = { ...last, until: piece.until, measures, precise }
    } else {
      const measures = held.map((measure) => measure.id)
      const precise = { from: isExact(piece.from, own), until: isExact(piece.until, own) }
      phases.push({ jurisdiction, ...piece, status, effect, measures, precise })
    }
  }
  return phases
}

/** The span, cut on every day on which a measure begins or ends. */
function piecesOf(own: readonly Measure[], { from, until }: Span): Span[] {
  const days = new Set([from])
  for (const { period } of own) {
    for (const day of [period.from, period.until])
      if (day !== null && from < day && day < until) days.add(day)
  }
  const cuts = [...days].sort()
  return cuts.map((day, i) => ({ from: day, until: cuts[i + 1] ?? until }))
}

function isExact(day: CalendarDate, measures: readonly Measure[]): boolean {
  return measures.every(
    ({ period, precision }) =>
      (period.from !== day || precision.from === 'day') &&
      (period.until !== day || precision.until === 'day'),
  )
}
