import { differenceInCalendarDays, parseISO } from 'date-fns'
import { findList, isCovered, listsOf } from '../lists/registry.js'
import type { Finding } from '../model/decision.js'
import type { Snapshot } from '../model/listing.js'
import type { Policy } from '../model/policy.js'
import type { CalendarDate, Jurisdiction } from '../model/vocabulary.js'

/** Are the required lists loaded, and fresh enough on the date? */
export function checkLists(
  snapshots: readonly Snapshot[],
  policy: Policy,
  jurisdictions: readonly Jurisdiction[],
  on: CalendarDate,
): Finding[] {
  const official = snapshots.filter((snapshot) => snapshot.embedded !== true)
  const loaded = new Set(official.map((snapshot) => snapshot.list))
  const required = policy.requiredLists ?? listsOf(jurisdictions)
  const missing = required
    .filter((list) => !isCovered(list, loaded))
    .map((list): Finding => {
      const entry = findList(list)
      return {
        code: 'list-missing',
        outcome: 'review',
        points: 15,
        list,
        jurisdiction: entry?.jurisdiction ?? null,
        url: entry?.url ?? null,
      }
    })
  return [...missing, ...official.flatMap((snapshot) => checkAge(snapshot, policy.maxListAgeDays, on))]
}

function checkAge(snapshot: Snapshot, maxAgeDays: number, on: CalendarDate): Finding[] {
  const { list, published } = snapshot
  if (published === null) {
    return [
      { code: 'list-out-of-date', outcome: 'review', points: 15, list, published, ageDays: null, maxAgeDays },
    ]
  }
  if (published > on) return [{ code: 'list-newer', outcome: 'clear', points: 0, list, published }]
  const ageDays = daysBetween(published, on)
  if (ageDays <= maxAgeDays) return []
  return [{ code: 'list-out-of-date', outcome: 'review', points: 15, list, published, ageDays, maxAgeDays }]
}

/** Do the facts about measures reach close enough to the date? */
export function checkFacts(asOf: CalendarDate, policy: Policy, on: CalendarDate): Finding[] {
  const ageDays = daysBetween(asOf, on)
  if (ageDays <= policy.maxFactsAgeDays) return []
  const maxAgeDays = policy.maxFactsAgeDays
  return [{ code: 'facts-out-of-date', outcome: 'review', points: 20, asOf, ageDays, maxAgeDays }]
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}
