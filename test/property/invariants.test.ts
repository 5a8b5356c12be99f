import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createScreener,
  decide,
  type Finding,
  makeScreener,
  type Outcome,
  type Transaction,
} from '../../src/index.js'
import { embeddedSnapshots } from '../../src/lists/embedded.js'
import { embeddedMeasures, FACTS_AS_OF } from '../../src/measures/embedded.js'
import { cpuTime } from '../cpu-time.js'
import { listing, snapshot } from '../fixtures/lists.js'

/** The invariants of the design, over transactions made of parts that matter. */

const screener = createScreener({ policy: { requiredLists: [] } })
const rank: Record<Outcome, number> = { clear: 0, review: 1, stop: 2 }

const name = fc.constantFrom(
  'Blue Heron Bakery',
  'Glokom Corp',
  'Glocom',
  'Huawei Technologies Co., Ltd.',
  'KOREA MINING DEVELOPMENT TRADING CORPORATION',
  '김창혁',
  'Kim Chang Hyok',
  'Смирнова Анна',
)
const country = fc.constantFrom('DE', 'KP', 'N. Korea', 'Korea', 'Kuba', 'CN', 'HK', 'RU', 'Qwzxnia', 'Iran')
const address = fc.record(
  {
    country,
    city: fc.constantFrom('Bremen', 'Simferopol', 'Dandong', 'Pyongyang'),
    street: fc.constantFrom('18 Luard Road, Unit D, 16/F One Capital Place, Wan Chai', 'Am Wall 1'),
  },
  { requiredKeys: ['country'] },
)
const party = fc.record(
  {
    role: fc.constantFrom('purchaser', 'end-user', 'bank', 'freight-forwarder' as const),
    name,
    address,
    kind: fc.constantFrom('person', 'organization' as const),
    birthDate: fc.constantFrom('1963-04-29', '1980'),
    country,
  },
  { requiredKeys: ['role', 'name'] },
)
const transaction = fc.record(
  {
    date: fc.constantFrom('2003-06-01', '2008-06-01', '2018-06-01', '2026-11-23'),
    parties: fc.array(party, { minLength: 1, maxLength: 3 }),
    destination: address,
    transit: fc.array(address, { maxLength: 2 }),
  },
  { requiredKeys: ['date', 'parties', 'destination'] },
) as fc.Arbitrary<Transaction>

const runs = { numRuns: 150 }

describe('invariants', () => {
  it('the same transaction and basis give the same decision, byte for byte', () => {
    const again = createScreener({ policy: { requiredLists: [] } })
    fc.assert(
      fc.property(transaction, (order) => {
        expect(JSON.stringify(again.screen(order))).toBe(JSON.stringify(screener.screen(order)))
      }),
      { numRuns: 50 },
    )
  })

  it('outcome and risk are recomputed from the findings to the same numbers', () => {
    fc.assert(
      fc.property(transaction, (order) => {
        const { outcome, risk, findings } = screener.screen(order)
        expect(decide(JSON.parse(JSON.stringify(findings)) as Finding[])).toEqual({ outcome, risk })
      }),
      runs,
    )
  })

  it('adding a party never lowers the outcome', () => {
    fc.assert(
      fc.property(transaction, party, (order, extra) => {
        const before = screener.screen(order)
        const after = screener.screen({ ...order, parties: [...order.parties, extra] } as Transaction)
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome])
      }),
      runs,
    )
  })

  it('adding a listing never lowers the outcome', () => {
    const more = createScreener({
      lists: [snapshot([listing('extra', ['Blue Heron Bakery', 'Glokom'])])],
      policy: { requiredLists: [], maxListAgeDays: 100_000 },
    })
    fc.assert(
      fc.property(transaction, (order) => {
        expect(rank[more.screen(order).outcome]).toBeGreaterThanOrEqual(rank[screener.screen(order).outcome])
      }),
      runs,
    )
  })

  it('taking a measure away never raises the outcome', () => {
    fc.assert(
      fc.property(transaction, fc.nat(embeddedMeasures.length - 1), (order, i) => {
        const fewer = makeScreener({
          lists: embeddedSnapshots.slice(0, 1),
          measures: embeddedMeasures.filter((_, j) => j !== i),
          factsAsOf: FACTS_AS_OF,
          policy: { requiredLists: [] },
        })
        const all = makeScreener({
          lists: embeddedSnapshots.slice(0, 1),
          measures: embeddedMeasures,
          factsAsOf: FACTS_AS_OF,
          policy: { requiredLists: [] },
        })
        expect(rank[all.screen(order).outcome]).toBeGreaterThanOrEqual(rank[fewer.screen(order).outcome])
      }),
      { numRuns: 40 },
    )
  })

  it('an address or other data on the party never hides a match that the name alone gives', () => {
    const matches = (order: Transaction) =>
      new Set(
        screener
          .screen(order)
          .findings.flatMap((finding) =>
            finding.code === 'listed-party'
              ? [`${finding.match.listing.list} ${finding.match.listing.id} ${finding.match.score}`]
              : [],
          ),
      )
    fc.assert(
      fc.property(party, (full) => {
        const order = (data: object) =>
          ({ date: '2026-11-23', parties: [data], destination: { country: 'DE' } }) as unknown as Transaction
        const alone = matches(order({ role: full.role, name: full.name }))
        const { kind: _, ...others } = full
        const withData = matches(order(others))
        for (const match of alone) expect(withData).toContain(match)
      }),
      runs,
    )
  })

  it('a weak alias alone never gives more than review', () => {
    const weak = createScreener({
      lists: [
        snapshot([
          listing('weak', [], {
            list: 'us-ofac-sdn',
            names: [
              { name: 'Quillon Marvexley', type: 'primary', strength: 'strong' },
              { name: 'Zarbindle', type: 'alias', strength: 'weak' },
            ],
          }),
        ]),
      ],
      policy: { requiredLists: [], maxListAgeDays: 100_000 },
    })
    const decision = weak.screen({
      date: '2026-11-23',
      parties: [{ role: 'purchaser', name: 'Zarbindle' }],
      destination: { country: 'DE' },
    })
    expect(decision.outcome).toBe('review')
    expect(decision.findings[0]).toMatchObject({ code: 'listed-party', match: { band: 'exact' } })
  })

  it('removing a field never turns review or stop into clear without saying what is missing', () => {
    fc.assert(
      fc.property(
        transaction,
        fc.constantFrom('destination', 'transit', 'name', 'address', 'birthDate', 'country', 'kind'),
        (order, field) => {
          const before = screener.screen(order)
          const stripped = {
            ...order,
            [field]: undefined,
            parties: order.parties.map((entry) => ({ ...entry, [field]: undefined })),
          }
          const after = screener.screen(JSON.parse(JSON.stringify(stripped)) as Transaction)
          if (before.outcome !== 'clear' && after.outcome === 'clear') {
            expect(after.findings.map((finding) => finding.code)).toContain('insufficient-data')
          }
        },
      ),
      runs,
    )
  })

  it('any string is answered in bounded time', () => {
    const hostile = [
      '',
      'x'.repeat(100_000),
      'a '.repeat(50_000),
      '\ud800\udfff\udc00',
      '\u200b\u202e\u2066'.repeat(1_000),
      'А'.repeat(1_000),
      '漢'.repeat(1_000),
      'محمد '.repeat(1_000),
      '('.repeat(50_000),
      '1-'.repeat(50_000),
      ', '.repeat(50_000),
    ]
    for (const text of hostile) {
      const start = cpuTime()
      const decision = screener.screen({
        date: '2026-11-23',
        parties: [{ role: 'purchaser', name: text, address: { text, country: text } }],
        destination: { country: text },
      })
      expect(decision.outcome).not.toBe('clear')
      expect(cpuTime() - start).toBeLessThan(2_000)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        screener.screen({
          date: '2026-11-23',
          parties: [{ role: 'purchaser', name: text }],
          destination: { country: text },
        })
      }),
      runs,
    )
  })
})
