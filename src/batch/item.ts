import type { Item } from '../model/transaction.js'

/** An item written as flat text: the columns of a row, or the flags of a command line. */

/** The fields, in the order in which they are shown. */
export const itemFields = ['description', 'eccn', 'hs', 'value', 'currency', 'origin', 'quantity'] as const
export type ItemField = (typeof itemFields)[number]

/**
 * The item that the fields give, or undefined where they give none. Nothing is checked here: what is not as a transaction
 * allows stays as it is, and the screener refuses it with its path.
 */
export function toItem(textOf: (field: ItemField) => string | undefined): Item | undefined {
  const written = (field: ItemField, value: unknown) => (value === undefined ? {} : { [field]: value })
  const [amount, currency] = [numberOf(textOf('value')), textOf('currency')]
  const value =
    amount === undefined && currency === undefined
      ? undefined
      : { ...(amount === undefined ? {} : { amount }), ...(currency === undefined ? {} : { currency }) }
  const item = {
    ...written('description', textOf('description')),
    ...written('eccn', textOf('eccn')),
    ...written('hs', textOf('hs')),
    ...written('value', value),
    ...written('origin', textOf('origin')),
    ...written('quantity', numberOf(textOf('quantity'))),
  }
  return Object.keys(item).length > 0 ? (item as Item) : undefined
}

/** A number with a decimal point; anything else (`1,000`, `ten`) could be misread and stays text. */
function numberOf(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
