import us from '../../data/groups/us.json' with { type: 'json' }
import { check } from '../model/check.js'
import type { Group, GroupId, Membership } from '../model/membership.js'
import { type CalendarDate, dateSchema, isWithin, territoryCodeSchema } from '../model/vocabulary.js'

/**
 * Which groups of the law a territory is in on a day. Rules about goods build on these: de minimis, license exceptions
 * and review policy differ by group, so that a date alone can turn "no license required" into "denied".
 */

/** The groups that ship with the package, in the order in which they are named. */
export const groups = us.groups as readonly Group[]

/** All memberships that ship with the package, by group and id. */
export const memberships = us.memberships as readonly Membership[]

/** The group with this id. */
export function findGroup(id: GroupId): Group {
  const found = groups.find((group) => group.id === id)
  if (!found) throw new RangeError(`no group ${id}`)
  return found
}

let built: ReadonlyMap<string, readonly Membership[]> | undefined

function byTerritory(): ReadonlyMap<string, readonly Membership[]> {
  if (built) return built
  const index = new Map<string, Membership[]>()
  for (const membership of memberships) {
    const list = index.get(membership.territory)
    if (list) list.push(membership)
    else index.set(membership.territory, [membership])
  }
  built = index
  return index
}

/** Every membership of a territory, whatever the day, in order of groups. A part of a state is in those of the state. */
export function allMembershipsOf(territory: string): readonly Membership[] {
  const hyphen = territory.indexOf('-')
  const whole = hyphen < 0 ? undefined : byTerritory().get(territory.slice(0, hyphen))
  return [...(byTerritory().get(territory) ?? []), ...(whole ?? [])]
}

/**
 * The groups a territory is in on a day, in the order of the groups.
 * @param territory territory code; a part of a state is in the groups of the state.
 * @throws ConsigneeError `invalid-input` when the territory is not a code or the day not a date.
 */
export function membershipsOf(territory: string, on: CalendarDate): readonly Membership[] {
  check(territoryCodeSchema, territory, 'territory')
  check(dateSchema, on, 'on')
  return membershipsOn(territory, on)
}

/** As `membershipsOf`, for a territory of the gazetteer and a day that has been checked. */
export function membershipsOn(territory: string, on: CalendarDate): readonly Membership[] {
  return allMembershipsOf(territory).filter((membership) => isWithin(membership.period, on))
}
