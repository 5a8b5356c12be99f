import * as z from 'zod/mini'
import { dateSchema, territoryCodeSchema } from './vocabulary.js'

/** A country, a part of one that has measures of its own, or a state that no longer exists. */
export const territorySchema = z.readonly(
  z.strictObject({
    /** `KP`, `UA-43`; for former states the four-letter ISO 3166-3 code, `SUHH`. */
    code: z.string(),
    /** ISO 3166 alpha-3, where there is one. */
    alpha3: z.optional(z.string()),
    name: z.string(),
    /** The state it belongs to, for a part of a state. */
    parent: z.optional(territoryCodeSchema),
    /** Names in any language and script, official, common, historic; as written, not normalized. */
    aliases: z.readonly(z.array(z.string())),
    /** Cities and regions that point to it: a hint for a person, not proof. */
    clues: z.optional(z.readonly(z.array(z.string()))),
    /** Beginnings of telephone numbers that lead there, digits only, with the country's own. */
    phones: z.optional(z.readonly(z.array(z.string().check(z.regex(/^\d{2,7}$/))))),
    /** Ranges of its postal codes, both ends included, in the numbering of a state. */
    postalCodes: z.optional(
      z.readonly(
        z.array(z.readonly(z.strictObject({ state: territoryCodeSchema, from: z.string(), to: z.string() }))),
      ),
    ),
    /** Day on which a former state ended, and the territories that followed it. */
    until: z.optional(dateSchema),
    successors: z.optional(z.readonly(z.array(territoryCodeSchema))),
  }),
)
export type Territory = z.infer<typeof territorySchema>

/** One way to read a text as a place. */
export interface PlaceReading {
  readonly territory: string
  /** English name of the territory. */
  readonly name: string
  /** 0 to 1: 1 an exact code or unambiguous name; below 0.9 a hint only. */
  readonly confidence: number
  /** The part of the text that decided. */
  readonly clue: string
  /** How it was recognized. */
  readonly how: 'code' | 'name' | 'alias' | 'historic' | 'city' | 'number' | 'misspelled'
}
