/**
 * Consignee screens a trade before it happens: parties, addresses and destinations against lists and dated
 * measures, with every reason cited.
 * @module
 */
import { embeddedGoods } from './goods/embedded.js'
import type { GoodsFacts } from './goods/facts.js'
import { embeddedSnapshots } from './lists/embedded.js'
import { embeddedMeasures, FACTS_AS_OF } from './measures/embedded.js'
import { findMeasuresInForce, type MeasureQuery } from './measures/in-force.js'
import { makeTimeline, type Timeline, type TimelineRange } from './measures/timeline.js'
import type { Snapshot } from './model/listing.js'
import type { Measure } from './model/measure.js'
import type { Policy } from './model/policy.js'
import { makeScreener, type Screener } from './screener.js'

export * from './core.js'
export { type Bundle, compileLists, openBundle } from './lists/bundle.js'
export { parsableLists, parseList } from './lists/parse.js'
export type { MeasureQuery } from './measures/in-force.js'
export type { Timeline, TimelineCell, TimelineChange, TimelineRange } from './measures/timeline.js'
export { compareAddresses } from './places/address.js'
export { resolveAddress, resolvePlace } from './places/resolve.js'

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

/** Year by year and jurisdiction: the strictest status, the measures behind it, and the days of change. */
export function embargoTimeline(
  destination: string,
  range: TimelineRange,
  measures: readonly Measure[] = embeddedMeasures,
): Timeline {
  return makeTimeline(destination, range, measures)
}
