import { type CalendarDate, isWithin, type Jurisdiction } from '../model/vocabulary.js'
import type { HsBan } from './facts.js'
import { binds, editionsOf, type GoodsTables, rowsFor, stateOf } from './tables.js'

/** Goods barred or licensed by Harmonized System code: the codes are the law, so price and words play no part. */

/** A ban that an item's code meets. */
export interface BanAnswer {
  readonly ban: HsBan
  readonly listed: string
  /** False where the code is too short, the codes are a mapping, or the day of a code is not known. */
  readonly certain: boolean
}

/** The bans in force for a destination under these laws, whatever the item. */
export function bansFor(
  tables: GoodsTables,
  laws: ReadonlySet<Jurisdiction>,
  territory: string,
  on: CalendarDate,
): readonly HsBan[] {
  return rowsFor(tables.bans, territory).filter((ban) => binds(ban, laws) && isWithin(ban.period, on))
}

/** The bans that the code meets. */
export function findBans(
  tables: GoodsTables,
  laws: ReadonlySet<Jurisdiction>,
  territory: string,
  hs: string,
  on: CalendarDate,
): BanAnswer[] {
  const places = new Set([territory, stateOf(territory)])
  return [...places].flatMap((place) =>
    (tables.banCodes.get(place)?.find(hs, editionsOf(tables, hs)) ?? [])
      .filter(({ row }) => binds(row, laws) && isWithin(row.period, on))
      .map(({ row, listed, match }) => ({
        ban: row,
        listed,
        certain:
          match === 'equal' &&
          row.official &&
          row.verified &&
          (row.widened === undefined || on >= row.widened),
      })),
  )
}
