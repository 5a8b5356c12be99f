import type { FindingBase } from './decision.js'
import type { PlaceReading } from './place.js'
import type { Item, Money } from './transaction.js'
import type { CalendarDate, Effect, Jurisdiction, Period } from './vocabulary.js'

/** Findings about what is sold: codes, prices, licenses, circumstances. */

/** Which item of the transaction a finding is about. */
export interface ItemReference extends Pick<Item, 'description' | 'eccn' | 'hs'> {
  /** Position in `transaction.items`. */
  readonly index: number
}

/** A place that an item goes to. */
export interface ItemPlace {
  /** Path in the transaction: `destination`, `parties[1].address`. */
  readonly where: string
  readonly place: PlaceReading
}

/** The act behind a finding about goods. */
export interface GoodsLaw {
  /** Id of the row in the facts. */
  readonly id: string
  readonly jurisdiction: Jurisdiction
  readonly effect: Effect
  readonly period: Period
  readonly citation: string
  /** Where it was read. */
  readonly source: string
  readonly verified: boolean
}

/** The item's code is one that a law bars or licenses for the destination. */
export interface ItemMeasureFinding extends FindingBase, ItemPlace {
  readonly code: 'item-measure'
  readonly item: ItemReference
  readonly law: GoodsLaw
  /** What it bars, in a sentence. */
  readonly summary: string
  /** The law's code that the item's meets. */
  readonly listed: string
  /** False where the code is too short, the codes are a mapping of words, or the day of the code is not known. */
  readonly certain: boolean
}

/** The item is on a list of luxury goods, above its amount or not. */
export interface LuxuryGoodsFinding extends FindingBase, ItemPlace {
  readonly code: 'luxury-goods'
  readonly item: ItemReference
  readonly law: GoodsLaw
  /** The list's row. */
  readonly row: { readonly id: string; readonly category: string; readonly note?: string | undefined }
  /** The list's code that the item's meets; null where the list has words only. */
  readonly listed: string | null
  /** From which price on; null is any price. */
  readonly threshold: {
    readonly amount: number
    readonly currency: string
    readonly per: string
    readonly comparison: '>' | '>='
    readonly condition?: string | undefined
    readonly basis?: string | undefined
  } | null
  readonly value: Money | null
  /** The value in the list's currency. */
  readonly converted: number | null
  /** False: the price is below the amount, which is a note. */
  readonly caught: boolean
  /** What had to be assumed for the item to count as caught; empty when nothing. */
  readonly assumed: readonly string[]
}

/** A control of the item's ECCN that bites at the destination. */
export interface ControlFinding {
  readonly reason: string
  readonly toward: string
  readonly sections?: string | undefined
  readonly certain: boolean
}

/** The item needs an export license, by the Country Chart or by a rule beside it. */
export interface ExportLicenseFinding extends FindingBase, ItemPlace {
  readonly code: 'export-license'
  readonly item: ItemReference
  readonly law: GoodsLaw
  /** The ECCN's controls that bite, where the chart decides. */
  readonly chart?:
    | {
        readonly eccn: string
        readonly heading: string
        readonly asOf: CalendarDate
        readonly controls: readonly ControlFinding[]
      }
    | undefined
  /** The rule beside the chart, where that decides. */
  readonly rule?:
    | {
        readonly items: 'all' | 'listed' | 'end-use' | 'advanced'
        readonly summary: string
        readonly licensePolicy: string | null
        readonly exceptions: readonly string[]
      }
    | undefined
}

/** The item's code is of common high priority: found in weapons, and so sought through third countries. */
export interface PriorityItemFinding extends FindingBase, ItemPlace {
  readonly code: 'priority-item'
  readonly item: ItemReference
  readonly tier: string
  readonly listed: string
  /** False where the code is too short to tell. */
  readonly certain: boolean
  readonly citation: string
  readonly source: string
  /** Authorities that name this place as one of diversion. */
  readonly hubs: readonly {
    readonly authority: string
    readonly toward: string
    readonly since: string
    readonly source: string
    readonly verified: boolean
  }[]
}

/** A circumstance that obliges to ask. */
export interface RedFlagFinding extends FindingBase {
  readonly code: 'red-flag'
  /** Path in the transaction that shows it. */
  readonly where: string
  readonly flag: {
    readonly id: string
    readonly text: string
    readonly citation: string | null
    readonly source: string
    readonly verified: boolean
  }
  /** The data that show it, as given; empty when a person reported it. */
  readonly seen: readonly string[]
}

/** Questions to ask before deciding: red flags that no order data can show. A note. */
export interface OpenQuestionsFinding extends FindingBase {
  readonly code: 'open-questions'
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    readonly citation: string | null
    readonly verified: boolean
  }[]
}

/** What an item without a code may be, by its description. A hint and a note, never a classification. */
export interface ItemHintFinding extends FindingBase {
  readonly code: 'item-hint'
  readonly item: ItemReference
  readonly headings: readonly { readonly hs: string; readonly words: string }[]
}

/** A law beyond those named by the caller or the policy that binds, and why. A note. */
export interface ApplicableLawFinding extends FindingBase {
  readonly code: 'applicable-law'
  readonly jurisdiction: Jurisdiction
  /** Path in the transaction that brings it in. */
  readonly where: string
  /** `exporter` its place · `member-state` EU law binds the state · the others: fields of an item that bring in the EAR. */
  readonly because: 'exporter' | 'member-state' | 'origin' | 'usContent' | 'usDirectProduct'
  /** The act that says so; null for the law of the exporter's own place. */
  readonly citation: string | null
}

/** Findings about goods and circumstances. */
export type GoodsFinding =
  | ItemMeasureFinding
  | LuxuryGoodsFinding
  | ExportLicenseFinding
  | PriorityItemFinding
  | RedFlagFinding
  | OpenQuestionsFinding
  | ItemHintFinding
  | ApplicableLawFinding
