import type { GoodsFinding } from './item-finding.js'
import type { ListingSummary, Match } from './match.js'
import type { Measure } from './measure.js'
import type { Group, Membership } from './membership.js'
import type { PlaceReading } from './place.js'
import type { Policy } from './policy.js'
import type { CalendarDate, Jurisdiction, ListId, Outcome, Role } from './vocabulary.js'

/** Findings, the decision they add up to, and what it rests on. JSON of these is the contract. */

/** Which party of the transaction a finding is about. */
export interface PartyReference {
  /** Position in `transaction.parties`; who pays and is none of them comes after the last. */
  readonly index: number
  readonly role: Role
  readonly id?: string | undefined
  /** The name as given, if any. */
  readonly name?: string | undefined
}

/** What every finding has. */
export interface FindingBase {
  /** What this finding alone calls for; `clear` marks a note that calls for nothing. */
  readonly outcome: Outcome
  /** 0 to 100: how much it adds to the risk. */
  readonly points: number
}

/**
 * How the listing stood on the transaction's date: `current`, `expired` (ended before), or `later` (the list
 * dates the entry after it).
 */
export type Standing = 'current' | 'expired' | 'later'

/** A party's name matches a listing. */
export interface ListedPartyFinding extends FindingBase {
  readonly code: 'listed-party'
  readonly party: PartyReference
  readonly standing: Standing
  readonly match: Match
}

/** A party's name matches one reported in public sources as part of a procurement network, but on no list. */
export interface ReportedPartyFinding extends FindingBase {
  readonly code: 'reported-party'
  readonly party: PartyReference
  readonly match: Match
}

/** A party carries an identifier (passport, registration, IMO number, wallet …) of a listing. */
export interface ListedIdentifierFinding extends FindingBase {
  readonly code: 'listed-identifier'
  readonly party: PartyReference
  readonly standing: Standing
  readonly listing: ListingSummary
  readonly identifier: { readonly type: string; readonly value: string; readonly listed: string }
}

/** A party's address is the address of a listing, with or without a matching name. */
export interface ListedAddressFinding extends FindingBase {
  readonly code: 'listed-address'
  readonly party: PartyReference
  readonly standing: Standing
  readonly listing: ListingSummary
  readonly address: { readonly query: string; readonly listed: string; readonly score: number }
}

/** A measure in force on the date restricts a place of the transaction. */
export interface DestinationMeasureFinding extends FindingBase {
  readonly code: 'destination-measure'
  /** Path in the transaction: `destination`, `transit[0]`, `parties[1].address`. */
  readonly where: string
  readonly place: PlaceReading
  readonly measure: Measure
}

/**
 * A place is in groups of territories on which rules about goods build: de minimis, license exceptions, review policy.
 * A note; what follows for the goods is for the rules about items.
 */
export interface DestinationGroupsFinding extends FindingBase {
  readonly code: 'destination-groups'
  /** Path in the transaction: `destination`, `transit[0]`, `parties[1].address`. */
  readonly where: string
  readonly place: PlaceReading
  readonly memberships: readonly { readonly group: Group; readonly membership: Membership }[]
}

/** A place can be read in several ways. */
export interface AmbiguousPlaceFinding extends FindingBase {
  readonly code: 'ambiguous-place'
  readonly where: string
  readonly text: string
  readonly readings: readonly PlaceReading[]
}

/** A place could not be read. */
export interface UnknownPlaceFinding extends FindingBase {
  readonly code: 'unknown-place'
  readonly where: string
  readonly text: string
}

/** An address names two places that exclude each other: a city of one country, the code of another. */
export interface ConflictingPlaceFinding extends FindingBase {
  readonly code: 'conflicting-place'
  readonly where: string
  readonly text: string
  /** The place the country field gives, and the one another field points to. */
  readonly readings: readonly [PlaceReading, PlaceReading]
  /** The field that points elsewhere: `city`, `region`, `text` … */
  readonly field: string
}

/** A list that the policy requires was not loaded. */
export interface ListMissingFinding extends FindingBase {
  readonly code: 'list-missing'
  readonly list: ListId
  readonly jurisdiction: Jurisdiction | null
  /** Where the publisher offers it, if known. */
  readonly url: string | null
}

/**
 * A loaded list is older than the policy allows on the transaction's date, or its age is unknown. The age counts from
 * the day of publication, or from the later day on which the publisher said that there is nothing newer.
 */
export interface ListOutOfDateFinding extends FindingBase {
  readonly code: 'list-out-of-date'
  readonly list: ListId
  readonly published: CalendarDate | null
  /** The last day on which a sync found it to be the publisher's current file. */
  readonly checked?: CalendarDate | undefined
  readonly ageDays: number | null
  readonly maxAgeDays: number
}

/** A loaded list was published after the transaction's date: it may hold entries that did not exist then. */
export interface ListNewerFinding extends FindingBase {
  readonly code: 'list-newer'
  readonly list: ListId
  readonly published: CalendarDate
}

/** The facts about measures end long before the transaction's date. */
export interface FactsOutOfDateFinding extends FindingBase {
  readonly code: 'facts-out-of-date'
  readonly asOf: CalendarDate
  readonly ageDays: number
  readonly maxAgeDays: number
}

/** Something needed for an answer is missing or could be compared only in part. */
export interface InsufficientDataFinding extends FindingBase {
  readonly code: 'insufficient-data'
  /** Path in the transaction. */
  readonly where: string
  /**
   * What is missing, as a stable word; the sentence is rendered by `explain`. `details` marks optional fields that
   * were not given and so were not screened: a note, never a reason to hold.
   */
  readonly missing:
    | 'parties'
    | 'party-name'
    | 'destination'
    | 'rest-of-name'
    /** A place was written in more words than are read. */
    | 'rest-of-place'
    /** The law of a jurisdiction, or of a day, in `text`, which the facts do not hold. */
    | 'law'
    | 'details'
    /** Codes that a law of the destination decides by. */
    | 'classification'
    /** A code that could not be read, in `text`. */
    | 'eccn'
    | 'hs'
    /** The paragraph of the ECCN, on which it depends. */
    | 'eccn-paragraph'
    /** The Country Chart of that day: the facts hold a later one, as of `text`. */
    | 'country-chart'
    /** Whether US law reaches the item. */
    | 'us-reach'
    /** The facts about goods were not given to the screener. */
    | 'goods-facts'
    /** A red flag by an id that is not known, in `text`. */
    | 'red-flag'
  /** The optional fields that were not given. */
  readonly fields?: readonly string[] | undefined
  /** What could not be read, or what is missing exactly. */
  readonly text?: string | undefined
}

/** One coded, cited statement about the transaction. */
export type Finding =
  | ListedPartyFinding
  | ReportedPartyFinding
  | ListedIdentifierFinding
  | ListedAddressFinding
  | DestinationMeasureFinding
  | DestinationGroupsFinding
  | AmbiguousPlaceFinding
  | UnknownPlaceFinding
  | ConflictingPlaceFinding
  | ListMissingFinding
  | ListOutOfDateFinding
  | ListNewerFinding
  | FactsOutOfDateFinding
  | InsufficientDataFinding
  | GoodsFinding

/** One list file a decision rests on. */
export interface ListBasis {
  readonly list: ListId
  readonly published: CalendarDate | null
  /** The last day on which a sync found it to be the publisher's current file. */
  readonly checked?: CalendarDate | undefined
  readonly sha256: string
  readonly listings: number
  /** Count of things in the file that could not be read. */
  readonly issues: number
  /** True for the sample that ships with the package. */
  readonly embedded: boolean
}

/** What a decision rests on: the same transaction and basis give the same decision, byte for byte. */
export interface Basis {
  /** Version of the package. */
  readonly engine: string
  /** Version of scoring weights and tables. */
  readonly weights: string
  /** The measures: day up to which they were kept, count, SHA-256 of their canonical JSON. */
  readonly facts: {
    readonly asOf: CalendarDate
    readonly measures: number
    readonly sha256: string
    /** SHA-256 of the canonical JSON of the facts about goods; null where none were given. */
    readonly goods: string | null
  }
  readonly lists: readonly ListBasis[]
  readonly policy: Policy
}

/** The machine's answer. */
export interface Decision {
  /** The transaction's own id, echoed. */
  readonly transactionId?: string | undefined
  readonly date: CalendarDate
  readonly outcome: Outcome
  /** 0 to 19 clear, 20 to 79 review, 80 to 100 stop. */
  readonly risk: number
  /** Strictest first. */
  readonly findings: readonly Finding[]
  readonly basis: Basis
}

/** A person's recorded conclusion on a match. */
export interface Determination {
  readonly list: ListId
  readonly listingId: string
  readonly party: PartyReference
  readonly conclusion: 'true-match' | 'false-positive' | 'inconclusive'
  readonly reason: string
  /** Who decided. */
  readonly by: string
  readonly on: CalendarDate
}
