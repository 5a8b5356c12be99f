import type { Finding, PartyReference } from '../model/decision.js'
import type { Address, Party } from '../model/transaction.js'
import type { CalendarDate, Outcome } from '../model/vocabulary.js'
import { bindsBy } from './listed-party.js'
import { type ListingSource, standingOf, summarize } from './listings.js'
import type { PartyIndex } from './party-index.js'

/** Address score from which two addresses are the same place. */
const SAME_ADDRESS = 0.85

/**
 * Is the party's address the address of a listing, whatever the name? An entry that lists an address and no name
 * (15 CFR 744.16(a), Entity List) binds every party that uses the address; an address shared with a listed party is a
 * red flag to resolve.
 */
export function findListedAddress(
  index: PartyIndex,
  party: Party,
  reference: PartyReference,
  on: CalendarDate,
): Finding[] {
  if (!party.address) return []
  const query = party.address
  const seen = new Set<ListingSource>()
  return index.addresses.search(query, SAME_ADDRESS).flatMap((hit) => {
    if (seen.has(hit.ref)) return []
    seen.add(hit.ref)
    return [toFinding(hit.ref, writeAddress(query), hit.listed.text, hit.score, reference, on)]
  })
}

/** Whether a listing has the address. */
export function isListedAddress(index: PartyIndex, address: Address): boolean {
  return index.addresses.search(address, SAME_ADDRESS).length > 0
}

function toFinding(
  source: ListingSource,
  query: string,
  listed: string,
  score: number,
  reference: PartyReference,
  on: CalendarDate,
): Finding {
  const listing = summarize(source)
  const standing = standingOf(listing, on)
  const addressOnly = source.listing.names.length === 0
  const stops = addressOnly && score >= 0.95 && standing === 'current' && bindsBy(listing)
  const outcome: Outcome = standing === 'expired' ? 'clear' : stops ? 'stop' : 'review'
  const points = standing === 'expired' ? 10 : addressOnly ? 85 : 50
  return {
    code: 'listed-address',
    outcome,
    points,
    party: reference,
    standing,
    listing,
    address: { query, listed, score },
  }
}

/** An address in one line. */
export function writeAddress(address: Address): string {
  const { text, street, city, region, postalCode, country } = address
  return [text, street, city, region, postalCode, country].filter((part) => part).join(', ')
}
