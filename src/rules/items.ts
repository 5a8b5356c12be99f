import { bansFor } from '../goods/bans.js'
import { findHints } from '../goods/hint.js'
import { groupsOf, hasRules } from '../goods/license.js'
import { luxuryListsFor } from '../goods/luxury.js'
import { type GoodsTables, stateOf } from '../goods/tables.js'
import type { Finding } from '../model/decision.js'
import { type ItemContext, type ReadItem, readItem } from './item-context.js'
import { findForTarget } from './item-law.js'
import { type Target, targetsOf, waypointsOf } from './item-places.js'
import { findPriority } from './item-priority.js'
import { findReach } from './item-reach.js'

/**
 * What is sold, and may it go there? Each item is compared with the law of each place it goes to: codes that are barred,
 * luxury lists, the Country Chart and the rules beside it, codes of common high priority. A code that is missing is asked
 * for where a law decides by it; elsewhere its absence is noted.
 */
export function checkItems(context: ItemContext): Finding[] {
  const { items = [] } = context.transaction
  if (items.length === 0) return []
  const targets = targetsOf(context.transaction)
  const waypoints = waypointsOf(context.transaction)
  return onceEach(items.flatMap((item, i) => checkItem(context, readItem(item, i), targets, waypoints)))
}

/** A measure that comes in with several items is said once for its place: the strictest time. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const strictest = new Map<string, Finding>()
  const keyOf = (finding: Finding) =>
    finding.code === 'destination-measure' ? `${finding.measure.id} ${finding.place.territory}` : null
  for (const finding of findings) {
    const key = keyOf(finding)
    if (key !== null && finding.points > (strictest.get(key)?.points ?? -1)) strictest.set(key, finding)
  }
  return findings.filter((finding) => {
    const key = keyOf(finding)
    return key === null || strictest.get(key) === finding
  })
}

function checkItem(
  context: ItemContext,
  read: ReadItem,
  targets: readonly Target[],
  waypoints: readonly Target[],
): Finding[] {
  const reach = findReach(context, read, targets)
  const withUs = reach.subjectTo.size > 0 ? { ...context, laws: new Set([...context.laws, 'US']) } : context
  const contextFor = ({ place }: Target) => (reach.subjectTo.has(place.territory) ? withUs : context)
  return [
    ...targets.flatMap((target) => findForTarget(contextFor(target), read, target)),
    ...reach.findings,
    ...findPriority(context, read, targets, waypoints),
    ...findUnreadable(context.tables, read),
    ...findMissing(read, (missing) =>
      targets.some((target) => decidesBy(missing, contextFor(target), target.place.territory)),
    ),
    ...findHint(context.tables, read),
  ]
}

type Code = 'hs' | 'eccn'

/** A code that is no code, or an ECCN that is not in the CCL. */
function findUnreadable(tables: GoodsTables, { item, where, eccn, hs }: ReadItem): Finding[] {
  const ask = (missing: Code, text: string): Finding => {
    return { code: 'insufficient-data', outcome: 'review', points: 25, where, missing, text }
  }
  const isKnown = eccn !== null && (eccn.entry === 'EAR99' || tables.eccns.has(eccn.entry))
  return [
    ...(item.eccn !== undefined && !isKnown ? [ask('eccn', item.eccn)] : []),
    ...(item.hs !== undefined && hs === null ? [ask('hs', item.hs)] : []),
  ]
}

/** Codes that were not given: asked for where a law decides by one of them. */
function findMissing({ item, where }: ReadItem, decides: (missing: Code) => boolean): Finding[] {
  const fields = (['hs', 'eccn'] as const).filter((field) => item[field] === undefined)
  if (fields.length === 0) return []
  const isAsked = fields.some(decides)
  return [
    {
      code: 'insufficient-data',
      outcome: isAsked ? 'review' : 'clear',
      points: isAsked ? 25 : 0,
      where,
      missing: 'classification',
      fields,
    },
  ]
}

/** Whether a law for the place tells goods apart by the code: ordinary goods too, in the case of the ECCN. */
function decidesBy(missing: Code, { tables, laws, transaction }: ItemContext, territory: string): boolean {
  const on = transaction.date
  if (missing === 'hs') {
    return (
      bansFor(tables, laws, territory, on).length > 0 ||
      luxuryListsFor(tables, laws, territory, on).length > 0
    )
  }
  if (!laws.has('US')) return false
  const groups = groupsOf(tables, stateOf(territory), on)
  return hasRules(tables, territory, on) || ['D:1', 'D:5', 'E:1', 'E:2'].some((group) => groups.has(group))
}

function findHint(tables: GoodsTables, { item, reference, hs }: ReadItem): Finding[] {
  if (hs !== null || item.description === undefined) return []
  const headings = findHints(tables.hints, item.description)
  if (headings.length === 0) return []
  return [{ code: 'item-hint', outcome: 'clear', points: 0, item: reference, headings }]
}
