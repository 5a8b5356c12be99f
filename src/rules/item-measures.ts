import { findBans } from '../goods/bans.js'
import { askLuxuryList, type LuxuryAnswer, luxuryListsFor } from '../goods/luxury.js'
import { editionsOf } from '../goods/tables.js'
import type { Finding } from '../model/decision.js'
import type { GoodsLaw } from '../model/item-finding.js'
import type { Effect } from '../model/vocabulary.js'
import type { ItemContext, ReadItem } from './item-context.js'
import type { Target } from './item-places.js'

/** Goods that a law names by code, price or word. */

/** Codes that are barred or licensed at the place. */
export function findBanned(context: ItemContext, read: ReadItem, target: Target): Finding[] {
  const { tables, laws, transaction } = context
  const { where, place, sure } = target
  if (read.hs === null) return []
  return findBans(tables, laws, place.territory, read.hs, transaction.date).map(
    ({ ban, listed, certain }) => {
      const { id, jurisdiction, effect, period, citation, source, verified, summary } = ban
      return {
        code: 'item-measure',
        ...weigh(effect, certain && sure, 95),
        where,
        place,
        item: read.reference,
        law: { id, jurisdiction, effect, period, citation, source, verified },
        summary,
        listed,
        certain,
      }
    },
  )
}

/** Luxury lists of the place, whether they catch the item or only name it. */
export function findLuxury(context: ItemContext, read: ReadItem, target: Target): Finding[] {
  const { tables, laws, transaction } = context
  const { date: on, rates } = transaction
  const others = read.hs === null ? [] : editionsOf(tables, read.hs)
  const query = { hs: read.hs, others, value: read.item.value, rates, on }
  return luxuryListsFor(tables, laws, target.place.territory, on).flatMap((table) => {
    const answer = askLuxuryList(table, query)
    return answer ? [toFinding(answer, read, target)] : []
  })
}

function toFinding(answer: LuxuryAnswer, read: ReadItem, { where, place, sure }: Target): Finding {
  const { table, row, listed, threshold, converted, caught, assumed } = answer
  const { id, jurisdiction, effect, period, citation, source } = table.list
  const law: GoodsLaw = { id, jurisdiction, effect, period, citation, source, verified: row.verified }
  return {
    code: 'luxury-goods',
    ...(caught ? weigh(effect, assumed.length === 0 && sure, 90) : { outcome: 'clear', points: 0 }),
    where,
    place,
    item: read.reference,
    law,
    row: { id: row.id, category: row.category, note: row.note },
    listed,
    threshold,
    value: read.item.value ?? null,
    converted,
    caught,
    assumed,
  }
}

/** A certain ban stops; a license, a caution or a doubt is for a person. */
function weigh(
  effect: Effect,
  certain: boolean,
  points: number,
): { readonly outcome: 'stop' | 'review'; readonly points: number } {
  if (effect === 'prohibited' && certain) return { outcome: 'stop', points }
  return { outcome: 'review', points: certain ? 55 : 40 }
}
