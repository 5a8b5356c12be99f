import { type Eccn, parseEccn, parseHs } from '../goods/codes.js'
import type { GoodsTables } from '../goods/tables.js'
import type { ItemReference } from '../model/item-finding.js'
import type { Measure } from '../model/measure.js'
import type { Policy } from '../model/policy.js'
import type { Item, Transaction } from '../model/transaction.js'
import type { Jurisdiction } from '../model/vocabulary.js'

/** What the rules about items share. */

/** All that a rule about items looks at. */
export interface ItemContext {
  readonly tables: GoodsTables
  readonly transaction: Transaction
  /** Whose law binds. */
  readonly laws: ReadonlySet<Jurisdiction>
  readonly policy: Policy
  readonly measures: readonly Measure[]
}

/** An item with its codes read. */
export interface ReadItem {
  readonly item: Item
  readonly reference: ItemReference
  /** Path in the transaction. */
  readonly where: string
  /** Null where not given or not readable. */
  readonly eccn: Eccn | null
  readonly hs: string | null
}

/** Longest description repeated in a finding. */
const SHOWN = 200

/** Reads the codes of an item once for all rules. */
export function readItem(item: Item, index: number): ReadItem {
  const { description, eccn, hs } = item
  return {
    item,
    where: `items[${index}]`,
    reference: {
      index,
      ...(description === undefined ? {} : { description: description.slice(0, SHOWN) }),
      ...(eccn === undefined ? {} : { eccn }),
      ...(hs === undefined ? {} : { hs }),
    },
    eccn: eccn === undefined ? null : parseEccn(eccn),
    hs: hs === undefined ? null : parseHs(hs),
  }
}
