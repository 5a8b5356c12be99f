import type { ItemPlace } from '../model/item-finding.js'
import type { Address, Transaction } from '../model/transaction.js'
import type { Role } from '../model/vocabulary.js'
import { type AddressReading, resolveAddress } from '../places/resolve.js'

/** A place that the items go to, and whether it is sure. */
export interface Target extends ItemPlace {
  /** False where the place can be read in several ways, or is a hint. */
  readonly sure: boolean
}

/** Who receives goods, wherever the shipment is said to go. */
const receivers: ReadonlySet<Role> = new Set(['intermediate-consignee', 'ultimate-consignee', 'end-user'])

/** Readings below this confidence are hints, which a person has to confirm. */
const HINT = 0.75

/**
 * Where the items go: the destination and whoever receives them. Without a destination that can be read, the places of all
 * other parties stand in. A territory is named once, for the first place that gives it.
 */
export function targetsOf(transaction: Transaction): Target[] {
  const targets = new Map<string, Target>()
  const add = (where: string, { readings, conflict }: AddressReading) => {
    const [best] = readings
    if (!best) return
    const likely = readings.filter((reading) => reading.confidence === best.confidence)
    const sure = likely.length === 1 && best.confidence >= HINT && conflict === undefined
    for (const place of [...likely, ...(conflict ? [conflict.reading] : [])]) {
      const known = targets.get(place.territory)
      if (!known || (sure && !known.sure)) targets.set(place.territory, { where, place, sure })
    }
  }
  const { destination, parties } = transaction
  if (destination) add('destination', resolveAddress(destination))
  const isKnown = targets.size > 0
  parties.forEach(({ role, address, country }, i) => {
    const receives = receivers.has(role) || (!isKnown && role !== 'exporter')
    if (!receives) return
    if (address && !isSame(address, destination)) add(`parties[${i}].address`, resolveAddress(address))
    if (country && country !== address?.country) {
      add(`parties[${i}].country`, resolveAddress({ country }))
    }
  })
  return [...targets.values()]
}

/** Places on the way or of whoever buys and forwards: not where the goods go, but where they may turn aside. */
export function waypointsOf(transaction: Transaction): Target[] {
  const waypoints: Target[] = []
  const add = (where: string, address: Address | undefined) => {
    const [place] = address ? resolveAddress(address).readings : []
    if (place && place.confidence >= HINT) waypoints.push({ where, place, sure: false })
  }
  transaction.transit?.forEach((address, i) => {
    add(`transit[${i}]`, address)
  })
  transaction.parties.forEach(({ role, address }, i) => {
    if (role === 'purchaser' || role === 'freight-forwarder') add(`parties[${i}].address`, address)
  })
  return waypoints
}

function isSame(address: Address, other: Address | undefined): boolean {
  return other !== undefined && JSON.stringify(address) === JSON.stringify(other)
}
