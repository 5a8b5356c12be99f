import type { Money, Rates } from '../model/transaction.js'

/** Amounts in another currency, by the caller's rates. The package knows no rates of its own. */

/** An amount as another currency, or null where no rate was given. */
export function convert(value: Money, currency: string, rates: Rates | undefined): number | null {
  if (value.currency === currency) return value.amount
  const from = rateOf(value.currency, rates)
  const to = rateOf(currency, rates)
  return from === null || to === null ? null : (value.amount / from) * to
}

/** Units of a currency for one unit of the base. */
function rateOf(currency: string, rates: Rates | undefined): number | null {
  if (!rates) return null
  if (rates.base === currency) return 1
  const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined
  return typeof rate === 'number' ? rate : null
}
