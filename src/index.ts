/**
 * Consignee screens a trade before it happens: parties, addresses and destinations against lists and dated
 * measures, with every reason cited.
 * @module
 */
import { embeddedGoods } from './goods/embedded.js'
import type { GoodsFacts } from './goods/facts.js'
import { embeddedSnapshots } from './lists/embedded.js'
import { embeddedGroups, embeddedMeasures, FACTS_AS_OF } from './measures/embedded.js'
import { findMemberships, type GroupMembership } from './measures/groups.js'
import { findMeasuresInForce, jurisdictionsOf, type MeasureQuery } from './measures/in-force.js'
import { makeTimeline, type Timeline, type TimelineRange } from './measures/timeline.js'
import { renderTimelinePage } from './measures/timeline-html.js'
import type { Snapshot } from './model/listing.js'
import type { Measure } from './model/measure.js'
import type { Policy } from './model/policy.js'
import type { CalendarDate, Jurisdiction } from './model/vocabulary.js'
import { findTerritory } from './places/territories.js'
import { makeScreener, type Screener } from './screener.js'

export { type Bundle, compileLists, openBundle } from './bundle.js'
export * from './core.js'
export { type Amendment, diffSnapshots, type ListDiff, type SnapshotReference } from './lists/diff.js'
export type { FieldChange } from './lists/diff-fields.js'
export { undateFuture } from './lists/future.js'
export { applyDelta } from './lists/opensanctions.js'
export { type OwnMapping, ownMappingSchema, parseOwnList } from './lists/own-list.js'
export { parsableLists, parseList } from './lists/parse.js'
export type { GroupMembership } from './measures/groups.js'
export type { MeasureQuery } from './measures/in-force.js'
export type { TimelinePhase, TimelineStatus } from './measures/phases.js'
export type { Timeline, TimelineCell, TimelineChange, TimelineRange } from './measures/timeline.js'
export { compareAddresses } from './places/address.js'
export { resolveAddress, resolvePlace } from './places/resolve.js'
export { type RescreenOptions, rescreen, type TouchedParty } from './rules/rescreen.js'

/** What `createScreener` can be given; everything has a default. */
export interface ScreenerOptions {
  /**
   * Parsed official lists (`parseList`, or the snapshots of `openBundle`). They come on top of the embedded sample;
   * an official list replaces the sample of the same list.
   */
  readonly lists?: readonly Snapshot[]
  /** Measures instead of the embedded ones. */
  readonly measures?: readonly Measure[]
  /** Facts about goods instead of the embedded ones. */
  readonly goods?: GoodsFacts
  /** Overrides of the default policy. */
  readonly policy?: Partial<Policy>
}

/**
 * Makes a screener, by default on the embedded data alone. The embedded sample is not the law: without the official
 * lists of the policy's jurisdictions every decision is at least `review`, and says which list is missing.
 */
export function createScreener(options: ScreenerOptions = {}): Screener {
  return makeScreener({
    lists: [...embeddedSnapshots, ...(options.lists ?? [])],
    measures: options.measures ?? embeddedMeasures,
    groups: embeddedGroups,
    goods: options.goods ?? embeddedGoods,
    factsAsOf: FACTS_AS_OF,
    policy: options.policy,
  })
}

/** The measures in force for a territory code on a day, strictest first; by default among the embedded ones. */
export function measuresInForce(
  query: MeasureQuery,
  measures: readonly Measure[] = embeddedMeasures,
): readonly Measure[] {
  return findMeasuresInForce(query, measures)
}

/** Whose law the facts hold: of another jurisdiction nothing is known, which is not the same as no measure. */
export function knownJurisdictions(measures: readonly Measure[] = embeddedMeasures): readonly Jurisdiction[] {
  return [...jurisdictionsOf(measures)]
}

/**
 * The groups of the law (Country Groups E:1, E:2 and D:5, state sponsors of terrorism, ITAR 126.1, military end use) that a
 * territory is in on a day.
 * @throws ConsigneeError `invalid-input` when the territory is not a code or the day not a date.
 */
export function membershipsOf(territory: string, on: CalendarDate): readonly GroupMembership[] {
  return findMemberships(territory, on, embeddedGroups)
}

/** Year by year and jurisdiction: the strictest status, the measures behind it, and the days of change. */
export function embargoTimeline(
  destination: string,
  range: TimelineRange,
  measures: readonly Measure[] = embeddedMeasures,
): Timeline {
  return makeTimeline(destination, range, measures, embeddedGroups)
}

/**
 * A timeline as one HTML page that stands alone: a matrix of years and jurisdictions whose cells open their measures, the
 * phases, what changed day by day, and the same in words. No script, nothing fetched, everything escaped.
 * @param measures the measures the timeline was made from.
 */
export function renderTimelineHtml(
  timeline: Timeline,
  measures: readonly Measure[] = embeddedMeasures,
): string {
  const name = findTerritory(timeline.destination)?.name ?? timeline.destination
  return renderTimelinePage(timeline, { ...embeddedGroups, name, measures, factsAsOf: FACTS_AS_OF })
}
