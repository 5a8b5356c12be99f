import { check } from '../model/check.js'
import type { Group, GroupTable, Membership } from '../model/membership.js'
import { type CalendarDate, dateSchema, isWithin, territoryCodeSchema } from '../model/vocabulary.js'

/**
 * Which groups of the law a territory is in on a day. Rules about goods build on these: de minimis, license exceptions
 * and review policy differ by group, so that a date alone can turn "no license required" into "denied".
 */

/** A membership with its group. */
export interface GroupMembership {
  readonly group: Group
  readonly membership: Membership
}

const indexes = new WeakMap<GroupTable, ReadonlyMap<string, readonly GroupMembership[]>>()

/** Memberships by territory, in order of the table; built once per table, which must not change afterwards. */
function byTerritory(table: GroupTable): ReadonlyMap<string, readonly GroupMembership[]> {
  const known = indexes.get(table)
  if (known) return known
  const groups = new Map(table.groups.map((group) => [group.id, group]))
  const index = new Map<string, GroupMembership[]>()
  for (const membership of table.memberships) {
    const group = groups.get(membership.group)
    if (!group) continue
    const list = index.get(membership.territory)
    if (list) list.push({ group, membership })
    else index.set(membership.territory, [{ group, membership }])
  }
  indexes.set(table, index)
  return index
}

/** Every membership of a territory, whatever the day. A part of a state is in the groups of the state. */
export function membershipsEver(territory: string, table: GroupTable): readonly GroupMembership[] {
  const index = byTerritory(table)
  const hyphen = territory.indexOf('-')
  const whole = hyphen < 0 ? undefined : index.get(territory.slice(0, hyphen))
  return [...(index.get(territory) ?? []), ...(whole ?? [])]
}

/** The groups a territory of the gazetteer is in on a day that has been checked, in the order of the groups. */
export function membershipsOn(
  territory: string,
  on: CalendarDate,
  table: GroupTable,
): readonly GroupMembership[] {
  return membershipsEver(territory, table).filter(({ membership }) => isWithin(membership.period, on))
}

/**
 * As `membershipsOn`, for any input.
 * @throws ConsigneeError `invalid-input` when the territory is not a code or the day not a date.
 */
export function findMemberships(
  territory: string,
  on: CalendarDate,
  table: GroupTable,
): readonly GroupMembership[] {
  check(territoryCodeSchema, territory, 'territory')
  check(dateSchema, on, 'on')
  return membershipsOn(territory, on, table)
}
