import { describe, expect, it } from 'vitest'
import { ConsigneeError } from '../../src/errors.js'
import { check } from '../../src/model/check.js'
import { transactionSchema } from '../../src/model/transaction.js'
import { isCalendarDate, isWithin } from '../../src/model/vocabulary.js'

const good = { date: '2026-11-23', parties: [{ role: 'purchaser', name: 'Blue Heron Bakery' }] }

function failure(input: unknown): ConsigneeError {
  try {
    check(transactionSchema, input, 'transaction')
  } catch (error) {
    if (error instanceof ConsigneeError) return error
    throw error
  }
  throw new Error('expected a ConsigneeError')
}

describe('bad input names the path, what was expected and what came', () => {
  it.each([
    [{ ...good, date: '2026-02-30' }, 'date', 'a calendar date as YYYY-MM-DD', '"2026-02-30"'],
    [{ ...good, parties: [{ role: 'buyer' }] }, 'parties[0].role', 'one of exporter, purchaser', '"buyer"'],
    [{ ...good, parties: [{ name: 'x' }] }, 'parties[0].role', 'one of exporter', 'nothing'],
    [{ ...good, parties: 'x' }, 'parties', 'array', '"x"'],
    [{ ...good, adress: {} }, '', 'only known fields', 'adress'],
    [
      { ...good, items: [{ value: { amount: -1, currency: 'USD' } }] },
      'items[0].value.amount',
      'at least 0',
      '-1',
    ],
    [null, '', 'object', 'null'],
  ])('%j', (input, path, expected, received) => {
    const error = failure(input)
    expect(error.code).toBe('invalid-input')
    expect(error.path).toBe(path)
    expect(error.expected).toContain(expected)
    expect(error.received).toContain(received)
    expect(error.message).toContain(expected)
  })

  it('passes what is right through unchanged', () => {
    expect(check(transactionSchema, good, 'transaction')).toEqual(good)
  })

  it('does not pollute prototypes', () => {
    failure(JSON.parse('{"__proto__":{"polluted":true},"date":"2026-11-23","parties":[]}'))
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('calendar days', () => {
  it('knows leap years', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true)
    expect(isCalendarDate('2023-02-29')).toBe(false)
    expect(isCalendarDate('2023-2-9')).toBe(false)
  })

  it('reads periods as half-open', () => {
    const period = { from: '2007-01-26', until: '2016-03-16' }
    expect(isWithin(period, '2007-01-25')).toBe(false)
    expect(isWithin(period, '2007-01-26')).toBe(true)
    expect(isWithin(period, '2016-03-15')).toBe(true)
    expect(isWithin(period, '2016-03-16')).toBe(false)
  })
})
