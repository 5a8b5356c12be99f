import { describe, expect, it } from 'vitest'
import { ConsigneeError, explainFinding, makeScreener, type Policy } from '../../src/index.js'
import type { Snapshot } from '../../src/model/listing.js'
import { snapshot } from '../fixtures/lists.js'

/** Findings about lists on 2026-11-23, with their sentences. */
function findings(list: Partial<Snapshot>, policy: Partial<Policy> = {}) {
  const screener = makeScreener({
    lists: [snapshot([], { list: 'un-sc', ...list })],
    measures: [],
    factsAsOf: '2026-11-01',
    policy: { requiredLists: [], ...policy },
  })
  return screener
    .screen({ date: '2026-11-23', parties: [], destination: { country: 'DE' } })
    .findings.filter(({ code }) => code.startsWith('list-'))
}
const codes = (list: Partial<Snapshot>, policy?: Partial<Policy>) =>
  findings(list, policy).map(({ code }) => code)

describe('the age of a list', () => {
  it.each([
    ['un-sc', '2026-09-24', 'changes monthly: 60 days', []],
    ['un-sc', '2026-09-23', '', ['list-out-of-date']],
    ['us-ofac-sdn', '2026-11-13', 'changes daily: 10 days', []],
    ['us-ofac-sdn', '2026-11-12', '', ['list-out-of-date']],
    ['jp-meti', '2025-10-20', 'changes yearly: 400 days', []],
    ['my-own-list', '2026-10-24', 'unknown: 30 days', []],
    ['my-own-list', '2026-10-23', '', ['list-out-of-date']],
    ['constructor', '2026-10-24', 'no list has the limits of a JavaScript object', []],
  ])('%s of %s (%s)', (list, published, _, expected) => {
    expect(codes({ list, published })).toEqual(expected)
  })

  it('has one limit for all lists where the policy gives a number', () => {
    expect(codes({ published: '2026-11-13' }, { maxListAgeDays: 10 })).toEqual([])
    expect(codes({ published: '2026-11-12' }, { maxListAgeDays: 10 })).toEqual(['list-out-of-date'])
  })

  it('has a limit per list where the policy names lists; the others keep theirs', () => {
    const policy = { maxListAgeDays: { 'un-sc': 5 } }
    expect(codes({ published: '2026-11-17' }, policy)).toEqual(['list-out-of-date'])
    expect(codes({ list: 'us-csl', published: '2026-11-13' }, policy)).toEqual([])
    expect(codes({ list: 'us-csl', published: '2026-11-12' }, policy)).toEqual(['list-out-of-date'])
    expect(codes({ list: 'eu-fsf', published: '2026-11-01' }, policy)).toEqual([])
  })

  it.each([{ 'UN SC': 5 }, { 'un-sc': -1 }, { 'un-sc': '5' }, -1, 1.5])(
    'refuses the limit %j',
    (maxListAgeDays) => {
      expect(() => findings({}, { maxListAgeDays } as unknown as Partial<Policy>)).toThrow(ConsigneeError)
    },
  )

  it('counts from the day on which the publisher had nothing newer', () => {
    expect(codes({ published: '2025-01-01', checked: '2026-11-22' })).toEqual([])
    const [old] = findings({ published: '2025-01-01', checked: '2026-08-01' })
    expect(old).toMatchObject({ outcome: 'review', ageDays: 114, maxAgeDays: 60, checked: '2026-08-01' })
    expect(explainFinding(old!)).toContain(
      'last found current at its publisher on 2026-08-01, 114 days before',
    )
  })

  it('is unknown without any date, and then to be looked at', () => {
    expect(findings({ published: null })).toMatchObject([
      { code: 'list-out-of-date', ageDays: null, outcome: 'review' },
    ])
    expect(codes({ published: null, checked: '2026-11-22' })).toEqual([])
  })

  it('is said when the list is of a day after the transaction', () => {
    expect(findings({ published: '2026-11-24', checked: '2026-11-25' })).toMatchObject([
      { code: 'list-newer', outcome: 'clear', published: '2026-11-24' },
    ])
  })
})
