import * as z from 'zod/mini'
import { precisionSchema } from './measure.js'
import { jurisdictionSchema, periodSchema, territoryCodeSchema } from './vocabulary.js'

/** Groups of territories that a law names, and who was in them when. */

export const groupIdSchema = z.enum(['ear-e1', 'ear-e2', 'ear-d5', 'us-sst', 'itar-126-1', 'ear-meu'])
export type GroupId = z.infer<typeof groupIdSchema>

/** A group of territories on which rules build: a country group of the EAR, the state sponsors of terrorism. */
export const groupSchema = z.readonly(
  z.strictObject({
    id: groupIdSchema,
    name: z.string(),
    jurisdiction: jurisdictionSchema,
    /** Who keeps it. */
    authority: z.string(),
    /** The act that has it. */
    citation: z.string(),
    /** What follows from being in it, in a phrase. */
    meaning: z.string(),
  }),
)
export type Group = z.infer<typeof groupSchema>

/** That a territory was in a group for a time, as a row of `data/groups/*.json`. */
export const membershipSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    group: groupIdSchema,
    territory: territoryCodeSchema,
    period: periodSchema,
    precision: z.readonly(z.strictObject({ from: precisionSchema, until: precisionSchema })),
    /** The legal act. */
    citation: z.string(),
    /** Where the fact was read. */
    sources: z.readonly(z.array(z.string())),
    /** Whether both days were seen in a source. */
    verified: z.boolean(),
    note: z.optional(z.string()),
  }),
)
export type Membership = z.infer<typeof membershipSchema>

/** Groups, and who was in them when. */
export interface GroupTable {
  /** In the order in which they are named. */
  readonly groups: readonly Group[]
  readonly memberships: readonly Membership[]
}
