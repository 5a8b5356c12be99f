import { describe, expect, it } from 'vitest'
import { createScreener, explain, explainMeasure, type Transaction } from '../../src/index.js'
import { embeddedGroups, embeddedMeasures } from '../../src/measures/embedded.js'
import { findDestinationMeasures } from '../../src/rules/destination.js'

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

  it('believes the place that is certain, wherever the same territory was only guessed at first', () => {
    const decision = screener.screen({
      date: '2026-11-23',
      parties: [{ role: 'end-user', name: 'Blue Heron Bakery', address: { country: 'KP' } }],
      destination: { country: 'Korea' },
    })
    expect(decision.outcome).toBe('stop')
    expect(codes(decision)).toContain('ambiguous-place')
  })

  it('looks at each territory once, however many parties are there', () => {
    const party = { role: 'end-user', name: 'Blue Heron Bakery', address: { country: 'KP' } } as const
    const one = screener.screen({ date: '2026-11-23', parties: [party], destination: { country: 'KP' } })
    const three = screener.screen({
      date: '2026-11-23',
      parties: [party, party, party],
      destination: { country: 'KP' },
    })
    const measures = (decision: typeof one) =>
      codes(decision).filter((code) => code === 'destination-measure').length
    expect(measures(three)).toBe(measures(one))
  })

  it('notes the groups of the law, for those whom that law binds', () => {
    const groupsOf = (jurisdictions: string[]) =>
      screener
        .screen({
          date: '2026-11-23',
          parties: [{ role: 'purchaser', name: 'Blue Heron Bakery' }],
          destination: { country: 'IR' },
          jurisdictions,
        })
        .findings.flatMap((finding) =>
          finding.code === 'destination-groups' ? finding.memberships.map(({ group }) => group.id) : [],
        )
    expect(groupsOf(['US'])).toEqual(['ear-e1', 'ear-d5', 'us-sst', 'itar-126-1'])
    expect(groupsOf(['EU'])).toEqual([])
  })

  it('says which finding rests on a row that is not verified, and why', () => {
    const decision = screener.screen({
      date: '2026-11-28',
      parties: [{ role: 'purchaser', name: 'Blue Heron Bakery' }],
      destination: { country: 'US' },
      jurisdictions: ['CN'],
    })
    const sentences = explain(decision).filter((sentence) => sentence.includes('not fully verified'))
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toMatch(/the ban is back on 2026-11-28 unless it was extended/)
  })

  it('says so for every row that is not verified, and for no other', () => {
    for (const measure of embeddedMeasures) {
      expect(explainMeasure(measure).includes('not fully verified'), measure.id).toBe(!measure.verified)
    }
  })

  it('takes less time than to write down what it found, once the places are known', () => {
    const transaction: Transaction = {
      date: '2026-11-23',
      parties: [
        { role: 'purchaser', name: 'A', address: { street: '5 Main St', city: 'Shenzhen', country: 'CN' } },
        { role: 'end-user', name: 'B', address: { city: 'Simferopol', country: 'Ukraine' }, country: 'RU' },
      ],
      destination: { country: 'KP' },
    }
    const find = () =>
      findDestinationMeasures(transaction, ['US', 'UN', 'EU', 'GB'], embeddedMeasures, embeddedGroups)
    const findings = find()
    const quickest = (task: () => unknown) => {
      const rounds = Array.from({ length: 20 }, () => {
        const started = performance.now()
        for (let i = 0; i < 100; i++) task()
        return (performance.now() - started) / 100
      })
      return Math.min(...rounds)
    }
    const found = quickest(find)
    const written = quickest(() => JSON.stringify(findings))
    console.log(
      `destination rule: ${found.toFixed(4)} ms for ${findings.length} findings, ${written.toFixed(4)} ms to write them`,
    )
    expect(found).toBeLessThan(written)
  })

  it('reads Yugoslavia as the former state it was', () => {
    expect(screen({ country: 'Yugoslavia' }, '1993-06-01').outcome).not.toBe('clear')
  })

  it('asks for what is missing', () => {
    expect(codes(screen(undefined))).toContain('insufficient-data')
  })
})
