import type { ListedName } from './listing.js'
import type { CalendarDate, Effect, Kind, ListId } from './vocabulary.js'

/** How a name on a list and a name in a transaction agree, in numbers that can be added up again. */

/**
 * How two tokens (or two runs of tokens) agree:
 * `equal` the same comparable form · `romanization` the same under another romanization ·
 * `edit` within the edit budget · `phonetic` same sound key · `nickname` equivalent given names ·
 * `abbreviation` one shortens the other · `initial` a letter for a name · `joined` split or glued words ·
 * `class` equivalent legal forms · `reversed` written backward · `consonants` without vowels · `acronym` first letters.
 */
export type Agreement =
  | 'equal'
  | 'romanization'
  | 'edit'
  | 'phonetic'
  | 'nickname'
  | 'abbreviation'
  | 'initial'
  | 'joined'
  | 'class'
  | 'reversed'
  | 'consonants'
  | 'acronym'

/** One aligned pair. */
export interface TokenPair {
  /** Token(s) of the query in comparable form, joined by a space. */
  readonly query: string
  /** Token(s) of the listed name in comparable form, joined by a space. */
  readonly listed: string
  readonly agreement: Agreement
  /** 0 to 1. */
  readonly similarity: number
  /** How much the pair counts: the tokens' weights, from rarity and function. */
  readonly weight: number
}

/** A token that found no partner. */
export interface LoneToken {
  readonly token: string
  readonly weight: number
}

/** The full account of one comparison; `score` is a function of it and nothing else. */
export interface Evidence {
  /** The query name as given. */
  readonly query: string
  /** The listed name as published. */
  readonly listed: string
  readonly pairs: readonly TokenPair[]
  readonly queryOnly: readonly LoneToken[]
  readonly listedOnly: readonly LoneToken[]
  /** True when the query was longer than the comparison reads; the rest was not compared. */
  readonly truncated: boolean
}

/** `exact` ≥ .95 · `strong` ≥ .85 · `possible` ≥ .70 · `weak` below. */
export type Band = 'exact' | 'strong' | 'possible' | 'weak'

/** What `compareNames` returns. */
export interface Comparison {
  /** 0 to 1. */
  readonly score: number
  readonly band: Band
  readonly evidence: Evidence
}

/** One secondary feature that supports or contradicts a name match. It never changes the name score. */
export interface Corroboration {
  readonly feature: 'kind' | 'country' | 'birth-date' | 'gender' | 'identifier' | 'address'
  readonly verdict: 'agrees' | 'conflicts'
  readonly query: string
  readonly listed: string
}

/** What a finding repeats of a listing, so that it can be read without the list. */
export interface ListingSummary {
  readonly list: ListId
  readonly id: string
  readonly source?: string | undefined
  readonly authority: string
  /** The primary name, or the address for an address-only entry. */
  readonly name: string
  readonly kind: Kind | null
  readonly programs: readonly string[]
  readonly effect: Effect
  readonly requirement?: string | undefined
  readonly listedOn: CalendarDate | null
  /** Last day of the listing, where it has ended or will end. */
  readonly expiresOn?: CalendarDate | undefined
  readonly citation?: string | undefined
  readonly url?: string | undefined
  readonly remarks?: string | undefined
  /** False where the listing fact was not seen in an official source. */
  readonly verified: boolean
  /** The list file it was read from. */
  readonly snapshot: {
    readonly list: ListId
    readonly published: CalendarDate | null
    readonly embedded: boolean
  }
}

/** Another entry for the same party: on another list, or in another file of the same list. */
export interface SameParty
  extends Pick<ListingSummary, 'list' | 'id' | 'source' | 'authority' | 'name' | 'effect' | 'citation'> {
  /** What says that it is the same party. */
  readonly by: 'identifier' | 'name-and-birth-date' | 'cross-reference'
  /** The identifier, the birth date or the reference. */
  readonly detail: string
}

/** A scored pair of a name and a listing: the listing's best name decides. */
export interface Match {
  readonly listing: ListingSummary
  /** The listed name that matched, with its type and strength. */
  readonly name: ListedName
  /** 0 to 1. */
  readonly score: number
  readonly band: Band
  readonly evidence: Evidence
  readonly corroboration: readonly Corroboration[]
  /** Other entries for the same party among the matches of this name; each is a match of its own, too. */
  readonly sameParty?: readonly SameParty[] | undefined
}
