import { describe, expect, it } from 'vitest'
import { embeddedGoods } from '../../src/goods/embedded.js'
import { askLuxuryList, luxuryListsFor } from '../../src/goods/luxury.js'
import { convert } from '../../src/goods/money.js'
import { editionsOf, tablesOf } from '../../src/goods/tables.js'
import type { Money, Rates } from '../../src/index.js'

const tables = tablesOf(embeddedGoods)
const rates: Rates = { base: 'EUR', USD: 1.25, JPY: 160 }

function ask(
  law: string,
  territory: string,
  on: string,
  hs: string | null,
  value?: Money,
  given: Rates | undefined = rates,
) {
  const others = hs === null ? [] : editionsOf(tables, hs)
  return luxuryListsFor(tables, new Set([law]), territory, on).flatMap((table) => {
    const answer = askLuxuryList(table, { hs, others, value, rates: given, on })
    return answer ? [{ caught: answer.caught, row: answer.row.category, assumed: [...answer.assumed] }] : []
  })
}

const caught = (...args: Parameters<typeof ask>) => ask(...args).map((answer) => answer.caught)
const eur = (amount: number): Money => ({ amount, currency: 'EUR' })
const usd = (amount: number): Money => ({ amount, currency: 'USD' })

describe('luxury goods', () => {
  it('of the EU toward North Korea cost more than 50 EUR, not 50 EUR', () => {
    expect(caught('EU', 'KP', '2017-12-01', '852713', eur(50))).toEqual([false])
    expect(caught('EU', 'KP', '2017-12-01', '852713', eur(50.01))).toEqual([true])
  })

  it('of the US toward Russia cost 300 USD or more, since 15 September 2022', () => {
    expect(caught('US', 'RU', '2022-09-15', '640320', usd(299.99))).toEqual([false])
    expect(caught('US', 'RU', '2022-09-15', '640320', usd(300))).toEqual([true])
    expect(caught('US', 'RU', '2022-09-14', '640320', usd(999.99))).toEqual([false])
    expect(caught('US', 'RU', '2022-09-14', '640320', usd(1000))).toEqual([true])
    expect(caught('US', 'RU', '2022-03-10', '640320', usd(1000))).toEqual([])
    expect(caught('US', 'BY', '2022-09-15', '640320', usd(300))).toEqual([true])
  })

  it('count at any price where the amount came later', () => {
    expect(ask('US', 'RU', '2022-09-14', '911110', usd(1))).toEqual([
      expect.objectContaining({ caught: true, assumed: [] }),
    ])
    expect(caught('US', 'RU', '2022-09-15', '911110', usd(1))).toEqual([false])
  })

  it('are assumed where the amount for cars ended on an unknown day', () => {
    expect(ask('US', 'RU', '2023-06-01', '870323', usd(20_000))[0]).toMatchObject({
      caught: true,
      assumed: ['amount-history'],
    })
  })

  it.each([
    ['no value', undefined, rates, ['no-value']],
    ['no rate', usd(1), undefined, ['no-rate']],
    ['a currency without a rate', { amount: 1, currency: 'XAU' }, rates, ['no-rate']],
  ] as const)('are assumed with %s', (_, value, given, assumed) => {
    const others = editionsOf(tables, '852713')
    const [table] = luxuryListsFor(tables, new Set(['EU']), 'KP', '2017-12-01')
    const answer = askLuxuryList(table!, { hs: '852713', others, value, rates: given, on: '2017-12-01' })
    expect(answer).toMatchObject({ caught: true, assumed })
  })

  it('are assumed for a code that is too short, and for words', () => {
    expect(ask('EU', 'KP', '2017-12-01', '85', eur(60))[0]).toMatchObject({
      caught: true,
      assumed: expect.arrayContaining(['code']),
    })
    expect(ask('GB', 'BY', '2022-08-01', '852713', eur(1))[0]).toMatchObject({
      caught: true,
      assumed: ['worded'],
    })
    expect(ask('JP', 'KP', '2007-06-01', '852713', eur(1))[0]).toMatchObject({
      caught: true,
      assumed: ['mapped'],
    })
  })

  it('are assumed where new and used cars have different amounts and the price lies between', () => {
    expect(ask('EU', 'SY', '2020-01-01', '870323', eur(20_000))[0]).toMatchObject({
      caught: true,
      assumed: ['several-amounts'],
    })
    expect(ask('EU', 'SY', '2020-01-01', '870323', eur(30_000))[0]).toMatchObject({
      caught: true,
      assumed: [],
    })
    expect(caught('EU', 'SY', '2020-01-01', '870323', eur(15_000))).toEqual([false])
  })

  it('by the litre cannot be told from the price of a bottle', () => {
    expect(ask('EU', 'SY', '2020-01-01', '220421', eur(10))[0]).toMatchObject({
      caught: true,
      assumed: ['other-unit'],
    })
  })

  it('keep the periods of their lists', () => {
    expect(caught('EU', 'SY', '2025-05-28', '970110', eur(1))).toEqual([true])
    expect(caught('EU', 'SY', '2025-05-29', '970110', eur(1))).toEqual([])
    expect(caught('EU', 'BY', '2024-06-30', '852713', eur(1_001))).toEqual([])
    expect(caught('EU', 'BY', '2024-07-01', '852713', eur(1_001))).toEqual([true])
  })

  it('that no list names are no answer', () => {
    expect(ask('EU', 'KP', '2017-12-01', '250100', eur(1_000))).toEqual([])
    expect(ask('CN', 'KP', '2017-12-01', '851713', eur(1_000))).toEqual([])
    expect(ask('EU', 'KP', '2017-12-01', null, eur(1_000))).toEqual([])
  })

  it('are compared by smartphones under their earlier number', () => {
    expect(ask('EU', 'KP', '2017-12-01', '851713', eur(300))[0]).toMatchObject({ caught: true, assumed: [] })
  })
})

describe('amounts', () => {
  it('go through the base of the rates', () => {
    expect(convert(eur(10), 'EUR', undefined)).toBe(10)
    expect(convert(usd(125), 'EUR', rates)).toBe(100)
    expect(convert(eur(100), 'USD', rates)).toBe(125)
    expect(convert(usd(125), 'JPY', rates)).toBe(16_000)
    expect(convert(usd(125), 'GBP', rates)).toBeNull()
    expect(convert({ amount: 1, currency: 'toString' }, 'EUR', rates)).toBeNull()
  })
})
