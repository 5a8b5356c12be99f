import { findList } from '../lists/registry.js'
import type { Standing } from '../model/decision.js'
import type { Listing, Snapshot } from '../model/listing.js'
import type { ListingSummary } from '../model/match.js'
import type { CalendarDate, Effect } from '../model/vocabulary.js'

/** A listing together with the file it stands in. */
export interface ListingSource {
  readonly listing: Listing
  readonly snapshot: Snapshot
}

/** What being listed does: the entry's own word, else the list's, else a caution (a caller's own list). */
export function effectOf(listing: Listing): Effect {
  return listing.effect ?? findList(listing.list)?.effect ?? 'caution'
}

/** How the listing stands on a day. */
export function standingOf(listing: ListingSummary, on: CalendarDate): Standing {
  if (listing.expiresOn !== undefined && listing.expiresOn < on) return 'expired'
  if (listing.listedOn !== null && listing.listedOn > on) return 'later'
  return 'current'
}

/** The part of a listing that a finding repeats. */
export function summarize({ listing, snapshot }: ListingSource): ListingSummary {
  return {
    list: listing.list,
    id: listing.id,
    source: listing.source,
    authority: listing.authority,
    name: listing.names[0]?.name ?? listing.addresses[0]?.text ?? listing.id,
    kind: listing.kind,
    programs: listing.programs,
    effect: effectOf(listing),
    requirement: listing.requirement,
    listedOn: listing.listedOn,
    expiresOn: listing.expiresOn,
    citation: listing.citation,
    url: listing.url,
    remarks: listing.remarks,
    verified: listing.verified ?? true,
    snapshot: {
      list: snapshot.list,
      published: snapshot.published,
      embedded: snapshot.embedded ?? false,
    },
  }
}
