import * as z from 'zod/mini'
import {
  dateSchema,
  effectSchema,
  jurisdictionSchema,
  periodSchema,
  territoryCodeSchema,
} from '../model/vocabulary.js'

/** The shape of the facts about goods (`data/goods`). Codes stand in one text, separated by spaces. */

const codes = z.string()
const codesSchema = z.readonly(z.array(territoryCodeSchema))

/** What every file of facts says about itself. */
const head = { source: z.string(), asOf: dateSchema }

/** The Commerce Country Chart, 15 CFR Part 738 Supp. No. 1: which columns carry an X for a destination. */
const countryChartSchema = z.strictObject({
  ...head,
  citation: z.string(),
  verified: z.boolean(),
  /** Destinations whose row only points to sections of the EAR. */
  embargoed: z.record(z.string(), z.string()),
  /** Destinations that use another's row, since a day. */
  inherits: z.array(
    z.strictObject({ code: territoryCodeSchema, row: z.string(), from: z.nullable(dateSchema) }),
  ),
  /** Destinations under a UN arms embargo, for reason UN. */
  unArmsEmbargo: z.strictObject({ citation: z.string(), codes }),
  rows: z.array(z.strictObject({ code: territoryCodeSchema, columns: codes })),
})

/** Country Groups, 15 CFR Part 740 Supp. No. 1. */
const countryGroupsSchema = z.strictObject({
  ...head,
  citation: z.string(),
  verified: z.boolean(),
  notes: z.array(z.string()),
  rows: z.array(z.strictObject({ code: territoryCodeSchema, groups: codes })),
})

/** Why, and toward which column of the chart or which destinations, an ECCN is controlled. */
export const controlSchema = z.readonly(
  z.strictObject({
    /** `NS`, `AT`, `RS` … */
    reason: z.string(),
    /** Of the entry: all of it, named paragraphs, or all but those. */
    mode: z.enum(['entire', 'part', 'entire-except']),
    columns: z.optional(codes),
    /** Paragraphs within the entry, as `b.2`. */
    paragraphs: z.optional(codes),
    /** Destinations that are no column of the chart. */
    scope: z.optional(z.string()),
    sections: z.optional(z.string()),
  }),
)
export type Control = z.infer<typeof controlSchema>

/** One entry of the Commerce Control List (15 CFR Part 774 Supp. No. 1), with its reasons for control. */
export const eccnEntrySchema = z.readonly(
  z.strictObject({
    eccn: z.string(),
    /** Beginning of the heading. */
    heading: z.string(),
    controls: z.readonly(z.array(controlSchema)),
    /** Named in 15 CFR Part 744 Supp. No. 2: licensed for military end uses. */
    endUse: z.optional(z.boolean()),
  }),
)
export type EccnEntry = z.infer<typeof eccnEntrySchema>

const eccnsSchema = z.strictObject({
  ...head,
  citation: z.string(),
  verified: z.boolean(),
  note: z.string(),
  rows: z.array(eccnEntrySchema),
})

/** A rule of the EAR for a destination that the chart does not show. */
export const earRuleSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    /** The measure it comes from. */
    measure: z.string(),
    destinations: codesSchema,
    /**
     * `all` every item subject to the EAR · `listed` every item with an ECCN · `end-use` the ECCNs of Part 744 Supp. No. 2,
     * if the end use or user is military · `advanced` computers and semiconductors, for supercomputers and advanced nodes.
     */
    items: z.enum(['all', 'listed', 'end-use', 'advanced']),
    /** Categories of the CCL, one digit each, that `listed` is narrowed to. */
    categories: z.optional(z.string()),
    /** True where it holds in a part of the territory. */
    partial: z.optional(z.boolean()),
    summary: z.string(),
    period: periodSchema,
    licensePolicy: z.nullable(z.string()),
    exceptions: z.readonly(z.array(z.string())),
    citation: z.string(),
    source: z.string(),
    verified: z.boolean(),
  }),
)
export type EarRule = z.infer<typeof earRuleSchema>

/** Share of controlled US content above which a foreign-made item is subject to the EAR. */
export const deMinimisSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    share: z.nullable(z.number()),
    destinations: z.union([z.string(), codesSchema]),
    items: z.optional(z.string()),
    citation: z.string(),
    source: z.string(),
    verified: z.boolean(),
  }),
)
export type DeMinimis = z.infer<typeof deMinimisSchema>

/** Goods barred or licensed by Harmonized System code. */
export const hsBanSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    jurisdiction: jurisdictionSchema,
    destinations: codesSchema,
    effect: effectSchema,
    summary: z.string(),
    period: periodSchema,
    citation: z.string(),
    source: z.string(),
    /** False where the law has words and the codes are our mapping. */
    official: z.boolean(),
    verified: z.boolean(),
    /** Codes were added up to this day; before it, whether a single code was already in is not known. */
    widened: z.optional(dateSchema),
    /** Codes, or the name of a supplement. */
    codes,
  }),
)
export type HsBan = z.infer<typeof hsBanSchema>

/** From which price on a list catches goods. */
export const thresholdSchema = z.readonly(
  z.strictObject({
    amount: z.number(),
    currency: z.string(),
    /** `item`, or a measure such as `litre`. */
    per: z.string(),
    comparison: z.enum(['>', '>=']),
    /** What it holds for, where the category has several: `new`, `coats`. */
    condition: z.optional(z.string()),
    /** Which price. */
    basis: z.optional(z.string()),
  }),
)
export type Threshold = z.infer<typeof thresholdSchema>

/** One row of a luxury list: codes or words of the law, and the amounts from which it holds. */
export const luxuryRowSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    category: z.string(),
    /** `coded` the law's own codes · `mapped` codes are our mapping of words · `worded` words only · `none` no goods. */
    kind: z.enum(['coded', 'mapped', 'worded', 'none']),
    codes: z.optional(codes),
    /** Without one, any price is caught. */
    threshold: z.optional(thresholdSchema),
    /** Steps of the threshold over time, where it changed. */
    history: z.optional(
      z.readonly(
        z.array(
          z.readonly(
            z.strictObject({
              from: dateSchema,
              until: z.nullable(dateSchema),
              threshold: z.optional(thresholdSchema),
              doubt: z.optional(z.string()),
            }),
          ),
        ),
      ),
    ),
    historyVerified: z.optional(z.boolean()),
    verified: z.boolean(),
    note: z.optional(z.string()),
  }),
)
export type LuxuryRow = z.infer<typeof luxuryRowSchema>

/** The rows of one luxury list of one jurisdiction toward its destinations, with the act that made it. */
export const luxuryListSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    jurisdiction: jurisdictionSchema,
    /** Territory codes, or `*`. */
    destinations: z.readonly(z.array(z.string())),
    effect: effectSchema,
    period: periodSchema,
    /** False where the first day is a placeholder. */
    startKnown: z.optional(z.boolean()),
    citation: z.string(),
    source: z.string(),
    rows: z.readonly(z.array(luxuryRowSchema)),
  }),
)
export type LuxuryList = z.infer<typeof luxuryListSchema>

const prioritySchema = z.strictObject({
  ...head,
  citation: z.string(),
  published: dateSchema,
  verified: z.boolean(),
  rows: z.array(z.strictObject({ tier: z.string(), codes })),
})

/** A circumstance that obliges to ask. */
export const redFlagSchema = z.readonly(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    group: z.string(),
    citation: z.nullable(z.string()),
    source: z.string(),
    verified: z.boolean(),
  }),
)
export type RedFlag = z.infer<typeof redFlagSchema>

/** A territory that an authority names as a place of diversion. */
export const hubSchema = z.readonly(
  z.strictObject({
    territory: z.string(),
    /** Where goods go on to, codes. */
    toward: codes,
    /** A day, month or year. */
    since: z.string(),
    /** First day on which a later edition replaced it. */
    until: z.optional(dateSchema),
    authority: z.string(),
    source: z.string(),
    verified: z.boolean(),
  }),
)
export type Hub = z.infer<typeof hubSchema>

/** A heading of the Harmonized System in everyday words. */
export const headingSchema = z.readonly(z.strictObject({ hs: z.string(), words: z.string() }))
export type Heading = z.infer<typeof headingSchema>

/** A code of the Harmonized System that a later edition gave another number. */
export const hsRevisionSchema = z.readonly(
  z.strictObject({
    earlier: z.string(),
    later: z.string(),
    /** Whether all goods of the later code were in the earlier one. */
    whole: z.boolean(),
  }),
)
export type HsRevision = z.infer<typeof hsRevisionSchema>

/** A state bound by the law of the EU for a period. */
export const memberSchema = z.readonly(
  z.strictObject({
    code: z.string(),
    from: dateSchema,
    until: z.nullable(dateSchema),
    citation: z.string(),
  }),
)
export type Member = z.infer<typeof memberSchema>

/** All facts about goods, as they stand in `data/goods`. */
export const goodsFactsSchema = z.readonly(
  z.strictObject({
    countryChart: countryChartSchema,
    countryGroups: countryGroupsSchema,
    eccns: eccnsSchema,
    earRules: z.strictObject({ ...head, rows: z.array(earRuleSchema) }),
    deMinimis: z.strictObject({ ...head, rows: z.array(deMinimisSchema) }),
    hsBans: z.strictObject({
      ...head,
      /** Codes of the supplements to 15 CFR Part 746, by name. */
      supplements: z.record(z.string(), codes),
      rows: z.array(hsBanSchema),
    }),
    luxury: z.strictObject({ ...head, rows: z.array(luxuryListSchema) }),
    priority: prioritySchema,
    redFlags: z.strictObject({ ...head, hubs: z.array(hubSchema), rows: z.array(redFlagSchema) }),
    hsRevisions: z.strictObject({
      ...head,
      verified: z.boolean(),
      from: dateSchema,
      rows: z.array(hsRevisionSchema),
    }),
    headings: z.strictObject({ ...head, rows: z.array(headingSchema) }),
    euMembers: z.strictObject({ ...head, verified: z.boolean(), rows: z.array(memberSchema) }),
  }),
)
export type GoodsFacts = z.infer<typeof goodsFactsSchema>
