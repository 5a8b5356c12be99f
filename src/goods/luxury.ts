import type { Money, Rates } from '../model/transaction.js'
import { type CalendarDate, isWithin, type Jurisdiction } from '../model/vocabulary.js'
import type { CodeMatch, OtherEdition } from './codes.js'
import type { LuxuryRow, Threshold } from './facts.js'
import { convert } from './money.js'
import { binds, type GoodsTables, type LuxuryTable, rowsFor } from './tables.js'

/**
 * Is it a luxury good? The word means something else in each law: a list of codes with amounts (EU, UK), of codes at any
 * price (Canada), of words (Japan, the EU until 2017), or nothing but the word (UN). An amount is per unit and in the
 * list's own currency.
 *
 * Where something is not known that decides (the price, a rate, the rest of the code, what a word covers), the item is
 * taken to be caught, and the assumption is named: the answer is then for a person, never a stop and never a clear.
 */

/** What had to be assumed for an item to count as caught. */
export type LuxuryAssumption =
  /** No value was given. */
  | 'no-value'
  /** The value is in another currency and no rate was given. */
  | 'no-rate'
  /** The amount is for a litre, a weight … and the value for one unit. */
  | 'other-unit'
  /** The code meets several rows with different amounts: new or used, coats or other clothes. */
  | 'several-amounts'
  /** The code is too short, or its national digits may mean something else. */
  | 'code'
  /** The law has words; the codes are a mapping. */
  | 'mapped'
  /** The law has words or a list that was not read: nothing to compare a code with. */
  | 'worded'
  /** The amount changed on a day that is not known. */
  | 'amount-history'
  /** The first day of the list is not known. */
  | 'first-day'
  /** The row was not verified in a source. */
  | 'unverified'

/** One list's answer for one item. */
export interface LuxuryAnswer {
  readonly table: LuxuryTable
  readonly row: LuxuryRow
  /** The list's code that the item's meets; null for words. */
  readonly listed: string | null
  readonly threshold: Threshold | null
  /** The value in the list's currency, where it could be told. */
  readonly converted: number | null
  readonly caught: boolean
  readonly assumed: readonly LuxuryAssumption[]
}

/** What an item is compared by. */
export interface LuxuryQuery {
  readonly hs: string | null
  /** The code's numbers in other editions of the Harmonized System. */
  readonly others: readonly OtherEdition[]
  readonly value: Money | undefined
  readonly rates: Rates | undefined
  readonly on: CalendarDate
}

/** The lists in force for a destination under these laws. */
export function luxuryListsFor(
  tables: GoodsTables,
  laws: ReadonlySet<Jurisdiction>,
  territory: string,
  on: CalendarDate,
): LuxuryTable[] {
  return rowsFor(tables.luxury, territory).filter(
    ({ list }) => binds(list, laws) && isWithin(list.period, on),
  )
}

/** One list's answer, or null where it does not concern the item. */
export function askLuxuryList(table: LuxuryTable, query: LuxuryQuery): LuxuryAnswer | null {
  const met = query.hs === null ? [] : table.codes.find(query.hs, query.others)
  const coded = met.map(({ row, listed, match }) => answerRow(table, row, { listed, match }, query))
  const answers = coded.length > 0 ? coded : table.worded.map((row) => answerRow(table, row, null, query))
  const [first] = answers.sort((a, b) => rankOf(b) - rankOf(a))
  if (!first || (first.listed === null && !first.caught)) return null
  const disagree = first.caught && answers.some((answer) => !answer.caught)
  return disagree ? { ...first, assumed: [...first.assumed, 'several-amounts'] } : first
}

/** Caught without an assumption is the strictest answer, then caught with the fewest. */
function rankOf({ caught, assumed }: LuxuryAnswer): number {
  return caught ? 100 - assumed.length : 0
}

function answerRow(
  table: LuxuryTable,
  row: LuxuryRow,
  met: { readonly listed: string; readonly match: CodeMatch } | null,
  query: LuxuryQuery,
): LuxuryAnswer {
  const { threshold, doubtful } = thresholdOn(row, query.on)
  const price = threshold ? weighPrice(threshold, query) : { reached: true, converted: null, assumed: [] }
  return {
    table,
    row,
    listed: met?.listed ?? null,
    threshold,
    converted: price.converted,
    caught: price.reached,
    assumed: price.reached ? [...price.assumed, ...doubtsOf(table, row, met?.match ?? null, doubtful)] : none,
  }
}

const none: readonly LuxuryAssumption[] = []

/** What is uncertain apart from the price. */
function doubtsOf(
  { list }: LuxuryTable,
  row: LuxuryRow,
  match: CodeMatch | null,
  doubtful: boolean,
): LuxuryAssumption[] {
  const doubts: LuxuryAssumption[] = []
  if (match === null) doubts.push('worded')
  if (match === 'possible') doubts.push('code')
  if (row.kind === 'mapped') doubts.push('mapped')
  if (doubtful) doubts.push('amount-history')
  if (list.startKnown === false) doubts.push('first-day')
  if (!row.verified) doubts.push('unverified')
  return doubts
}

/** The amount on the day. Before the first step and where a step has a doubt, any price is taken to be caught. */
function thresholdOn(
  row: LuxuryRow,
  on: CalendarDate,
): { readonly threshold: Threshold | null; readonly doubtful: boolean } {
  if (!row.history) return { threshold: row.threshold ?? null, doubtful: false }
  const step = row.history.find((part) => isWithin(part, on))
  if (!step) return { threshold: null, doubtful: true }
  return { threshold: step.threshold ?? null, doubtful: step.doubt !== undefined }
}

interface Price {
  readonly reached: boolean
  readonly converted: number | null
  readonly assumed: readonly LuxuryAssumption[]
}

function weighPrice(threshold: Threshold, { value, rates }: LuxuryQuery): Price {
  if (!value) return { reached: true, converted: null, assumed: ['no-value'] }
  const converted = convert(value, threshold.currency, rates)
  if (converted === null) return { reached: true, converted, assumed: ['no-rate'] }
  if (threshold.per !== 'item') return { reached: true, converted, assumed: ['other-unit'] }
  const reached = threshold.comparison === '>=' ? converted >= threshold.amount : converted > threshold.amount
  return { reached, converted, assumed: [] }
}
