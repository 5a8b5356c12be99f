/**
 * The same engine without any embedded data: bring your own lists and measures. For browsers and edge runtimes.
 * @module
 */
export { decide, riskBands } from './decide.js'
export { ConsigneeError, type ErrorCode, type ErrorDetails } from './errors.js'
export { explain, explainAlso, explainEvidence, explainFinding, explainMeasure } from './explain.js'
export type { GoodsFacts } from './goods/facts.js'
export type { Cadence, Publication, PublishedFile } from './lists/publications.js'
export { findList, type ListEntry, listsOf, registry } from './lists/registry.js'
export { compareNames } from './match/compare.js'
export { bandFloor, bandOf, scoreEvidence } from './match/score.js'
export type * from './model/decision.js'
export type * from './model/item-finding.js'
export type * from './model/listing.js'
export type * from './model/match.js'
export type * from './model/measure.js'
export type * from './model/membership.js'
export type * from './model/place.js'
export { defaultPolicy, type Policy } from './model/policy.js'
export type * from './model/transaction.js'
export type * from './model/vocabulary.js'
export { makeScreener, type Screener, type ScreenerData, type SearchOptions } from './screener.js'
export { VERSION } from './version.js'
