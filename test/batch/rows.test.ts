import { describe, expect, it } from 'vitest'
import { readOrders } from '../../src/batch/rows.js'
import { createScreener } from '../../src/index.js'

const today = '2026-11-23'

describe('readOrders', () => {
  it('reads a row as an order with one party, one item and its payment', () => {
    const [row] = readOrders(
      'id,name,country,destination,description,eccn,hs,value,currency,origin,quantity,paymentCountry\n' +
        '7,Blue Heron,DE,RU,radio,5A991,8517.62,60.50,EUR,US,12,AE\n',
      today,
    )
    expect(row).toEqual({
      line: 2,
      id: '7',
      transaction: {
        id: '7',
        date: today,
        parties: [{ role: 'purchaser', name: 'Blue Heron', address: { country: 'DE' } }],
        destination: { country: 'RU' },
        items: [
          {
            description: 'radio',
            eccn: '5A991',
            hs: '8517.62',
            value: { amount: 60.5, currency: 'EUR' },
            origin: 'US',
            quantity: 12,
          },
        ],
        payment: { country: 'AE' },
      },
    })
  })

  it('leaves out what a row leaves blank', () => {
    const [row] = readOrders('name,eccn,value,currency,paymentCountry\nBlue Heron, ,,,\n', today)
    expect(row?.transaction).toEqual({ date: today, parties: [{ role: 'purchaser', name: 'Blue Heron' }] })
  })

  it.each([
    ['value,currency', '"1,000",EUR', 'items[0].value.amount: expected number, got "1,000"'],
    ['value,currency', '-1,EUR', 'items[0].value.amount: expected number, got "-1"'],
    ['value,currency', '1e3,EUR', 'items[0].value.amount: expected number, got "1e3"'],
    ['value', '10', 'items[0].value.currency: expected string, got nothing'],
    ['currency', 'EUR', 'items[0].value.amount: expected number, got nothing'],
    ['value,currency', '10,euro', 'items[0].value.currency: expected an ISO 4217 currency code'],
    ['quantity', 'ten', 'items[0].quantity: expected number, got "ten"'],
    ['hs', '85x', 'items[0].hs: expected an HS code'],
  ])('leaves %s of %s to the screener, which refuses it by name', (columns, cells, words) => {
    const [row] = readOrders(`name,country,${columns}\nBlue Heron,DE,${cells}\n`, today)
    expect(() => createScreener().screen(row!.transaction!)).toThrow(words)
  })

  it('refuses a column that it would not screen, and names those it reads', () => {
    expect(() => readOrders('name,price\nBlue Heron,10\n', today)).toThrow(/paymentCountry.*got price/)
  })
})
