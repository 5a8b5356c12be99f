import type { Finding } from '../model/decision.js'
import type { ItemContext, ReadItem } from './item-context.js'
import { findLicenses } from './item-license.js'
import { findBanned, findLuxury } from './item-measures.js'
import type { Target } from './item-places.js'

/** What the laws that bind say of an item at one place, one after the other. */
export function findForTarget(context: ItemContext, read: ReadItem, target: Target): Finding[] {
  return [
    ...findBanned(context, read, target),
    ...findLuxury(context, read, target),
    ...(context.laws.has('US') ? findLicenses(context, read, target) : []),
  ]
}
