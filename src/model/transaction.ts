import * as z from 'zod/mini'
import {
  dateSchema,
  isCalendarDate,
  jurisdictionSchema,
  kindSchema,
  roleSchema,
  textSchema,
} from './vocabulary.js'

/**
 * What the caller sends. All objects are strict: a misspelt field would otherwise be a field
 * that is not screened.
 */

/** A place or postal address. Any field may be missing; `country` is a code or a name in any language. */
export const addressSchema = z.readonly(
  z.strictObject({
    /** The address as one text, where it is not split into fields. */
    text: z.optional(textSchema),
    /** Street, house number, building, unit. */
    street: z.optional(textSchema),
    city: z.optional(textSchema),
    /** State, province, oblast. */
    region: z.optional(textSchema),
    postalCode: z.optional(textSchema),
    /** ISO code or name in any language: `KP`, `N. Korea`, `КНДР`. */
    country: z.optional(textSchema),
  }),
)
export type Address = z.infer<typeof addressSchema>

/** A number or code that identifies a party: passport, registration, IMO, BIC, wallet … */
export const identifierSchema = z.readonly(
  z.strictObject({
    /** What it is, in the caller's or the publisher's words: `passport`, `IMO`, `tax id`. */
    type: textSchema,
    value: textSchema,
    /** Issuing country, code or name. */
    country: z.optional(textSchema),
  }),
)
export type Identifier = z.infer<typeof identifierSchema>

/** A calendar day, or the year or month of one. */
function isBirthDate(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(text) && isCalendarDate(`${text}${'-01-01'.slice(text.length - 4)}`)
}

/** A person, organization, vessel or aircraft that takes part in the transaction. */
export const partySchema = z.readonly(
  z.strictObject({
    /** The caller's own key, echoed in findings. */
    id: z.optional(textSchema),
    role: roleSchema,
    /** Omit when unknown; an unknown kind never hides a match. */
    kind: z.optional(kindSchema),
    name: z.optional(textSchema),
    /** Other names the caller holds: trade name, former name, name in another script. */
    aliases: z.optional(z.readonly(z.array(textSchema).check(z.maxLength(100)))),
    address: z.optional(addressSchema),
    /** Nationality, flag, or country of registration. */
    country: z.optional(textSchema),
    /** Birth date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
    birthDate: z.optional(
      z.string().check(z.refine(isBirthDate, { error: 'a date as YYYY, YYYY-MM or YYYY-MM-DD' })),
    ),
    identifiers: z.optional(z.readonly(z.array(identifierSchema).check(z.maxLength(100)))),
    /** Mail address the party writes from. */
    email: z.optional(textSchema),
    /** Of a person, where known: it is only said beside a match, since lists seldom state it. */
    gender: z.optional(z.enum(['female', 'male'])),
    /** Day on which an organization was founded. */
    founded: z.optional(dateSchema),
  }),
)
export type Party = z.infer<typeof partySchema>

/** An amount of money. */
export const moneySchema = z.readonly(
  z.strictObject({
    amount: z.number().check(z.nonnegative()),
    /** ISO 4217, three capital letters. */
    currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'an ISO 4217 currency code, as USD' })),
  }),
)
export type Money = z.infer<typeof moneySchema>

const currencyKey = /^[A-Z]{3}$/

/**
 * Exchange rates: how many units of a currency one unit of `base` buys, as `{ base: 'EUR', USD: 1.08 }`. Needed where a law
 * counts in another currency than the order; without them an item counts as reaching the amount.
 */
export const ratesSchema = z.readonly(
  z
    .catchall(z.object({ base: z.string().check(z.regex(currencyKey)) }), z.union([z.number(), z.string()]))
    .check(
      z.refine(
        (rates) =>
          Object.entries(rates).every(
            ([key, rate]) =>
              key === 'base' ||
              (currencyKey.test(key) && typeof rate === 'number' && Number.isFinite(rate) && rate > 0),
          ),
        { error: 'currency codes with rates above 0, and a base currency' },
      ),
    ),
)
export type Rates = z.infer<typeof ratesSchema>

/** How the order is paid. */
export const paymentSchema = z.readonly(
  z.strictObject({
    /** Country the payment comes from, code or name. */
    country: z.optional(textSchema),
    /** Name of who pays, where it is not the purchaser. */
    payer: z.optional(textSchema),
  }),
)
export type Payment = z.infer<typeof paymentSchema>

/** Goods, software or technology that moves. */
export const itemSchema = z.readonly(
  z.strictObject({
    description: z.optional(textSchema),
    /** Export Control Classification Number of 15 CFR 774, or `EAR99`. */
    eccn: z.optional(z.string().check(z.maxLength(20))),
    /** Harmonized System code, 2 to 10 digits, with or without dots. */
    hs: z.optional(z.string().check(z.regex(/^[\d. ]{2,16}$/, { error: 'an HS code of 2 to 10 digits' }))),
    /** Country of origin, code or name. */
    origin: z.optional(textSchema),
    quantity: z.optional(z.number().check(z.nonnegative())),
    /** What this customer usually orders, in the same unit. */
    usualQuantity: z.optional(z.number().check(z.nonnegative())),
    /** Share of controlled US content in a foreign-made item, 0 to 1 (15 CFR 734.4). */
    usContent: z.optional(z.number().check(z.gte(0), z.lte(1))),
    /** Whether a foreign-made item is the direct product of controlled US technology or software (15 CFR 734.9). */
    usDirectProduct: z.optional(z.boolean()),
    /** Value of one unit. */
    value: z.optional(moneySchema),
  }),
)
export type Item = z.infer<typeof itemSchema>

/** A trade before it happens. */
export const transactionSchema = z.readonly(
  z.strictObject({
    /** The caller's own key, echoed in the decision. */
    id: z.optional(textSchema),
    /** The day whose law applies. The core has no clock. */
    date: dateSchema,
    parties: z.readonly(z.array(partySchema).check(z.maxLength(1_000))),
    /** Where the goods finally go. Without it, the addresses of end user and consignees stand in. */
    destination: z.optional(addressSchema),
    /** Countries the goods pass through. */
    transit: z.optional(z.readonly(z.array(addressSchema).check(z.maxLength(100)))),
    items: z.optional(z.readonly(z.array(itemSchema).check(z.maxLength(10_000)))),
    /** Rates for amounts in other currencies than the law's. */
    rates: z.optional(ratesSchema),
    payment: z.optional(paymentSchema),
    /** Red flags that a person saw, by id: `bis-RF05`, `div-last-minute-route`. */
    redFlags: z.optional(z.readonly(z.array(textSchema).check(z.maxLength(100)))),
    /** Whose law binds the exporter; overrides the policy's and the exporter's place. */
    jurisdictions: z.optional(z.readonly(z.array(jurisdictionSchema).check(z.maxLength(50)))),
  }),
)
export type Transaction = z.infer<typeof transactionSchema>
