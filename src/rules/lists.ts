import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import { findList, isCovered, listsOf, maxAgeOf } from '../lists/registry.js'
import type { Finding } from '../model/decision.js'
import type { Snapshot } from '../model/listing.js'
import type { Policy } from '../model/policy.js'
import type { CalendarDate, Jurisdiction, ListId } from '../model/vocabulary.js'

/** Are the required lists loaded, and fresh enough on the date? */
export function checkLists(
  snapshots: readonly Snapshot[],
  policy: Policy,
  jurisdictions: readonly Jurisdiction[],
  on: CalendarDate,
): Finding[] {
  const official = snapshots.filter((snapshot) => snapshot.embedded !== true)
  // A publisher's list without a single entry was not read, whatever the file was; a caller's own may be empty.
  const filled = official.filter(({ list, listings }) => listings.length > 0 || !findList(list))
  const loaded = new Set(filled.map((snapshot) => snapshot.list))
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
  return [...missing, ...official.flatMap((snapshot) => checkAge(snapshot, policy, on))]
}

function checkAge(snapshot: Snapshot, policy: Policy, on: CalendarDate): Finding[] {
  const { list, published, checked } = snapshot
  const newer: Finding[] =
    published !== null && published > on
      ? [{ code: 'list-newer', outcome: 'clear', points: 0, list, published }]
      : []
  const known = [published, checked].flatMap((day) => day ?? []).sort()
  const current = known.at(-1)
  const maxAgeDays = maxAgeFor(list, policy)
  const ageDays = current === undefined ? null : Math.max(0, daysBetween(current, on))
  if (ageDays !== null && ageDays <= maxAgeDays) return newer
  return [
    {
      code: 'list-out-of-date',
      outcome: 'review',
      points: 15,
      list,
      published,
      checked,
      ageDays,
      maxAgeDays,
    },
  ]
}

/** The policy's word for the list, else the registry's. */
function maxAgeFor(list: ListId, { maxListAgeDays }: Policy): number {
  if (typeof maxListAgeDays === 'number') return maxListAgeDays
  return Object.hasOwn(maxListAgeDays, list) ? maxListAgeDays[list]! : maxAgeOf(list)
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
