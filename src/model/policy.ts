import * as z from 'zod/mini'
import { jurisdictionSchema, listIdSchema } from './vocabulary.js'

const daysSchema = z.number().check(z.int(), z.gte(0))

/** The few choices that belong to the user of the package; all are part of the basis. */
export const policySchema = z.readonly(
  z.strictObject({
    /** Whose law binds the exporter. Default US, UN, EU, GB. */
    jurisdictions: z.readonly(z.array(jurisdictionSchema).check(z.maxLength(50))),
    /**
     * Lists that must be loaded and fresh for a `clear`. `null` (default): the official lists of
     * the jurisdictions. `[]` is the explicit opt-out.
     */
    requiredLists: z.nullable(z.readonly(z.array(listIdSchema).check(z.maxLength(100)))),
    /**
     * Greatest age in days of a loaded list on the transaction's date: one number for all lists, or one per list id;
     * lists that are not named keep the registry's. Default `{}`: the registry's for each.
     */
    maxListAgeDays: z.union([daysSchema, z.readonly(z.record(listIdSchema, daysSchema))]),
    /** Greatest age in days of the facts about measures. Default 180. */
    maxFactsAgeDays: daysSchema,
    /** Name score from which a match becomes a finding, 0.5 to 1. Default 0.7. */
    minScore: z.number().check(z.gte(0.5), z.lte(1)),
  }),
)
export type Policy = z.infer<typeof policySchema>

/** The policy that applies where the caller says nothing. */
export const defaultPolicy: Policy = {
  jurisdictions: ['US', 'UN', 'EU', 'GB'],
  requiredLists: null,
  maxListAgeDays: {},
  maxFactsAgeDays: 180,
  minScore: 0.7,
}
