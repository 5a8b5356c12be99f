import type { Item } from '../model/transaction.js'
import type { CalendarDate } from '../model/vocabulary.js'
import { type Eccn, isMilitary } from './codes.js'
import type { DeMinimis } from './facts.js'
import { groupsOf } from './license.js'
import { type GoodsTables, stateOf } from './tables.js'

/**
 * Does US law reach an item that does not leave from the United States? (15 CFR 734.3 and 734.4.) It does for an item of
 * US origin anywhere in the world, for a foreign-made item with more controlled US content than the de minimis share of
 * the destination (25 %, 10 % for the countries under embargo, none for some military items), and for the direct product
 * of certain US technology (15 CFR 734.9). The seller alone knows these; what was not said is asked for, never guessed.
 */

/** Fields of an item that tell whether US law reaches it. */
export type ReachField = 'origin' | 'usContent' | 'usDirectProduct'

/** Whether an item is subject to the EAR, and why, or what is missing to tell. */
export type Reach =
  | { readonly subject: 'yes'; readonly because: ReachField; readonly deMinimis?: DeMinimis | undefined }
  | { readonly subject: 'no' }
  | { readonly subject: 'unknown'; readonly missing: readonly ReachField[] }

/**
 * Judges one item toward one destination.
 * @param origin territory of the item's origin, null when not given or not readable.
 */
export function reachOf(
  tables: GoodsTables,
  item: Item,
  origin: string | null,
  eccn: Eccn | null,
  territory: string,
  on: CalendarDate,
): Reach {
  if (origin !== null && stateOf(origin) === 'US') return { subject: 'yes', because: 'origin' }
  if (item.usDirectProduct === true) return { subject: 'yes', because: 'usDirectProduct' }
  const deMinimis = shareFor(tables, eccn, territory, on)
  if (item.usContent !== undefined && item.usContent > (deMinimis?.share ?? 0)) {
    return { subject: 'yes', because: 'usContent', deMinimis }
  }
  const missing: ReachField[] = []
  if (origin === null) missing.push('origin')
  if (item.usContent === undefined) missing.push('usContent')
  if (item.usDirectProduct === undefined) missing.push('usDirectProduct')
  return missing.length === 0 ? { subject: 'no' } : { subject: 'unknown', missing }
}

/** The row of 15 CFR 734.4 for the destination and item. */
function shareFor(
  tables: GoodsTables,
  eccn: Eccn | null,
  territory: string,
  on: CalendarDate,
): DeMinimis | undefined {
  const state = stateOf(territory)
  const row = (id: string) => tables.facts.deMinimis.rows.find((share) => share.id === id)
  if (eccn && isMilitary(eccn)) {
    const paragraphY = row('dm-0-600y')
    if (/^y(\.|$)/.test(eccn.paragraph)) {
      if (paragraphY?.destinations.includes(state)) return paragraphY
    } else if (groupsOf(tables, territory, on).has('D:5')) return row('dm-0-600')
  }
  const embargoed = row('dm-10')
  return embargoed?.destinations.includes(state) ? embargoed : row('dm-25')
}
