import { describe, expect, it } from 'vitest'
import { createScreener } from '../../src/index.js'
import { identifierKey } from '../../src/rules/identifier-key.js'
import { listing, snapshot } from '../fixtures/lists.js'

const identifiers = [
  { type: 'Vessel Registration Identification', value: 'IMO 9187629' },
  { type: 'IMO number', value: '9999998' },
  { type: 'Passport', value: 'AB 1234567' },
  { type: 'Digital Currency Address - XBT', value: '1QuillonMarvexleyInvented4Tests' },
  { type: 'SWIFT/BIC', value: 'QUILIRTH' },
]
const lists = [snapshot([listing('a', ['Quillon Marvexley'], { identifiers })])]
const screener = createScreener({ lists, policy: { requiredLists: [] } })
const screen = (type: string, value: string) =>
  screener.screen({
    date: '2026-11-23',
    parties: [{ role: 'purchaser', name: 'Blue Heron', identifiers: [{ type, value }] }],
    destination: { country: 'DE' },
  }).outcome

describe('an identifier', () => {
  it.each([
    ['IMO', '9187629', 'stop'],
    ['IMO', 'IMO 9187629', 'stop'],
    ['IMO', 'IMO9187629', 'stop'],
    ['vessel', 'imo no. 9187629', 'stop'],
    ['IMO', '９１８７６２９', 'stop'],
    ['IMO', 'IMO: 9999998', 'stop'],
    ['IMO', '9187628', 'clear'],
    ['passport', 'AB1234567', 'stop'],
    ['passport', 'ab-123-45-67', 'stop'],
    ['passport', 'No. AB 1234567', 'stop'],
    ['passport', '№ АВ 1234567', 'stop'],
    ['passport', 'AB 1234567 (Russia)', 'stop'],
    ['passport', 'AB 123456(7)', 'stop'],
    ['passport', 'AB 123456(8)', 'clear'],
    ['tax id', 'AB1234567', 'review'],
    ['wallet', 'bitcoin:1QuillonMarvexleyInvented4Tests', 'review'],
    ['SWIFT', 'QUILIRTH', 'stop'],
    ['BIC', 'QUIL IR TH XXX', 'stop'],
    ['BIC', 'QUILIRTHABC', 'clear'],
    ['BIC', 'QUILDETH', 'clear'],
  ])('%s %s: %s', (type, value, expected) => {
    expect(screen(type, value)).toBe(expected)
  })

  it.each(['', '1234', 'none', 'unknown', 'applied', 'IMO', 'No.', 'passport number', 'x'.repeat(100_000)])(
    'is none where it is no number: %.20s',
    (value) => {
      expect(identifierKey(value)).toBeNull()
    },
  )
})
