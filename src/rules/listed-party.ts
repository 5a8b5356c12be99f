import type { Finding, PartyReference, Standing } from '../model/decision.js'
import type { ListedName } from '../model/listing.js'
import type { Band, Corroboration, ListingSummary, Match, SameParty } from '../model/match.js'
import type { Party } from '../model/transaction.js'
import type { CalendarDate, Effect, Outcome } from '../model/vocabulary.js'
import { corroborate, isContradicted } from './corroborate.js'
import { type ListingSource, standingOf, summarize } from './listings.js'
import { findListings, isBetter, type ListingHit, type PartyIndex } from './party-index.js'
import { groupSameParties } from './same-party.js'

/** Does a name of this party stand on a list? One finding per listing, through the closest pair of names. */
export function findListedParty(
  index: PartyIndex,
  party: Party,
  reference: PartyReference,
  on: CalendarDate,
  minScore: number,
): Finding[] {
  const best = new Map<ListingSource, ListingHit>()
  for (const name of [party.name ?? '', ...(party.aliases ?? [])]) {
    for (const hit of findListings(index, name, party.kind, minScore)) {
      const known = best.get(hit.source)
      if (!known || isBetter(hit, known)) best.set(hit.source, hit)
    }
  }
  const hits = [...best.values()]
  const same = groupSameParties(hits.map(({ source }) => source))
  return hits.map((hit) => toFinding(hit, same.get(hit.source), party, reference, on))
}

function toFinding(
  hit: ListingHit,
  sameParty: readonly SameParty[] | undefined,
  party: Party,
  reference: PartyReference,
  on: CalendarDate,
): Finding {
  const corroboration = corroborate(party, hit.source.listing)
  const match = toMatch(hit, sameParty, corroboration)
  const standing = standingOf(match.listing, on)
  const { outcome, points } = weigh(match, standing)
  if (match.listing.list === 'public-reports') {
    return { code: 'reported-party', outcome, points, party: reference, match }
  }
  return { code: 'listed-party', outcome, points, party: reference, standing, match }
}

/** The match of a hit, in the form that is shown. */
export function toMatch(
  hit: ListingHit,
  sameParty: readonly SameParty[] | undefined,
  corroboration: readonly Corroboration[] = [],
): Match {
  const { score, band, evidence } = hit.comparison
  return { listing: summarize(hit.source), name: hit.name, score, band, evidence, corroboration, sameParty }
}

const effectPoints: Record<Effect, number> = { prohibited: 95, 'license-required': 85, caution: 60 }
const bandShare: Record<Band, number> = { exact: 1, strong: 0.75, possible: 0.5, weak: 0.3 }

/**
 * An exact name on a list that prohibits or requires a license stops the transaction, unless something contradicts it.
 * A weak alias, a less than exact name, a caution, or an entry that the list dates later is for a person to decide.
 * An ended listing is a note.
 */
function weigh(match: Match, standing: Standing): { outcome: Outcome; points: number } {
  if (standing === 'expired') return { outcome: 'clear', points: 10 }
  const contradicted = isContradicted(match.corroboration)
  const halved = contradicted || isWeak(match.name) || standing === 'later'
  const points = Math.round(effectPoints[match.listing.effect] * bandShare[match.band] * (halved ? 0.5 : 1))
  const stops = match.band === 'exact' && !halved && bindsBy(match.listing)
  return { outcome: stops ? 'stop' : 'review', points }
}

function isWeak(name: ListedName): boolean {
  return name.strength === 'weak'
}

/** Whether being on the list forbids going on without authority. */
export function bindsBy(listing: ListingSummary): boolean {
  return listing.effect !== 'caution'
}
