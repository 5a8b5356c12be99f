import * as z from 'zod/mini'
import {
  effectSchema,
  jurisdictionSchema,
  listIdSchema,
  periodSchema,
  territoryCodeSchema,
} from './vocabulary.js'

/** Law as data: one legal restriction per row. */

export const measureKindSchema = z.enum([
  'comprehensive-embargo',
  'near-embargo',
  'arms-embargo',
  'sectoral',
  'luxury-goods',
  'dual-use',
  'financial',
  'import-ban',
  'transport',
  'military-end-use',
  'policy-of-denial',
  'other',
])
export type MeasureKind = z.infer<typeof measureKindSchema>

/** How exactly a date is known. Anything but `day` is a placeholder and is not shown as a day. */
export const precisionSchema = z.enum(['day', 'month', 'year', 'unknown'])
export type Precision = z.infer<typeof precisionSchema>

/** One legal restriction, as a row of `data/measures/<authority>.json`. */
export const measureSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    jurisdiction: jurisdictionSchema,
    /** Who imposes or administers it: `BIS`, `OFAC`, `UN Security Council`, `EU Council`. */
    authority: z.string(),
    /** The body of law: `EAR`, `OFAC`, `UNSC res. 1718`. */
    regime: z.string(),
    kind: measureKindSchema,
    effect: effectSchema,
    scope: z.readonly(
      z.strictObject({
        destinations: z.readonly(z.array(territoryCodeSchema)),
        /**
         * True where the measure holds only in a part of the territory that a code cannot tell
         * (the non-government-controlled parts of Ukrainian oblasts): the place has to be checked.
         */
        partial: z.optional(z.boolean()),
        lists: z.optional(z.readonly(z.array(listIdSchema))),
      }),
    ),
    /** True for a row that eases: a general license, a suspension, a better group. It lifts no other row. */
    relief: z.optional(z.boolean()),
    /** What it restricts, in a sentence. */
    summary: z.string(),
    period: periodSchema,
    precision: z.readonly(z.strictObject({ from: precisionSchema, until: precisionSchema })),
    exceptions: z.readonly(z.array(z.string())),
    licensePolicy: z.nullable(z.string()),
    /** The legal act. */
    citation: z.string(),
    /** Where the fact was read: addresses or descriptions. */
    sources: z.readonly(z.array(z.string())),
    /** Whether dates and scope were seen in a source. */
    verified: z.boolean(),
    /** What is uncertain, or how to read the row. */
    note: z.optional(z.string()),
  }),
)
export type Measure = z.infer<typeof measureSchema>
