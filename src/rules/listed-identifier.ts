import type { Finding, PartyReference } from '../model/decision.js'
import type { Identifier, Party } from '../model/transaction.js'
import type { CalendarDate, Outcome } from '../model/vocabulary.js'
import { bindsBy } from './listed-party.js'
import { standingOf, summarize } from './listings.js'
import type { IdentifierRef, PartyIndex } from './party-index.js'

/** Does an identifier of this party stand on a list, whatever the name? */
export function findListedIdentifier(
  index: PartyIndex,
  party: Party,
  reference: PartyReference,
  on: CalendarDate,
): Finding[] {
  return (party.identifiers ?? []).flatMap((identifier) =>
    index.identifiers(identifier.value).map((ref) => toFinding(ref, identifier, reference, on)),
  )
}

function toFinding(
  ref: IdentifierRef,
  identifier: Identifier,
  reference: PartyReference,
  on: CalendarDate,
): Finding {
  const listing = summarize(ref.source)
  const standing = standingOf(listing, on)
  const stops = standing === 'current' && bindsBy(listing) && sameType(typeOf(identifier), typeOf(ref))
  const outcome: Outcome = standing === 'expired' ? 'clear' : stops ? 'stop' : 'review'
  return {
    code: 'listed-identifier',
    outcome,
    points: standing === 'expired' ? 10 : stops ? 95 : 60,
    party: reference,
    standing,
    listing,
    identifier: { type: identifier.type, value: identifier.value, listed: `${ref.type} ${ref.value}` },
  }
}

/** What an identifier is; `IMO` stands in the value as often as beside it. */
function typeOf({ type, value }: { readonly type: string; readonly value: string }): string {
  return /^\s*imo\b/i.test(value) ? `${type} imo` : type
}

/** Publishers word types differently ("Passport", "Passport No."): one shared word is enough. */
function sameType(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(/[^\p{L}]+/u))
  return b
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 2 && words.has(word))
}
