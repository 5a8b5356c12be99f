import { describe, expect, it } from 'vitest'
import { createScreener, type Transaction } from '../../src/index.js'

const screener = createScreener({ policy: { requiredLists: [] } })

function screen(destination: Transaction['destination'], date = '2026-11-23') {
  return screener.screen({
    date,
    parties: [{ role: 'purchaser', name: 'Blue Heron Bakery' }],
    ...(destination ? { destination } : {}),
  })
}

const codes = (decision: ReturnType<typeof screen>) => decision.findings.map((finding) => finding.code)

describe('where the goods go', () => {
  it('says when city and country exclude each other, and looks at both', () => {
    const decision = screen({ city: 'Pyongyang', country: 'CN' })
    expect(codes(decision)).toContain('conflicting-place')
    expect(JSON.stringify(decision)).toContain('us-kp-ear-746-4')
    expect(decision.outcome).toBe('review')
  })

  it.each([
    ['Crimea by its city, under Ukraine', { city: 'Simferopol', country: 'Ukraine' }, 'stop'],
    ['Sevastopol', { country: 'Sevastopol' }, 'stop'],
    ['Donetsk by name: the place has to be checked', { region: 'Donetsk', country: 'UA' }, 'review'],
    ['a place that nobody knows', { country: 'Qwzxnia' }, 'review'],
    ['no place at all', undefined, 'review'],
    ['North Korea in Korean', { country: '조선민주주의인민공화국' }, 'stop'],
    ['North Korea in Russian', { country: 'КНДР' }, 'stop'],
    ['North Korea in Spanish', { country: 'Corea del Norte' }, 'stop'],
    ['Germany', { country: 'Deutschland' }, 'clear'],
  ] as const)('%s', (_, destination, outcome) => {
    expect(screen(destination).outcome).toBe(outcome)
  })

  it('reads Yugoslavia as the former state it was', () => {
    expect(screen({ country: 'Yugoslavia' }, '1993-06-01').outcome).not.toBe('clear')
  })

  it('asks for what is missing', () => {
    expect(codes(screen(undefined))).toContain('insufficient-data')
  })
})
