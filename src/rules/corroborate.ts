import type { Listing } from '../model/listing.js'
import type { Corroboration } from '../model/match.js'
import type { Party } from '../model/transaction.js'
import { resolveAddress, resolvePlace } from '../places/resolve.js'

/**
 * What else is known of both sides, next to the name score and never merged into it. A birth date or a kind that
 * differs contradicts a match; a country that differs is only said, since procurement networks trade from elsewhere, and
 * so is a gender, which lists and customers state carelessly.
 */
export function corroborate(party: Party, listing: Listing): readonly Corroboration[] {
  return [
    compareKind(party, listing),
    compareCountry(party, listing),
    compareBirth(party, listing),
    compareGender(party, listing),
  ].flatMap((item) => item ?? [])
}

/** Whether something contradicts that party and listing are the same. */
export function isContradicted(corroboration: readonly Corroboration[]): boolean {
  return corroboration.some(({ verdict, feature }) => verdict === 'conflicts' && !onlySaid.has(feature))
}

const onlySaid: ReadonlySet<Corroboration['feature']> = new Set(['country', 'gender'])

function compareGender(party: Party, listing: Listing): Corroboration | null {
  if (!party.gender || !listing.gender) return null
  const verdict = party.gender === listing.gender ? 'agrees' : 'conflicts'
  return { feature: 'gender', verdict, query: party.gender, listed: listing.gender }
}

function compareKind(party: Party, listing: Listing): Corroboration | null {
  if (!party.kind || !listing.kind) return null
  const verdict = party.kind === listing.kind ? 'agrees' : 'conflicts'
  return { feature: 'kind', verdict, query: party.kind, listed: listing.kind }
}

function compareCountry(party: Party, listing: Listing): Corroboration | null {
  const own = countriesOfParty(party)
  const theirs = countriesOfListing(listing)
  if (own.size === 0 || theirs.size === 0) return null
  const shared = [...own].some((code) => theirs.has(code))
  return {
    feature: 'country',
    verdict: shared ? 'agrees' : 'conflicts',
    query: [...own].sort().join(', '),
    listed: [...theirs].sort().join(', '),
  }
}

function countriesOfParty(party: Party): Set<string> {
  const codes = new Set<string>()
  const fromAddress = party.address ? resolveAddress(party.address).readings[0] : undefined
  if (fromAddress) codes.add(fromAddress.territory)
  const own = party.country ? resolvePlace(party.country)[0] : undefined
  if (own) codes.add(own.territory)
  return codes
}

function countriesOfListing(listing: Listing): Set<string> {
  const codes = new Set<string>()
  const texts = [...listing.addresses.flatMap((address) => address.country ?? []), ...listing.countries]
  for (const text of texts.slice(0, 20)) {
    const reading = resolvePlace(text)[0]
    if (reading) codes.add(reading.territory)
  }
  return codes
}

function compareBirth(party: Party, listing: Listing): Corroboration | null {
  const known = listing.birthDates.filter((birth) => birth.earliest !== null && birth.latest !== null)
  if (!party.birthDate || known.length === 0) return null
  const earliest = `${party.birthDate}-01-01`.slice(0, 10)
  const latest = `${party.birthDate}${'-12-31'.slice(party.birthDate.length - 4)}`
  const agrees = known.some((birth) => birth.earliest! <= latest && earliest <= birth.latest!)
  return {
    feature: 'birth-date',
    verdict: agrees ? 'agrees' : 'conflicts',
    query: party.birthDate,
    listed: listing.birthDates.map((birth) => birth.text).join('; '),
  }
}
