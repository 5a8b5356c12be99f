import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'
import * as z from 'zod/mini'

/**
 * Words and small shapes that every other schema is made of.
 * Text coming from outside is bounded: longer input is refused, never cut in silence.
 */

/** Longest text accepted anywhere in a transaction, in UTF-16 units. */
export const MAX_TEXT = 100_000

/** Free text from outside. */
export const textSchema = z.string().check(z.maxLength(MAX_TEXT))

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Whether `text` is a day of the Gregorian calendar written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return DATE.test(text) && isValid(parseISO(text))
}

/** A calendar day, `YYYY-MM-DD`, without time or zone. Days compare correctly as strings. */
export const dateSchema = z
  .string()
  .check(z.refine(isCalendarDate, { error: 'a calendar date as YYYY-MM-DD' }))
export type CalendarDate = z.infer<typeof dateSchema>

/**
 * A half-open period of days, `from ≤ day < until`.
 * `from: null` means "since before the record begins", `until: null` means "no end known".
 */
export const periodSchema = z.readonly(
  z.strictObject({ from: z.nullable(dateSchema), until: z.nullable(dateSchema) }),
)
export type Period = z.infer<typeof periodSchema>

/** Whether `day` lies in the half-open `period`. */
export function isWithin(period: Period, day: CalendarDate): boolean {
  return (period.from === null || period.from <= day) && (period.until === null || day < period.until)
}

/** What a party or a listing is. */
export const kindSchema = z.enum(['person', 'organization', 'vessel', 'aircraft'])
export type Kind = z.infer<typeof kindSchema>

/** What a party does in the transaction (the parties of 15 CFR 748.5, and the bank). */
export const roleSchema = z.enum([
  'exporter',
  'purchaser',
  'intermediate-consignee',
  'ultimate-consignee',
  'end-user',
  'freight-forwarder',
  'bank',
  'other',
])
export type Role = z.infer<typeof roleSchema>

/** Whose law: an ISO 3166 alpha-2 code, `UN`, or `EU`. */
export const jurisdictionSchema = z
  .string()
  .check(z.regex(/^[A-Z]{2}$|^OSCE$/, { error: 'a jurisdiction: two capital letters, as US, UN, EU or GB' }))
export type Jurisdiction = z.infer<typeof jurisdictionSchema>

/** A territory: ISO 3166 alpha-2 (`KP`), a part of a state (`UA-43`), or a former state by ISO 3166-3 (`YUCS`). */
export const territoryCodeSchema = z
  .string()
  .check(z.regex(/^[A-Z]{2}([A-Z]{2}|-[A-Z0-9]{1,8})?$/, { error: 'a territory code, as KP or UA-43' }))
export type TerritoryCode = z.infer<typeof territoryCodeSchema>

/** Id of a published list, `<jurisdiction>-<authority>-<list>`; the known ones are in `lists/registry.ts`. */
export const listIdSchema = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'a list id, as us-csl or un-sc' }))
export type ListId = z.infer<typeof listIdSchema>

/**
 * What a measure or a list does to a transaction:
 * `prohibited` no authorization is provided for in general; `license-required` lawful only with one;
 * `caution` lawful, but to be looked at (a "red flag" of 15 CFR 732 Supp. 3, or a condition to check).
 */
export const effectSchema = z.enum(['prohibited', 'license-required', 'caution'])
export type Effect = z.infer<typeof effectSchema>

/** `clear` nothing found · `review` a person must decide · `stop` do not proceed without authority. */
export const outcomeSchema = z.enum(['clear', 'review', 'stop'])
export type Outcome = z.infer<typeof outcomeSchema>
