import * as z from 'zod/mini'
import { identifierSchema } from './transaction.js'
import { dateSchema, effectSchema, kindSchema, listIdSchema } from './vocabulary.js'

/** What parsers make of official files: one snapshot per list, one listing per entry, nothing dropped. */

/**
 * `primary` the entry's heading · `variation` the same name spelled otherwise (also original script) ·
 * `alias` another name · `former` no longer used.
 */
export const nameTypeSchema = z.enum(['primary', 'variation', 'alias', 'former'])
export type NameType = z.infer<typeof nameTypeSchema>

/**
 * The publisher's own quality mark. `weak` aliases are broad or generic (OFAC FAQ 122) and may
 * confirm a match but never make one alone; `unstated` is treated as strong.
 */
export const strengthSchema = z.enum(['strong', 'weak', 'unstated'])
export type Strength = z.infer<typeof strengthSchema>

/** One name of a listing, as published. Persons may be written `LAST, First`. */
export const listedNameSchema = z.readonly(
  z.strictObject({ name: z.string(), type: nameTypeSchema, strength: strengthSchema }),
)
export type ListedName = z.infer<typeof listedNameSchema>

/** One address of a listing; `country` is an ISO code where the publisher's word could be resolved. */
export const listedAddressSchema = z.readonly(
  z.strictObject({
    /** The whole address as published, or joined from its fields with ", ". Never empty. */
    text: z.string(),
    street: z.optional(z.string()),
    city: z.optional(z.string()),
    region: z.optional(z.string()),
    postalCode: z.optional(z.string()),
    /** Country as published: a code or a name. */
    country: z.optional(z.string()),
  }),
)
export type ListedAddress = z.infer<typeof listedAddressSchema>

/** A birth date as published, and the days it can mean (both inclusive). */
export const birthDateSchema = z.readonly(
  z.strictObject({
    /** As published: `circa 1963`, `Nov. 1973`, `1 Jan 1970 to 31 Dec 1971`. */
    text: z.string(),
    /** First and last day it can mean; null where the text could not be read (then also an issue). */
    earliest: z.nullable(dateSchema),
    latest: z.nullable(dateSchema),
  }),
)
export type BirthDate = z.infer<typeof birthDateSchema>

/**
 * How a listing stands to another party, as the publisher states it. `owned-by` and `owns` are stakes or control (the
 * 50 % rules start from them); `family` is kinship; `other` keeps the publisher's word in `text`.
 */
export const relationshipSchema = z.readonly(
  z.strictObject({
    type: z.enum([
      'owned-by',
      'owns',
      'acts-for',
      'led-by',
      'leads',
      'family',
      'associate',
      'former-identity',
      'other',
    ]),
    /** Id of the other party's listing in the same list, where the publisher gives one. */
    listingId: z.optional(z.string()),
    /** Name of the other party, where given. */
    name: z.optional(z.string()),
    /** The relation in the publisher's words: `Owned or Controlled By`, `Linked To`. */
    text: z.string(),
  }),
)
export type Relationship = z.infer<typeof relationshipSchema>

/** One entry of a published list. */
export const listingSchema = z.readonly(
  z.strictObject({
    /** The publisher's stable key where there is one (OFAC uid, UN DATAID); unique within its list. */
    id: z.string(),
    /** The list the entry belongs to; for an aggregate such as `us-csl`, the list it was taken from. */
    list: listIdSchema,
    /** The publisher's short tag for that list: `SDN`, `EL`, `Al-Qaida`. */
    source: z.optional(z.string()),
    /** Who imposes: `OFAC`, `BIS`, `UN Security Council`. */
    authority: z.string(),
    kind: z.nullable(kindSchema),
    /** All names; the primary one first. May be empty for an address-only entry. */
    names: z.readonly(z.array(listedNameSchema)),
    addresses: z.readonly(z.array(listedAddressSchema)),
    birthDates: z.readonly(z.array(birthDateSchema)),
    birthPlaces: z.readonly(z.array(z.string())),
    /** Nationalities, citizenships, flags, as published. */
    countries: z.readonly(z.array(z.string())),
    identifiers: z.readonly(z.array(identifierSchema)),
    /** Where the publisher states it. */
    gender: z.optional(z.enum(['female', 'male'])),
    /** Owners, subsidiaries, relatives and the like, in the publisher's order. */
    relationships: z.optional(z.readonly(z.array(relationshipSchema))),
    /** Program or regime tags, verbatim. */
    programs: z.readonly(z.array(z.string())),
    /** What being listed means for this entry, where it differs from the registry's word for the list. */
    effect: z.optional(effectSchema),
    /** License requirement and review policy, where the publisher states them (Entity List). */
    requirement: z.optional(z.string()),
    listedOn: z.nullable(dateSchema),
    /** Last day of the listing where the publisher gives one (Denied Persons List). */
    expiresOn: z.optional(dateSchema),
    remarks: z.optional(z.string()),
    /** The legal act: Federal Register citation, UN reference, regulation. */
    citation: z.optional(z.string()),
    url: z.optional(z.string()),
    /** False where the fact was not seen in an official source (embedded data only). */
    verified: z.optional(z.boolean()),
  }),
)
export type Listing = z.infer<typeof listingSchema>

/** Something in a list file that could not be read or is doubtful; the listing is kept as far as it could be read. */
export const issueSchema = z.readonly(
  z.strictObject({
    /** Short stable word for the kind of issue: `bad-date`, `empty-alias`, `extra-header`. */
    code: z.string(),
    /** Where: `sdn.csv line 12`, `INDIVIDUAL 6908555`. */
    where: z.string(),
    /** What was expected and what came. */
    message: z.string(),
  }),
)
export type Issue = z.infer<typeof issueSchema>

/** One parsed list file (or set of files that belong together). */
export const snapshotSchema = z.readonly(
  z.strictObject({
    list: listIdSchema,
    /** The day the publisher gives for the file, or the newest date inside it; null when there is none. */
    published: z.nullable(dateSchema),
    /**
     * The last day on which the publisher itself was asked and this was its current file; set by a sync. A list that
     * did not change for a year is not old while its publisher says each day that there is nothing newer.
     */
    checked: z.optional(dateSchema),
    /** SHA-256 of the bytes, lower-case hex. For several files: of their names and digests, in name order. */
    sha256: z.string(),
    /** Size of the input in bytes. */
    bytes: z.number(),
    /** True for the small sample that ships with the package: it never satisfies a required list. */
    embedded: z.optional(z.boolean()),
    listings: z.readonly(z.array(listingSchema)),
    issues: z.readonly(z.array(issueSchema)),
    /** The file's records, verbatim, where its publisher sends changes to single records (`applyDelta` needs them). */
    records: z.optional(z.readonly(z.array(z.string()))),
  }),
)
export type Snapshot = z.infer<typeof snapshotSchema>

/** One file of a list that is published in several (OFAC's sdn.csv, add.csv, alt.csv, sdn_comments.csv). */
export interface ListFile {
  /** File name as published; decides what it holds. */
  readonly name: string
  readonly bytes: Uint8Array
}
