import type { CodeHit } from '../goods/codes.js'
import type { Hub } from '../goods/facts.js'
import { groupsOf } from '../goods/license.js'
import { editionsOf, type GoodsTables, stateOf } from '../goods/tables.js'
import type { Finding } from '../model/decision.js'
import type { CalendarDate } from '../model/vocabulary.js'
import type { ItemContext, ReadItem } from './item-context.js'
import type { Target } from './item-places.js'

/**
 * Codes of common high priority: parts found in weapons, which are sought through third countries. Lawful to most places, so a
 * caution: a note toward the partners of export control, a question elsewhere and toward each place that an authority
 * names as one of diversion, also where the goods only pass through or are bought from.
 */
export function findPriority(
  context: ItemContext,
  read: ReadItem,
  targets: readonly Target[],
  waypoints: readonly Target[],
): Finding[] {
  const { tables, transaction } = context
  const hit = priorityOf(tables, read.hs)
  if (hit === null || transaction.date < tables.facts.priority.published) return []
  const known = new Set(targets.map(({ place }) => place.territory))
  const found = targets.map((target) => toFinding(context, read, target, hit))
  for (const waypoint of waypoints) {
    const { territory } = waypoint.place
    if (known.has(territory) || hubsOn(tables, territory, transaction.date).length === 0) continue
    known.add(territory)
    found.push(toFinding(context, read, waypoint, hit))
  }
  return found
}

function toFinding(
  { tables, transaction }: ItemContext,
  read: ReadItem,
  { where, place }: Target,
  hit: CodeHit<string>,
): Finding {
  const { citation, source } = tables.facts.priority
  const hubs = hubsOn(tables, place.territory, transaction.date)
  const asked = hubs.length > 0 || !isPartner(tables, place.territory, transaction.date)
  return {
    code: 'priority-item',
    outcome: asked ? 'review' : 'clear',
    points: hubs.length > 0 ? 45 : asked ? 35 : 3,
    where,
    place,
    item: read.reference,
    tier: hit.row,
    listed: hit.listed,
    certain: hit.match === 'equal',
    citation,
    source,
    hubs: hubs.map(({ authority, toward, since, source: seen, verified }) => ({
      authority,
      toward,
      since,
      source: seen,
      verified,
    })),
  }
}

/** The tier of common high priority that an item's code meets, or may meet where it is too short to tell. */
export function priorityOf(tables: GoodsTables, hs: string | null): CodeHit<string> | null {
  return hs === null ? null : (tables.priority.find(hs, editionsOf(tables, hs))[0] ?? null)
}

/** Authorities that named the territory by the day. */
function hubsOn(tables: GoodsTables, territory: string, on: CalendarDate): Hub[] {
  return (tables.hubs.get(territory) ?? tables.hubs.get(stateOf(territory)) ?? []).filter(
    ({ since, until }) => since <= on.slice(0, since.length) && (until === undefined || on < until),
  )
}

/** Members of the multilateral regimes, Country Groups A:1 to A:6, and the United States itself. */
function isPartner(tables: GoodsTables, territory: string, on: CalendarDate): boolean {
  if (stateOf(territory) === 'US') return true
  const groups = groupsOf(tables, territory, on)
  return ['A:1', 'A:5', 'A:6'].some((group) => groups.has(group))
}
